import { env } from 'cloudflare:workers'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import { expect, test, vi } from 'vitest'
import { caseById, caseByReference } from '../../src/db/cases.ts'
import { loadCity } from '../../src/db/city.ts'
import { database } from '../../src/db/database.ts'
import { dossierByReference } from '../../src/db/dossier.ts'
import { filingsBefore } from '../../src/db/filings-before.ts'
import { publicReports } from '../../src/db/public-reports.ts'
import type { Surroundings } from '../../src/db/run-command.ts'
import { staffBySession } from '../../src/db/staff-sessions.ts'
import { filed, TUESDAY, world } from '../support/world.ts'

type Ask = (s: Surroundings) => Promise<unknown>

const search = (q: string, tokens: string[] = []) => ({ q, tokens, before: null })

const HOT: Record<string, Ask> = {
  city: ({ db }) => loadCity(db),
  session: ({ db }) => staffBySession(db, 'x', TUESDAY),
  dossier: ({ db }) => dossierByReference(db, 'DMI-0000-0000'),
  case: ({ db }) => caseByReference(db, 'DMI-0000-0000'),
  'case by id': ({ db }) => caseById(db, 1),
  filing: (s) => filingsBefore(s, { token: 'x', fields: 'y', alike: ['y', 'z'] }, true, null),
  list: ({ db }) => publicReports(db, search(''), TUESDAY),
  'list of one kind': ({ db }) => publicReports(db, search('', ['kat1']), TUESDAY),
  search: ({ db }) => publicReports(db, search('jalan'), TUESDAY),
}

test.each(Object.entries(HOT))('the SQL of a %s is written once', async (_, ask) => {
  const s = await world()
  await ask(s)
  const written = vi.spyOn(SQLiteAsyncDialect.prototype, 'sqlToQuery')
  await ask(s)
  await ask({ ...s, db: database(env.DB) })
  expect(written.mock.calls.length).toBe(0)
  written.mockRestore()
})

test('what is kept of a question asks the database of each request, with its own values', async () => {
  const s = await world()
  const [one, other] = [await filed(s), await filed(s)]
  const asked: string[] = []
  const through = (name: string) =>
    database(
      new Proxy(env.DB, {
        get(target, key) {
          if (key === 'batch')
            return (list: D1PreparedStatement[]) => {
              asked.push(name)
              return target.batch(list)
            }
          const value = Reflect.get(target, key)
          return typeof value === 'function' ? value.bind(target) : value
        },
      }),
    )
  const [a, b] = await Promise.all([
    dossierByReference(through('first'), one.found.complaint.reference),
    dossierByReference(through('second'), other.found.complaint.reference),
  ])
  expect(asked.sort()).toEqual(['first', 'second'])
  expect(a?.row).toEqual(one.found.row)
  expect(b?.row).toEqual(other.found.row)
})
