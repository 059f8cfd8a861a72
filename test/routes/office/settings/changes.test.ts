import { env } from 'cloudflare:workers'
import { beforeAll, expect, test, vi } from 'vitest'
import { loadCity } from '../../../../src/db/city.ts'
import { allCityChanges } from '../../../../src/db/city-change.ts'
import { database } from '../../../../src/db/database.ts'
import { PUBLISH_CITY } from '../../../../src/db/publish-city.ts'
import { runCityChange } from '../../../../src/db/run-city-change.ts'
import { cityChange } from '../../../../src/db/schema/city.ts'
import { verifyCity } from '../../../../src/seal/city-check.ts'
import { settings as say } from '../../../../src/words/id/settings.ts'
import { DISHUB } from '../../../support/commands.ts'
import { aCase, PUPR } from '../../../support/handled.ts'
import { post, request } from '../../../support/request.ts'
import { aStaff, sessionOf } from '../../../support/staff.ts'
import { TUESDAY, world } from '../../../support/world.ts'

const db = database(env.DB)
const person = async (name: string) => {
  const { id } = await aStaff('admin', null, `${name}@contoh.id`)
  await env.DB.prepare('update user set name = ? where id = ?').bind(name, id).run()
  return { id, cookie: await sessionOf({ id, name, email: '' }) }
}
let rina: { id: string; cookie: string }
let budi: { id: string; cookie: string }

beforeAll(async () => {
  await world()
  rina = await person('Rina')
  budi = await person('Budi')
  env.LIMIT_GUESS.limit = async () => ({ success: true })
})

const see = async (path: string, { cookie } = rina) => {
  const answer = await request(path, { headers: { Cookie: cookie } })
  return { answer, text: await answer.text() }
}

const fieldsOf = (text: string): Record<string, string> => {
  const fields: Record<string, string> = {}
  for (const [tag] of text.matchAll(/<(?:input|textarea|select)[^>]*name="[^"]*"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1] ?? ''
    if (tag.startsWith('<input') && /type="checkbox"/.test(tag) && !/ checked/.test(tag)) continue
    fields[name] = /value="([^"]*)"/.exec(tag)?.[1] ?? ''
  }
  for (const [, name = '', inner = ''] of text.matchAll(
    /<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)</g,
  ))
    fields[name] = inner.trim()
  for (const [, name = '', inner = ''] of text.matchAll(
    /<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  ))
    fields[name] = /value="([^"]*)" selected/.exec(inner)?.[1] ?? ''
  delete fields.q
  return fields
}

const form = async (path: string, who = rina) => fieldsOf((await see(path, who)).text)
const give = (path: string, fields: Record<string, string>, { cookie } = rina) =>
  post(path, fields, { Cookie: cookie })
const agencyAt = async (slug: string) =>
  (await loadCity(db)).agencies.find((agency) => agency.slug === slug)

test('every page of the settings opens, and what it shows can be sent back unchanged', async () => {
  const { text } = await see('/petugas/pengaturan')
  const lists = [...text.matchAll(/href="(\/petugas\/pengaturan\/[a-z-]+)"/g)].map(([, at]) => at)
  expect(new Set(lists).size).toBe(18)
  const before = (await loadCity(db)).version
  for (const at of lists.filter((one) => !/jejak|kalender/.test(one ?? ''))) {
    const list = await see(at ?? '')
    const row = /href="(\/petugas\/pengaturan\/[a-z-]+\/\d+)"/.exec(list.text)?.[1] ?? `${at}/0`
    const page = await see(row)
    if (page.answer.status === 404) continue
    const answer = await give(row, fieldsOf(page.text))
    expect(answer.status, row).toBe(303)
    expect(answer.headers.get('Location'), row).toContain('kabar=tetap')
  }
  expect((await loadCity(db)).version).toBe(before)
})

test('an agency is changed at once for everybody, with who, when, before and after on record', async () => {
  const dishub = await agencyAt('dinas-perhubungan')
  const path = `/petugas/pengaturan/opd/${dishub?.id}`
  const fields = await form(path)
  const answer = await give(path, { ...fields, kepala: 'Ir. Maya Tanjung' })
  expect(answer.headers.get('Location')).toBe(`${path}?kabar=disimpan`)
  expect(await agencyAt('dinas-perhubungan')).toMatchObject({ headName: 'Ir. Maya Tanjung' })
  const { text } = await see('/petugas/pengaturan/jejak')
  expect(text).toContain('Rina')
  expect(text).toContain(say.from('Nama kepala', say.emptyValue, 'Ir. Maya Tanjung'))
})

test('another address of an agency: the old one leads to it for ever, and nobody else gets it', async () => {
  const dishub = await agencyAt('dinas-perhubungan')
  const path = `/petugas/pengaturan/opd/${dishub?.id}`
  await give(path, { ...(await form(path)), alamat: 'dishub' })
  const old = await request('/opd/dinas-perhubungan')
  expect(old.status).toBe(301)
  expect(old.headers.get('Location')).toBe('/opd/dishub')
  expect((await request('/opd/dishub')).status).toBe(200)
  const other = `/petugas/pengaturan/opd/${(await agencyAt('dinas-pupr'))?.id}`
  const refused = await give(other, { ...(await form(other)), alamat: 'dinas-perhubungan' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain(say.faults.taken('Alamat halaman'))
  await give(path, { ...(await form(path)), alamat: 'dinas-perhubungan' })
  expect((await request('/opd/dinas-perhubungan')).status).toBe(200)
})

test('what names an agency by its address follows it', async () => {
  const inspectorate = await agencyAt('inspektorat')
  const path = `/petugas/pengaturan/opd/${inspectorate?.id}`
  await give(path, { ...(await form(path)), alamat: 'inspektorat-daerah' })
  expect((await loadCity(db)).settings.inspectorateAgency).toBe('inspektorat-daerah')
  await give(path, { ...(await form(path)), alamat: 'inspektorat' })
  expect((await loadCity(db)).settings.inspectorateAgency).toBe('inspektorat')
})

test('two administrators on one form: the later is told who, sees what differs and loses nothing', async () => {
  const path = `/petugas/pengaturan/kategori/1`
  const [mine, theirs] = [await form(path), await form(path, budi)]
  await give(path, { ...theirs, nama: 'Jalan dan jembatan' }, budi)
  const answer = await give(path, { ...mine, kata: 'lubang, aspal' })
  expect(answer.status).toBe(409)
  const text = await answer.text()
  expect(text).toContain('Budi')
  expect(text).toContain(say.theirs('Nama', 'Jalan dan jembatan'))
  expect(fieldsOf(text)).toMatchObject({ nama: mine.nama, kata: 'lubang, aspal' })
  const again = await give(path, { ...fieldsOf(text), nama: 'Jalan dan jembatan' })
  expect(again.status).toBe(303)
  expect((await loadCity(db)).categories[0]).toMatchObject({
    name: 'Jalan dan jembatan',
    proposedBy: 'lubang, aspal',
  })
})

test('a new row sent twice is one row', async () => {
  const fields = {
    ...(await form('/petugas/pengaturan/instansi-luar/baru')),
    ...{ nama: 'PLN', alamat: 'pln', urusan: 'Listrik padam', hubungi: 'Telepon 123', aktif: 'ya' },
  }
  const first = await give('/petugas/pengaturan/instansi-luar/baru', fields)
  const second = await give('/petugas/pengaturan/instansi-luar/baru', fields)
  expect([first.status, second.status]).toEqual([303, 303])
  expect((await loadCity(db)).authorities).toMatchObject([{ name: 'PLN', slug: 'pln' }])
})

test.each([
  [
    'an agency that a category leads to is taken out of use',
    'opd/PUPR',
    { aktif: '' },
    'agency_inactive',
  ],
  ['office hours end before they begin', 'jam-kerja/0', { tutup: '06.00' }, 'reversed'],
  ['the map is upside down', 'batas-peta/0', { selatan: '3' }, 'upside_down'],
  ['an agency is a part of itself', 'opd/PUPR', { induk: 'dinas-pupr' }, 'round'],
  [
    'the mayor’s delegate is Inspektorat',
    'identitas/0',
    { opd_wakil: 'inspektorat' },
    'same_agency',
  ],
] as const)('refused, for the city as a whole: %s', async (_, at, change, what) => {
  const pupr = await agencyAt('dinas-pupr')
  const path = `/petugas/pengaturan/${at.replace('PUPR', String(pupr?.id))}`
  const version = (await loadCity(db)).version
  const answer = await give(path, { ...(await form(path)), ...change })
  expect(answer.status).toBe(422)
  const text = await answer.text()
  expect(text).toContain(say.cityFaults[what])
  if (what === 'agency_inactive') expect(text).toContain('Kategori Jalan dan jembatan: ')
  expect((await loadCity(db)).version).toBe(version)
})

test('undone within ten seconds by whoever did it, by nobody else and not later', async () => {
  const path = '/petugas/pengaturan/pengelola/0'
  const before = (await loadCity(db)).settings.manager
  await give(path, { ...(await form(path)), telepon: '(0765) 123456' })
  const { text } = await see(`${path}?kabar=disimpan`)
  const undo = /action="(\/petugas\/pengaturan\/jejak\/\d+)"/.exec(text)?.[1] ?? ''
  expect((await give(undo, {}, budi)).status).toBe(404)
  const done = await give(undo, {})
  expect(done.headers.get('Location')).toBe(`${path}?kabar=urung`)
  expect((await loadCity(db)).settings.manager).toEqual(before)
  await give(path, { ...(await form(path)), telepon: '(0765) 123456' })
  const late = /action="(\/petugas\/pengaturan\/jejak\/\d+)"/.exec(
    (await see(`${path}?kabar=disimpan`)).text,
  )?.[1]
  vi.useFakeTimers({ now: Date.now() + 20_000, toFake: ['Date'] })
  expect((await give(late ?? '', {})).status).toBe(422)
  vi.useRealTimers()
})

test('raced: both changes of different rows stand, and each is on record once', async () => {
  const around = (id: string) => ({ db, now: TUESDAY, by: `staff:${id}` })
  const areas = (await loadCity(db)).areas.slice(0, 6)
  const before = await db.$count(cityChange)
  const outcomes = await Promise.all(
    areas.map(({ id }, i) =>
      runCityChange(around(i % 2 ? rina.id : budi.id), {
        ...{ noun: 'area', rowId: id, typed: { nama: `Wilayah ${i}` }, seen: 0 },
      }),
    ),
  )
  expect(outcomes.map(({ kind }) => kind)).toEqual(areas.map(() => 'done'))
  expect(await db.$count(cityChange)).toBe(before + areas.length)
  const names = (await loadCity(db)).areas.filter(({ name }) => name.startsWith('Wilayah '))
  expect(names).toHaveLength(areas.length)
})

const found = async () =>
  (await verifyCity(await allCityChanges(db), await loadCity(db))).map(({ problem }) => problem)

test('the trail is a chain, and the rows are as it says', async () => {
  expect((await allCityChanges(db)).length).toBeGreaterThan(10)
  expect(await found()).toEqual([])
})

/** Runs, looks, and puts the row back as it was. */
const tampered = async (table: string, key: string, sql: string) => {
  const { results } = await env.DB.prepare(`select * from ${table} where ${key}`).all()
  await env.DB.batch([sql, PUBLISH_CITY].map((one) => env.DB.prepare(one)))
  const problems = await found()
  await env.DB.prepare(`delete from ${table} where ${key}`).run()
  for (const row of results) {
    const names = Object.keys(row)
    await env.DB.prepare(
      `insert into ${table} (${names.join()}) values (${names.map(() => '?').join()})`,
    )
      .bind(...Object.values(row))
      .run()
  }
  await env.DB.prepare(PUBLISH_CITY).run()
  expect(await found()).toEqual([])
  return problems
}

test('what is changed by SQL is found: a row, a change, its absence', async () => {
  const seqs = (await allCityChanges(db)).map(({ seq }) => seq)
  const some = seqs[4] ?? 0
  expect(
    await tampered('category', 'id = 1', `update category set default_agency_id = 7 where id = 1`),
  ).toEqual(['city-row-differs'])
  expect(
    await tampered(
      'city_change',
      `seq = ${some}`,
      `update city_change set by = 'staff:x' where seq = ${some}`,
    ),
  ).toEqual(['city-altered'])
  expect(
    await tampered('city_change', `seq = ${some}`, `delete from city_change where seq = ${some}`),
  ).toContain('city-gap')
})

test('the snapshot that pages read is what the tables hold', async () => {
  const { results } = await env.DB.prepare('select id, name from area order by code').all()
  expect((await loadCity(db)).areas.map(({ id, name }) => ({ id, name }))).toEqual(results)
})

test('a notice stands on the form from its first day to its last', async () => {
  const path = '/petugas/pengaturan/pengumuman/baru'
  const days = { mulai: '1/11/2026', sampai: '2026-11-30', aktif: 'ya' }
  const isi = 'Perbaikan pipa di Dumai Barat. Air mati sampai Minggu.'
  expect((await give(path, { ...days, isi, kategori: '' })).status).toBe(303)
  const on = async (day: string) => {
    vi.useFakeTimers({ now: Date.parse(`${day}T03:00:00Z`), toFake: ['Date'] })
    const text = await (await request('/lapor')).text()
    vi.useRealTimers()
    return text.includes(isi)
  }
  expect([await on('2026-10-31'), await on('2026-11-01'), await on('2026-11-30')]).toEqual([
    ...[false, true, true],
  ])
  expect(await on('2026-12-01')).toBe(false)
})

test('an area that is not used any more cannot be chosen, and stays in old reports', async () => {
  const area = (await loadCity(db)).areas.find(({ parentId }) => parentId !== null)
  const path = `/petugas/pengaturan/wilayah/${area?.id}`
  const option = `<option value="${area?.id}"`
  expect(await (await request('/lapor')).text()).toContain(option)
  await give(path, { ...(await form(path)), aktif: '' })
  expect(await (await request('/lapor')).text()).not.toContain(option)
  expect((await loadCity(db)).areas.some(({ id }) => id === area?.id)).toBe(true)
})

test('an agency whose work stands still says who is missing, one that is retired does not', async () => {
  const agency = (await loadCity(db)).agencies.find(({ id }) => id === DISHUB)
  const row = async () => {
    const { text } = await see('/petugas/pengaturan/opd')
    return new RegExp(`/opd/${agency?.id}">[\\s\\S]*?</tr>`).exec(text)?.[0] ?? ''
  }
  expect(await row()).toContain(say.noLiaison)
  const liaison = await aStaff('liaison', agency?.id, 'penghubung-dishub@contoh.id')
  expect(await row()).not.toContain(say.noLiaison)
  const set = async (column: string, value: number) => {
    await env.DB.prepare(`update agency set ${column} = ? where id = ?`).bind(value, DISHUB).run()
    await env.DB.prepare(PUBLISH_CITY).run()
  }
  await set('approval', 1)
  expect(await row()).toContain(say.noHead)
  await set('active', 0)
  const retired = await row()
  for (const lack of [say.noLiaison, say.noHead]) expect(retired).not.toContain(lack)
  expect(retired).toContain(say.retired)
  const person = await see(`/petugas/staf/${liaison.id}`)
  expect(person.text).toContain(`${agency?.shortName}, ${say.retired.toLowerCase()}`)
  await set('active', 1)
  await env.DB.prepare('update user set disabled_at = 1 where id = ?').bind(liaison.id).run()
  expect(await row()).toContain(say.noLiaison)
})

test('what reports stand in the way of: an agency that holds one, and the prefix of their numbers', async () => {
  await aCase(TUESDAY, 'routed')
  const version = (await loadCity(db)).version
  for (const [path, change] of [
    [`/petugas/pengaturan/opd/${PUPR}`, { aktif: '' }],
    ['/petugas/pengaturan/identitas/0', { awalan: 'DMZ' }],
  ] as const) {
    const answer = await give(path, { ...(await form(path)), ...change })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(say.cityFaults.still_used)
  }
  expect((await loadCity(db)).version).toBe(version)
})
