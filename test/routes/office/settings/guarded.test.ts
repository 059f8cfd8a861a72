import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { loadCity } from '../../../../src/db/city.ts'
import { allCityChanges } from '../../../../src/db/city-change.ts'
import { database } from '../../../../src/db/database.ts'
import { runSchedule } from '../../../../src/jobs/schedule.ts'
import { settleGrants } from '../../../../src/jobs/settle-grants.ts'
import { jobWorld } from '../../../../src/jobs/world.ts'
import { settings as say } from '../../../../src/words/id/settings.ts'
import { post, request } from '../../../support/request.ts'
import { aStaff, sessionOf } from '../../../support/staff.ts'
import { filed, world } from '../../../support/world.ts'

const db = database(env.DB)
const DAY = 86_400_000
const IDENTITY = '/petugas/pengaturan/identitas/0'
const KEEPING = '/petugas/pengaturan/penyimpanan/0'

const person = async (role: 'admin' | 'leader', name: string) => {
  const { id } = await aStaff(role, null, `${name}@contoh.id`)
  return { id, cookie: await sessionOf({ id, name, email: '' }) }
}
let rina: { id: string; cookie: string }

beforeAll(async () => {
  await world()
  rina = await person('admin', 'rina')
})

const see = async (path: string, { cookie } = rina) =>
  (await request(path, { headers: { Cookie: cookie } })).text()
const give = (path: string, fields: Record<string, string>, { cookie } = rina) =>
  post(path, fields, { Cookie: cookie })

const identityFields = async () => {
  const { settings } = await loadCity(db)
  return {
    nama_kota: settings.cityName,
    awalan: settings.prefix,
    opd_pengelola: settings.operatingAgency,
    opd_inspektorat: settings.inspectorateAgency,
    opd_wakil: settings.delegateAgency ?? '',
    versi: String((await loadCity(db)).version),
  }
}
const inspectorate = async () => (await loadCity(db)).settings.inspectorateAgency
const letters = async (part: string) =>
  (
    await env.DB.prepare(
      `select recipient from outbox where dedupe like 'setting|%|${part}|%'`,
    ).all<{
      recipient: string
    }>()
  ).results.map(({ recipient }) => recipient)
const asks = async () =>
  (
    await env.DB.prepare('select id, outcome from city_ask order by id').all<{
      id: number
      outcome: string | null
    }>()
  ).results

test('before there is any report one person sets a city up', async () => {
  await give(IDENTITY, { ...(await identityFields()), opd_wakil: 'dinas-kesehatan' })
  expect((await loadCity(db)).settings.delegateAgency).toBe('dinas-kesehatan')
  await give(IDENTITY, { ...(await identityFields()), opd_wakil: 'sekretariat-daerah' })
  await filed(await world())
})

test('alone: who opens identities is changed after three days, in which those who watch are told', async () => {
  const answer = await give(IDENTITY, {
    ...(await identityFields()),
    ...{ nama_kota: 'Kota Baru', opd_inspektorat: 'dinas-pupr' },
  })
  expect(answer.headers.get('Location')).toBe(`${IDENTITY}?kabar=menunggu`)
  // what guards nothing is in at once
  expect((await loadCity(db)).settings.cityName).toBe('Kota Baru')
  expect(await inspectorate()).toBe('inspektorat')
  expect(await see(IDENTITY)).toContain(say.waits)
  expect((await letters('asked')).toSorted()).toEqual([
    'admin',
    'auditor',
    'inspectorate',
    'leader',
  ])
  const [ask] = await asks()
  const own = await give(`/petugas/persetujuan-pengaturan/${ask?.id}`, { putusan: 'setuju' })
  expect(own.status).toBe(422)
  expect(await inspectorate()).toBe('inspektorat')
  await runSchedule(env, '*/5 * * * *', Date.now() + 2 * DAY)
  expect(await inspectorate()).toBe('inspektorat')
  await runSchedule(env, '*/5 * * * *', Date.now() + 3 * DAY + 60_000)
  expect(await inspectorate()).toBe('dinas-pupr')
  expect((await allCityChanges(db)).at(-1)?.by).toBe('timer')
  expect(await letters('ended')).toEqual(['inspectorate', 'auditor'])
})

test('with a second person: their yes alone brings it, and it never comes by itself', async () => {
  const budi = await person('leader', 'budi')
  await give(IDENTITY, { ...(await identityFields()), opd_inspektorat: 'inspektorat' })
  const ask = (await asks()).at(-1)
  const at = `/petugas/persetujuan-pengaturan/${ask?.id}`
  await runSchedule(env, '*/5 * * * *', Date.now() + 6 * DAY)
  expect(await inspectorate()).toBe('dinas-pupr')
  expect(await see('/petugas/persetujuan-peran', budi)).toContain('dinas-pupr → inspektorat')
  const yes = await give(at, { putusan: 'setuju' }, budi)
  expect(yes.headers.get('Location')).toBe('/petugas/persetujuan-peran?kabar=pengaturan')
  expect(await inspectorate()).toBe('inspektorat')
  expect((await allCityChanges(db)).at(-1)?.by).toBe(`staff:${budi.id}`)
  expect((await give(at, { putusan: 'setuju' }, budi)).status).toBe(409)
})

test('no leaves all as it is; another asking of the same form is refused while one waits', async () => {
  const leader = await person('leader', 'sari')
  const fields = { simpan_bulan: '1', surel_pengirim: '', surel_sidik: 'lain@contoh.id' }
  const version = async () => String((await loadCity(db)).version)
  const first = await give(KEEPING, { ...fields, versi: await version() })
  expect(first.headers.get('Location')).toContain('menunggu')
  // the same again by the same person is the same
  expect((await give(KEEPING, { ...fields, versi: await version() })).status).toBe(303)
  const other = await give(KEEPING, { ...fields, simpan_bulan: '2', versi: await version() })
  expect(other.status).toBe(422)
  expect(await other.text()).toContain(say.cityFaults.waiting)
  const ask = (await asks()).at(-1)
  await give(`/petugas/persetujuan-pengaturan/${ask?.id}`, { putusan: 'tolak' }, leader)
  const { settings } = await loadCity(db)
  expect([settings.retentionMonths, settings.digestAddress]).toEqual([24, undefined])
  expect((await asks()).at(-1)?.outcome).toBe('refused')
})

test('a table from outside goes the same road', async () => {
  const body = new FormData()
  body.append('tabel', new File(['simpan_bulan\n3\n'], 'x.csv'))
  const sent = await request('/petugas/pengaturan/penyimpanan/impor', {
    ...{ method: 'POST', body },
    headers: {
      Cookie: rina.cookie,
      Origin: 'https://lapor.example',
      'Sec-Fetch-Site': 'same-origin',
    },
  })
  const id = (sent.headers.get('Location') ?? '').split('/').at(-1)
  const state = async () =>
    (
      await env.DB.prepare('select state from import_run where id = ?')
        .bind(id)
        .first<{ state: string }>()
    )?.state
  await give(`/petugas/impor/${id}`, { simpan_bulan: '0' })
  await expect.poll(state, { timeout: 15_000 }).toBe('checked')
  await give(`/petugas/impor/${id}/jalankan`, { versi: '{"simpan_bulan":0}' })
  await expect.poll(state, { timeout: 15_000 }).toBe('done')
  expect((await loadCity(db)).settings.retentionMonths).toBe(24)
  expect((await asks()).at(-1)?.outcome).toBe(null)
})

test('whoever said yes takes nothing back alone, nor does whoever asked: it is asked for', async () => {
  const leader = await person('leader', 'wati')
  const second = await person('admin', 'tono')
  const open = (await asks()).at(-1)
  await give(`/petugas/persetujuan-pengaturan/${open?.id}`, { putusan: 'tolak' }, leader)
  await give(IDENTITY, { ...(await identityFields()), opd_inspektorat: 'dinas-pupr' })
  const at = `/petugas/persetujuan-pengaturan/${(await asks()).at(-1)?.id}`
  await give(at, { putusan: 'setuju' }, second)
  expect(await inspectorate()).toBe('dinas-pupr')
  const last = (await allCityChanges(db)).at(-1)
  expect(last?.by).toBe(`staff:${second.id}`)
  const undone = await give(`/petugas/pengaturan/jejak/${last?.seq}`, {}, second)
  expect(undone.status, await inspectorate()).toBe(422)
  expect(await undone.text()).toContain(say.undoGuarded)
  expect(await inspectorate()).toBe('dinas-pupr')
  const offered = await see(`${IDENTITY}?kabar=disimpan`, second)
  expect(offered).not.toContain(`/petugas/pengaturan/jejak/${last?.seq}`)
})

test('what an administrator asked for does not come by itself once they are none', async () => {
  const gone = await person('admin', 'lalu')
  const friend = await aStaff('officer', 2, 'teman@contoh.id')
  await give(IDENTITY, { ...(await identityFields()), opd_inspektorat: 'inspektorat' }, gone)
  const now = Date.now()
  const why = 'Untuk menggantikan yang pindah.'
  const waits = `'${friend.id}', '${why}', '${gone.id}', 1, ${now}, ${now + DAY}`
  await env.DB.batch(
    [
      `update city_ask set ripens_at = ${now} where asked_by = '${gone.id}'`,
      `insert into role_grant (id, role, agency_id, user_id, reason, asked_by, asked_at, ripens_at,
        expires_at) values (1, 'verifier', 0, ${waits})`,
      `insert into second_reset (id, user_id, reason, asked_by, asked_at, ripens_at, expires_at)
        values (2, ${waits})`,
      `insert into email_change (id, previous, email, user_id, reason, asked_by, asked_at, ripens_at,
        expires_at) values (3, 'teman@contoh.id', 'lain@contoh.id', ${waits})`,
      `update membership set until = ${now} where user_id = '${gone.id}'`,
    ].map((text) => env.DB.prepare(text)),
  )
  await settleGrants(await jobWorld(env, now + 60_000))
  expect(await inspectorate()).toBe('dinas-pupr')
  for (const table of ['city_ask', 'role_grant', 'second_reset', 'email_change'])
    expect([
      table,
      await env.DB.prepare(`select outcome from ${table} where asked_by = ?`).bind(gone.id).first(),
    ]).toEqual([table, { outcome: 'expired' }])
})
