import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { Hono } from 'hono'
import { caseByReference } from '../../src/db/cases.ts'
import { membership, user } from '../../src/db/schema/staff.ts'
import type { Role, Staff } from '../../src/domain/people/actor.ts'
import type { AppEnv } from '../../src/http.ts'
import { context } from '../../src/middleware/context.ts'
import { language } from '../../src/middleware/language.ts'
import { renderer } from '../../src/middleware/renderer.tsx'
import { deskPages } from '../../src/routes/desk/desk.ts'
import type { Language } from '../../src/words/language.ts'
import { wordsFor } from '../../src/words/words.ts'
import { DISHUB, INSPEKTORAT, PUPR } from './commands.ts'
import { ORIGIN } from './request.ts'
import { someone, world } from './world.ts'

let acting: Staff
let statements: { rows: number; trips: number }

/** D1 with a meter: round trips, and rows read as the bill has them. */
const metered = (d1: D1Database): D1Database =>
  new Proxy(d1, {
    get(target, name) {
      if (name === 'batch')
        return async (list: D1PreparedStatement[]) => {
          statements.trips += 1
          const results = await target.batch(list)
          for (const { meta } of results) statements.rows += meta.rows_read
          return results
        }
      if (name === 'prepare') return (sql: string) => meteredStatement(target.prepare(sql))
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })

const meteredStatement = (statement: D1PreparedStatement): D1PreparedStatement =>
  new Proxy(statement, {
    get(target, name) {
      if (name === 'bind') return (...args: unknown[]) => meteredStatement(target.bind(...args))
      if (name === 'raw')
        return async () => {
          statements.trips += 1
          const { results, meta } = await target.all()
          statements.rows += meta.rows_read
          return results.map((row) => Object.values(row))
        }
      if (name === 'all' || name === 'run')
        return async () => {
          statements.trips += 1
          const answer = await target[name]()
          statements.rows += answer.meta.rows_read
          return answer
        }
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })

const app = new Hono<AppEnv>()
const allWords = async (of: Language) => (offset: number) => wordsFor(of, offset)
app.onError((error) => {
  throw error
})
app.use(language(allWords), renderer, context, async (c, next) => {
  c.set('staff', acting)
  c.set('sessionId', acting.id)
  await next()
})
app.route('/', deskPages)

/** A person on the staff, known to the database by a name. */
export const staff = async (role: Role, agencyId: number | null = null): Promise<Staff> => {
  // nothing is routed to an agency in which nobody could take it up
  if (role === 'verifier') {
    for (const id of [DISHUB, PUPR]) await staff('liaison', id)
    await staff('inspectorate', INSPEKTORAT)
  }
  const { db } = await world()
  const person = { ...someone(role, agencyId), name: `Uji ${role} ${agencyId ?? ''}`.trim() }
  const at = new Date(0)
  await db
    .insert(user)
    .values({
      id: person.id,
      name: person.name,
      email: `${person.id}@contoh.id`,
      createdAt: at,
      updatedAt: at,
    })
    .onConflictDoNothing()
  await db
    .insert(membership)
    .values({ userId: person.id, role, agencyId: agencyId ?? 0, since: 0, until: null })
    .onConflictDoNothing()
  return person
}

const ask = async (by: Staff, path: string, init: RequestInit = {}): Promise<Response> => {
  acting = by
  const execution = createExecutionContext()
  const request = new Request(new URL(path, ORIGIN), { redirect: 'manual', ...init })
  const answer = await app.fetch(request, env, execution)
  await waitOnExecutionContext(execution)
  return answer
}

export const look = async (by: Staff, path: string) => {
  const answer = await ask(by, path)
  return {
    status: answer.status,
    html: await answer.text(),
    location: answer.headers.get('location'),
  }
}

/** What a question costs. */
export const costOf = async (ask: (d1: D1Database) => Promise<unknown>) => {
  statements = { rows: 0, trips: 0 }
  await ask(metered(env.DB))
  return statements
}

/** The same with its cost. */
export const measure = async (by: Staff, path: string) => {
  statements = { rows: 0, trips: 0 }
  acting = by
  const answer = await app.fetch(
    new Request(new URL(path, ORIGIN)),
    { ...env, DB: metered(env.DB) },
    createExecutionContext(),
  )
  const html = await answer.text()
  const zipped = new Response(html).body?.pipeThrough(new CompressionStream('gzip'))
  const bytes = (await new Response(zipped).arrayBuffer()).byteLength
  return { html, bytes, status: answer.status, ...statements }
}

export type Fields = Record<string, string | string[] | File | File[]>

/** Posts a form of a case at the version that it stands at, unless told otherwise. */
export const send = async (by: Staff, nomor: string, path: string, fields: Fields = {}) => {
  const { db } = await world()
  const found = await caseByReference(db, nomor)
  const body = new FormData()
  body.set('versi', String(found?.complaint.version ?? 0))
  for (const [name, value] of Object.entries(fields)) {
    body.delete(name)
    for (const one of [value].flat()) body.append(name, one)
  }
  const files = Object.values(fields).some((value) => [value].flat()[0] instanceof File)
  const init = files ? body : new URLSearchParams([...body] as [string, string][])
  const answer = await ask(by, `/petugas/laporan/${nomor}${path}`, { method: 'POST', body: init })
  return {
    status: answer.status,
    html: await answer.text(),
    location: answer.headers.get('location') ?? '',
    cacheControl: answer.headers.get('cache-control'),
  }
}

export const post = async (by: Staff, path: string, fields: Record<string, string>) => {
  const answer = await ask(by, path, { method: 'POST', body: new URLSearchParams(fields) })
  return {
    status: answer.status,
    html: await answer.text(),
    location: answer.headers.get('location') ?? '',
  }
}

export const fetchFile = (by: Staff, path: string): Promise<Response> => ask(by, path)

/** The complaint as it stands. */
export const standing = async (nomor: string) => {
  const found = await caseByReference((await world()).db, nomor)
  if (!found) throw new Error(`no ${nomor}`)
  return found
}
