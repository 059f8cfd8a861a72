import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, expect, test } from 'vitest'
import { migrateLocal } from '../../scripts/drill/city.ts'
import { withLocal } from '../../scripts/platform.ts'
import { databaseFiles } from '../../scripts/restore/in-use.ts'
import { isLong } from '../support/rounds.ts'
import { aLocalCity, contents, untouched } from './local-city.ts'

const city = aLocalCity()
const migrated = join(city.state, 'migrated')

beforeAll(async () => {
  expect(await city.bringDown()).toEqual([0, 0])
  await withLocal(({ DB }) => migrateLocal(DB), migrated)
})

/** Restores, killed before its n-th step. @returns the signal that ended it, none at its own end */
const restored = (n: number) =>
  new Promise<{ signal: string | null; said: string }>((resolve) => {
    const args = [city.folder, city.state, migrated, String(n)]
    execFile(
      process.execPath,
      ['--no-warnings', 'test/scripts/killed-restore.ts', ...args],
      { env: { ...process.env, ...city.env } },
      (error, out, err) => resolve({ signal: error?.signal ?? null, said: out + err }),
    )
  })

const MARK = `insert into setting (key, value) values ('mark', '"before"')`

test.runIf(isLong)(
  'killed at any step, a restore leaves the old database or the new one, whole',
  async () => {
    const [file = ''] = databaseFiles(city.state)
    const old = new DatabaseSync(file)
    old.exec(MARK)
    old.close()
    const left = new Set<string>()
    let n = 1
    for (; ; n++) {
      const { signal, said } = await restored(n)
      const [found, ...others] = databaseFiles(city.state)
      expect([n, others, said], 'one database').toEqual([n, [], expect.anything()])
      const db = new DatabaseSync(found ?? '')
      expect(db.prepare('pragma integrity_check').get(), `step ${n}`).toEqual({
        integrity_check: 'ok',
      })
      expect(untouched(contents(db)), `step ${n}`).toEqual(untouched(city.before))
      const mark = db.prepare(`select 1 from setting where key = 'mark'`).get()
      const isNew = db.prepare(`select 1 from setting where key = 'restored'`).get()
      expect(Boolean(mark) !== Boolean(isNew), `step ${n}`).toBe(true)
      left.add(mark ? 'old' : 'new')
      db.close()
      if (signal === null) {
        expect(said).toMatch(/^\d+\n$/)
        break
      }
    }
    expect(n).toBeGreaterThan(5)
    expect([...left]).toEqual(['old', 'new'])
  },
)
