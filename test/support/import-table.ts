import { env } from 'cloudflare:workers'
import { expect, vi } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { database } from '../../src/db/database.ts'
import { type ImportRun, importById, seenOf, setOut } from '../../src/db/imports.ts'
import type { ImportState } from '../../src/domain/city/imports.ts'
import { workOn } from '../../src/jobs/imports/run-imports.ts'
import { ORIGIN, post, request } from './request.ts'

const db = database(env.DB)

export const runOf = async (id: number): Promise<ImportRun> => {
  const run = await importById(db, id)
  if (!run) throw new Error(`no import ${id}`)
  return run
}

/** What goes on after the answer is waited for. */
const until = async (id: number, state: ImportState): Promise<ImportRun> => {
  await vi.waitFor(async () => expect((await runOf(id)).state).toBe(state), 20_000)
  return runOf(id)
}

/** The page of a table as somebody uses it: upload, columns as they were guessed, each line looked at. */
export const lookedAt = async (
  cookie: string,
  kind: string,
  text: string | Uint8Array<ArrayBuffer>,
): Promise<ImportRun> => {
  const body = new FormData()
  body.append('tabel', new File([text], 'tabel.csv', { type: 'text/csv' }))
  const headers = { Cookie: cookie, Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' }
  const at = `/petugas/pengaturan/${kind}/impor`
  const answer = await request(at, { method: 'POST', body, headers })
  expect(answer.status, await answer.clone().text()).toBe(303)
  const id = Number((answer.headers.get('Location') ?? '').split('/').at(-1))
  const { mapping } = await runOf(id)
  const fields = Object.entries(mapping).map(([name, column]) => [name, String(column)])
  await post(`/petugas/impor/${id}`, Object.fromEntries(fields), { Cookie: cookie })
  return until(id, 'checked')
}

export const started = async (cookie: string, id: number): Promise<ImportRun> => {
  const versi = seenOf(await runOf(id))
  await post(`/petugas/impor/${id}/jalankan`, { versi }, { Cookie: cookie })
  return until(id, 'done')
}

/** Dies after so many batches that write, which stand. */
const dying = (after: number): Database => {
  let n = 0
  return new Proxy(db, {
    get: (target, name) => {
      const value = Reflect.get(target, name)
      if (name === 'batch')
        return (statements: Parameters<Database['batch']>[0]) => {
          // one alone only reads
          if (statements.length > 1 && n++ >= after) throw new Error('killed')
          return target.batch(statements)
        }
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** Taken in by runs that are killed after a few writes, each a little later, until one comes to the end. */
export const startedKilled = async (id: number, after: number, now = Date.now()) => {
  const { by, lines } = await runOf(id)
  await setOut(db, id, ['checked'], 'running', { by })
  let kills = 0
  for (let tried = 0; (await runOf(id)).state !== 'done'; tried++) {
    if (tried > lines * 2 + 10) throw new Error(`import ${id} gets nowhere`)
    const world = { env, now, by, db: dying(after + tried) }
    await workOn(world, await runOf(id), 20).catch(() => {
      kills += 1
    })
    await env.DB.prepare('update import_run set held_until = 0').run()
  }
  return kills
}
