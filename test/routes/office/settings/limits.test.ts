import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { loadCity } from '../../../../src/db/city.ts'
import { database } from '../../../../src/db/database.ts'
import { limits } from '../../../../src/domain/city/sheets/limits.ts'
import { sheetImporter } from '../../../../src/jobs/imports/sheet-importer.ts'
import { settings as say } from '../../../../src/words/id/settings.ts'
import { post, request } from '../../../support/request.ts'
import { aStaff, sessionOf } from '../../../support/staff.ts'
import { TUESDAY, world } from '../../../support/world.ts'

const db = database(env.DB)
const at = '/petugas/pengaturan/batas-kota'
let cookie = ''

beforeAll(async () => {
  await world()
  const { id } = await aStaff('admin')
  cookie = await sessionOf({ id, name: '', email: '' })
})

const lamps = { kategori: 'lampu-jalan', berlaku: '1/11/2026', panjang: '24', satuan: 'jam' }
const give = (fields: Record<string, string>, row = 'baru') =>
  post(`${at}/${row}`, { dasar: '', aktif: 'ya', ...fields }, { Cookie: cookie })
const see = async (path: string) => (await request(path, { headers: { Cookie: cookie } })).text()

test('a limit is given to a category from a day on, and stands in list and trail', async () => {
  expect((await give({ ...lamps, dasar: 'Keputusan Wali Kota 12/2026' })).status).toBe(303)
  const { limits: known, categories } = await loadCity(db)
  expect(known).toEqual([
    {
      ...{ id: 1, categoryId: categories.find(({ slug }) => slug === 'lampu-jalan')?.id },
      ...{ unit: 'hour', length: 24, validFrom: '2026-11-01' },
      ...{ source: 'Keputusan Wali Kota 12/2026', active: true },
    },
  ])
  expect(await see(at)).toContain('Lampu jalan (PJU) · 24 jam · 2026-11-01')
  expect(await see('/petugas/pengaturan/jejak')).toContain(
    say.from('Satuan', say.emptyValue, 'jam'),
  )
})

test.each([
  ['no category', { kategori: '' }, 'kategori'],
  ['a category that the city does not have', { kategori: 'anggaran' }, 'kategori'],
  ['half an hour', { panjang: '0,5' }, 'panjang'],
  ['an hour and a half', { panjang: '1,5' }, 'panjang'],
  ['another unit', { satuan: 'hari' }, 'satuan'],
  ['no day', { berlaku: '' }, 'berlaku'],
])('%s is refused in words beside its field', async (_, change, field) => {
  const answer = await give({ ...lamps, berlaku: '2/11/2026', ...change })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(`href="#${field}"`)
})

test('one category has one limit from a day on; another day is another', async () => {
  const twice = await give({ ...lamps, panjang: '48' })
  expect(twice.status).toBe(422)
  expect(await twice.text()).toContain(say.faults.taken('Untuk kategori'))
  expect((await give({ ...lamps, berlaku: '1/12/2026', panjang: '' })).status).toBe(303)
  expect((await loadCity(db)).limits).toMatchObject([{ length: 24 }, { length: null }])
})

test('a table knows a limit by its category and day', async () => {
  const session = await sheetImporter(limits).open(
    { db, env, now: TUESDAY, by: 'staff:uji' },
    false,
  )
  const line = (panjang: string) =>
    session.line({ kategori: 'lampu-jalan', berlaku: '2026-11-01', panjang, satuan: 'jam' })
  expect([await line('12'), await line('12')]).toEqual([{ fate: 'changed' }, { fate: 'same' }])
  const other = {
    kategori: 'jalan-rusak',
    berlaku: '2026-11-01',
    panjang: '7',
    satuan: 'Hari kerja',
  }
  expect([await session.line(other), await session.line(other)]).toEqual([
    ...[{ fate: 'added' }, { fate: 'same' }],
  ])
  expect((await loadCity(db)).limits.map(({ length, unit }) => [length, unit])).toEqual([
    ...[
      [12, 'hour'],
      [null, 'hour'],
      [7, 'working_day'],
    ],
  ])
})
