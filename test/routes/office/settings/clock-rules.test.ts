import { env } from 'cloudflare:workers'
import { beforeAll, expect, test, vi } from 'vitest'
import { loadCity } from '../../../../src/db/city.ts'
import { allCityChanges } from '../../../../src/db/city-change.ts'
import { database } from '../../../../src/db/database.ts'
import { recomputeAsked } from '../../../../src/db/recompute-asked.ts'
import { runCityChange } from '../../../../src/db/run-city-change.ts'
import { ruleFor } from '../../../../src/domain/time/clock-rules.ts'
import { verifyCity } from '../../../../src/seal/city-check.ts'
import { calendar } from '../../../../src/words/id/calendar.ts'
import { settings as common } from '../../../../src/words/id/settings.ts'
import { post, request } from '../../../support/request.ts'
import { aStaff, sessionOf } from '../../../support/staff.ts'
import { TUESDAY, world } from '../../../support/world.ts'

const db = database(env.DB)
const say = calendar.clockRules
let cookie = ''

beforeAll(async () => {
  await world()
  const { id } = await aStaff('admin')
  cookie = await sessionOf({ id, name: '', email: '' })
  env.LIMIT_GUESS.limit = async () => ({ success: true })
})

const see = async (path: string) => (await request(path, { headers: { Cookie: cookie } })).text()
const give = (path: string, fields: Record<string, string> = {}) =>
  post(path, fields, { Cookie: cookie })

const FORM = '/petugas/pengaturan/batas-waktu/baru'
const rule = {
  ...{ jam: 'settle', jenis_laporan: 'complaint', lama: '10', hitungan: 'working_day' },
  ...{ sejak: '1 Januari 2099', dasar_hukum: 'PermenPANRB 1/2098' },
}
const settleOn = async (day: string) =>
  ruleFor(
    (await loadCity(db)).clockRules,
    'settle',
    { class: 'complaint', supervisory: false },
    day,
  ).length

test('a rule from a coming day: its meaning is said first, then it holds from that day alone', async () => {
  const before = (await loadCity(db)).clockRules
  const answer = await give(FORM, rule)
  expect(answer.status, await answer.clone().text()).toBe(303)
  const draft = answer.headers.get('Location') ?? ''
  const page = await see(draft)
  expect(page).toContain(
    say.meaning('1 Januari 2099', 'Penyelesaian', 'pengaduan', '10 hari kerja'),
  )
  expect(page).toContain(say.until('14 hari kerja'))
  expect((await loadCity(db)).clockRules).toEqual(before)
  expect((await give(draft)).status).toBe(303)
  expect((await give(draft)).status).toBe(303)
  const { clockRules } = await loadCity(db)
  expect(clockRules).toHaveLength(before.length + 1)
  expect(clockRules).toEqual(expect.arrayContaining(before))
  expect([await settleOn('2098-12-31'), await settleOn('2099-01-01')]).toEqual([14, 10])
  // nothing that runs hangs on it
  expect(await recomputeAsked(db)).toBeNull()
  expect(await see('/petugas/pengaturan/batas-waktu')).toContain('PermenPANRB 1/2098')
  expect(await see('/petugas/pengaturan/jejak')).toContain('Pengaduan')
  expect(await verifyCity(await allCityChanges(db), await loadCity(db))).toEqual([])
})

test.each([
  ['today', { sejak: '24/11/2026' }, common.faults.past('Aturan berlaku mulai')],
  ['a day that is over', { sejak: '1/1/2020' }, common.faults.past('Aturan berlaku mulai')],
  ['the same once more', {}, common.faults.taken('Aturan berlaku mulai')],
  ['no days', { lama: '0', sejak: '1/1/2098' }, common.faults.unreadable('Berapa hari')],
  ['no law', { dasar_hukum: '', sejak: '1/1/2098' }, common.faults.missing('Dasar hukum')],
  ['a date of an agency', { jam: 'promise', sejak: '1/1/2098' }, common.faults.unknown('Tahap')],
])('refused: %s, and what was typed stays', async (_, change, text) => {
  vi.useFakeTimers({ now: TUESDAY, toFake: ['Date'] })
  const answer = await give(FORM, { ...rule, ...change })
  vi.useRealTimers()
  const page = await answer.text()
  expect([answer.status, page.includes(text)]).toEqual([422, true])
  if (!('dasar_hukum' in change)) expect(page).toContain('PermenPANRB 1/2098')
})

test('one that has begun is neither withdrawn nor written anew; a coming one is withdrawn', async () => {
  const before = (await loadCity(db)).clockRules.length
  const page = await see('/petugas/pengaturan/batas-waktu')
  const withdraw = [...page.matchAll(/action="(\/petugas\/pengaturan\/batas-waktu\/\d+)"/g)]
  expect(withdraw).toHaveLength(1)
  const coming = withdraw[0]?.[1] ?? ''
  // verify, all classes, from 2020-01-01
  const begun = await runCityChange(
    { db, now: Date.now(), by: 'staff:uji' },
    { noun: 'clock_rule', rowId: 7305, typed: { lama: '1' }, seen: 0 },
  )
  expect(begun).toMatchObject({ kind: 'refused', faults: [{ field: 'sejak', fault: 'past' }] })
  await give('/petugas/pengaturan/batas-waktu/7305')
  expect((await loadCity(db)).clockRules).toHaveLength(before)
  expect((await give(coming)).headers.get('Location')).toContain('kabar=disimpan')
  expect((await loadCity(db)).clockRules).toHaveLength(before - 1)
  expect(await settleOn('2099-01-01')).toBe(14)
  expect(await verifyCity(await allCityChanges(db), await loadCity(db))).toEqual([])
})
