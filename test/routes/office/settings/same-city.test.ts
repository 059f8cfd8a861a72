import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { cityRows, seedCity } from '../../../../seed/city.ts'
import { emptyCityRows } from '../../../../seed/empty-city.ts'
import { loadCity } from '../../../../src/db/city.ts'
import { database } from '../../../../src/db/database.ts'
import { runCityChange } from '../../../../src/db/run-city-change.ts'
import type { City } from '../../../../src/domain/city/city.ts'
import type { Noun } from '../../../../src/domain/city/sheets/sheet.ts'
import { settleGrants } from '../../../../src/jobs/settle-grants.ts'
import { jobWorld } from '../../../../src/jobs/world.ts'
import { ripen } from '../../../support/empty-site.ts'
import { rows } from '../../../support/handled.ts'
import { lookedAt, runOf, startedKilled } from '../../../support/import-table.ts'
import { request } from '../../../support/request.ts'
import { aStaff, sessionOf } from '../../../support/staff.ts'

const db = database(env.DB)

/** In the order in which an empty city takes them in: what is named comes first. */
const TABLES = [
  ...['kalender', 'batas-waktu', 'jam-kerja', 'opd', 'identitas', 'pengelola', 'di-luar-kami'],
  ...['penyimpanan', 'wilayah', 'kategori', 'batas-kota', 'layanan', 'instansi-luar'],
  ...['pengumuman', 'templat', 'staf', 'penerimaan'],
]

/** Of each kind a few: what is killed and begun again takes time. */
const fewRows = () => {
  const all = cityRows()
  const agencies = all.agencies.slice(0, 8)
  return {
    ...all,
    agencies,
    categories: all.categories.filter(({ defaultAgencyId: id }) => id && id <= 8).slice(0, 3),
    areas: all.areas.filter(({ id, parentId }) => id === 1 || parentId === 1),
    templates: all.templates.slice(0, 3),
  }
}

const tableOf = async (cookie: string, kind: string) => {
  const at = `/petugas/pengaturan/${kind}/tabel.csv`
  const answer = await request(at, { headers: { Cookie: cookie } })
  expect(answer.status, kind).toBe(200)
  return answer.text()
}

/** What a seeded city has none of: a row of each kind, and names that come before what they hang on. */
const MORE: [Noun, number | null, Record<string, string>][] = [
  ['agency', null, { nama: 'A Unit', singkatan: 'Unit', alamat: 'a-unit', bentuk: 'uptd' }],
  ['agency', 3, { setiap_hari: 'ya', kepala: 'Drs. Budi', surel_opd: 'opd@contoh.id' }],
  ['authority', null, { nama: 'PLN', alamat: 'pln', urusan: 'Listrik', hubungi: '123' }],
  ['notice', null, { isi: 'Hati-hati;\nada "galian".', mulai: '2026-01-02', kategori: '' }],
  ['service', null, { nama: 'Izin', alamat: 'izin', penyelenggara: 'a-unit' }],
  ['limit', null, { kategori: 'jalan-rusak', berlaku: '2026-01-01', panjang: '24', satuan: 'jam' }],
  ['hours', 0, { zona: '480', buka: '08.00', tutup: '16.30' }],
  [
    'manager',
    0,
    {
      ...{ nama: 'Diskominfo', jabatan: 'Kepala Bidang', alamat_kantor: 'Jalan Sam 1' },
      ...{ telepon: '(0765) 21234', surel: 'pengaduan@dumaikota.go.id' },
    },
  ],
  ['intake', 0, { terima: 'ya', kalimat_tutup: 'Kami pindah kantor.' }],
  [
    'clock_rule',
    null,
    {
      ...{ jam: 'verify', jenis_laporan: 'all', lama: '4', hitungan: 'working_day' },
      ...{ sejak: '2026-03-01', dasar_hukum: 'Perwali 1/2026' },
    },
  ],
]

const change = async (noun: Noun, rowId: number | null, typed: Record<string, string>) => {
  const around = { db, now: Date.parse('2026-02-02T02:00:00Z'), by: 'staff:uji' }
  const given = { noun, rowId, typed: { ...(rowId ? {} : { aktif: 'ya' }), ...typed } }
  const outcome = await runCityChange(around, { ...given, seen: Number.MAX_SAFE_INTEGER })
  expect(outcome, JSON.stringify(given)).toMatchObject({ kind: 'done' })
}

/** By what its rows are called, not by the numbers that they happen to have. */
const spoken = ({ version: _, oldSlugs: _old, settings, ...city }: City) => {
  const names = (list: readonly { id: number; slug?: string; code?: string }[]) =>
    new Map(list.map(({ id, slug, code }) => [id, slug ?? code]))
  const [agency, category, area] = [city.agencies, city.categories, city.areas].map(names)
  const ofAgency = ['parentId', 'defaultAgencyId', 'agencyId']
  const say = (list: readonly object[], parent = agency) =>
    list
      .map((row) =>
        Object.fromEntries(
          Object.entries(row)
            // no form keeps whether a name was verified
            .filter(([name]) => name !== 'id' && name !== 'status')
            .map(([name, value]) => {
              if (ofAgency.includes(name)) return [name, parent?.get(value as number) ?? null]
              return [name, name === 'categoryId' ? (category?.get(value) ?? null) : value]
            }),
        ),
      )
      .map((row) => JSON.stringify(row))
      .toSorted()
  const { samples: _samples, bbox: _bbox, ...own } = settings
  return {
    ...city,
    settings: own,
    agencies: say(city.agencies),
    categories: say(city.categories),
    areas: say(city.areas, area),
    notices: say(city.notices),
    services: say(city.services),
    limits: say(city.limits),
    authorities: say(city.authorities),
    clockRules: say(city.clockRules),
  }
}

const TEMPLATES = 'select kind, name, text, active from template order by kind, name'
const ROLES = `select u.name, u.email, m.role, a.slug from membership m join user u on u.id = m.user_id
  left join agency a on a.id = m.agency_id where m.until is null order by u.email, m.role, a.slug`

const emptied = async () => {
  const tables = await rows<{ name: string }>(
    `select name from sqlite_master where type = 'table' and name not like '%\\_%' escape '\\'
      or name in ('agency_slug', 'calendar_year', 'clock_rule', 'public_limit', 'city_change',
        'city_snapshot', 'import_run', 'import_line', 'role_grant', 'template_change')`,
  )
  await env.DB.batch(tables.map(({ name }) => env.DB.prepare(`delete from "${name}"`)))
}

test('what goes out of a city makes the same one of an empty one, however often it is killed', async () => {
  await seedCity(db, fewRows())
  for (const [noun, rowId, typed] of MORE) await change(noun, rowId, typed)
  // a unit whose name comes before that of its agency
  const unit = (await loadCity(db)).agencies.find(({ slug }) => slug === 'a-unit')
  await change('agency', unit?.id ?? 0, { induk: 'dinas-perhubungan' })
  await aStaff('admin', null, 'admin@contoh.id')
  await aStaff('verifier', null, 'verifikator@contoh.id')
  await aStaff('liaison', 2, 'penghubung@contoh.id')
  await aStaff('auditor', null, 'lain@contoh.id')
  const admin = await rows<{ id: string }>(`select id from user where email = 'admin@contoh.id'`)
  let cookie = await sessionOf({ id: admin[0]?.id ?? '', name: '', email: '' })
  const before = { city: await loadCity(db), templates: await rows(TEMPLATES) }
  const roles = await rows(ROLES)
  const tables = new Map<string, string>()
  for (const kind of TABLES) tables.set(kind, await tableOf(cookie, kind))

  await emptied()
  await seedCity(db, emptyCityRows('tanggap@kota.contoh.id'))
  cookie = await sessionOf(await aStaff('admin', null, 'admin@contoh.id'))
  for (const kind of TABLES) {
    const run = await lookedAt(cookie, kind, tables.get(kind) ?? '')
    const { refused, added, changed } = run.counts
    expect([kind, refused]).toEqual([kind, 0])
    if (added + changed === 0) continue
    await startedKilled(run.id, 3)
    expect((await runOf(run.id)).counts.refused, kind).toBe(0)
    if (kind !== 'staf') continue
    await ripen(env)
    await settleGrants(await jobWorld(env, Date.now(), { enqueue: async () => {} }))
    await env.DB.prepare(
      `insert into account (id, account_id, provider_id, user_id, password, created_at, updated_at)
        select 'a' || id, id, 'credential', id, 'x', 0, 0 from user
        where email = 'verifikator@contoh.id'`,
    ).run()
  }
  expect(spoken(await loadCity(db))).toEqual(spoken(before.city))
  expect(await rows(TEMPLATES)).toEqual(before.templates)
  expect(await rows(ROLES)).toEqual(roles)
  for (const kind of TABLES) expect(await tableOf(cookie, kind), kind).toBe(tables.get(kind))
})
