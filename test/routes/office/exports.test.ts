import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { isForStaff } from '../../../src/path-row.ts'
import { type PathName, paths } from '../../../src/paths.ts'
import { trail } from '../../../src/words/id/trail.ts'
import { rows } from '../../support/handled.ts'
import { sampleUrl } from '../../support/path-list.ts'
import { request } from '../../support/request.ts'
import { aStaff, sessionOf } from '../../support/staff.ts'
import { world } from '../../support/world.ts'

let admin = ''
let cookie = ''

beforeAll(async () => {
  await world()
  const person = await aStaff('admin')
  admin = person.id
  cookie = await sessionOf(person)
  await env.DB.batch([
    env.DB.prepare(
      `insert into import_run (id, kind, file, state, at, by, headers, mapping, counts, lines)
        values (1, 'wilayah', 'a.csv', 'done', 0, 'staff:x', '["Nama"]', '{"nama":0}', '{}', 1)`,
    ),
    env.DB.prepare(
      `insert into import_line (run_id, n, cells, fate, faults) values (1, 2, '["Uji"]', 'refused', '[]')`,
    ),
  ])
})

const see = (path: string) => request(path, { headers: { Cookie: cookie } })
const taken = () =>
  rows<{ by: string; name: string; lines: number }>('select by, name, lines from export_log')

const sample = { nomor: 'DMI-0000-0000', photo: '1', oneTime: 'x' }
const FILES = (Object.keys(paths) as PathName[])
  .filter((name) => isForStaff(paths[name]) && paths[name].get === 'data')
  .map((name) => sampleUrl(name, sample))
  .concat('/petugas/pengaturan/staf/tabel.csv', '/petugas/pengaturan/templat/tabel.csv')

test('whatever table staff take along is on record: who, which, how many lines', async () => {
  const tables: string[] = []
  for (const path of FILES) {
    const before = await taken()
    const answer = await see(path)
    if (!answer.headers.get('Content-Type')?.startsWith('text/csv')) continue
    const file = /filename="(.+)\.csv"/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1]
    const lines = (await answer.text()).trimEnd().split('\r\n').length - 1
    expect((await taken()).slice(before.length), path).toEqual([
      { by: `staff:${admin}`, name: file, lines },
    ])
    tables.push(path)
  }
  expect(tables.length).toBeGreaterThanOrEqual(7)
})

test('whoever oversees the city reads the list; to a head there is none', async () => {
  const page = await (await see('/petugas/jejak/unduhan')).text()
  expect(page).toContain(trail.exports.title)
  expect(page).toContain('Uji admin')
  expect(page).toContain('opd.csv')
  expect(await (await see('/petugas/jejak')).text()).toContain('/petugas/jejak/unduhan')
  cookie = await sessionOf(await aStaff('head', 2))
  expect((await see('/petugas/jejak/unduhan')).status).toBe(404)
})
