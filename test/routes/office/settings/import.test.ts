import { env } from 'cloudflare:workers'
import { beforeAll, expect, test, vi } from 'vitest'
import { loadCity } from '../../../../src/db/city.ts'
import { database } from '../../../../src/db/database.ts'
import { importById, linesAfter } from '../../../../src/db/imports.ts'
import type { ImportState } from '../../../../src/domain/city/imports.ts'
import { SHEETS } from '../../../../src/domain/city/sheets/all.ts'
import { workOn } from '../../../../src/jobs/imports/run-imports.ts'
import { settings as say } from '../../../../src/words/id/settings.ts'
import { ORIGIN, post, request } from '../../../support/request.ts'
import { aStaff, sessionOf } from '../../../support/staff.ts'
import { world } from '../../../support/world.ts'

const db = database(env.DB)
let cookie = ''

beforeAll(async () => {
  await world()
  const { id } = await aStaff('admin')
  cookie = await sessionOf({ id, name: '', email: '' })
})

const see = async (path: string) => (await request(path, { headers: { Cookie: cookie } })).text()

const upload = (kind: string, bytes: string | Uint8Array<ArrayBuffer>) => {
  const body = new FormData()
  body.append('tabel', new File([bytes], 'tabel.csv', { type: 'text/csv' }))
  const headers = { Cookie: cookie, Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' }
  return request(`/petugas/pengaturan/${kind}/impor`, { method: 'POST', body, headers })
}

const uploaded = async (kind: string, bytes: string | Uint8Array<ArrayBuffer>) => {
  const answer = await upload(kind, bytes)
  expect(answer.status, await answer.clone().text()).toBe(303)
  return Number((answer.headers.get('Location') ?? '').split('/').at(-1))
}

/** What goes on after the answer is waited for. */
const until = (id: number, state: ImportState) =>
  vi.waitFor(async () => expect((await importById(db, id))?.state).toBe(state), 20_000)

const mappingOf = async (id: number) => {
  const run = await importById(db, id)
  return Object.fromEntries(Object.entries(run?.mapping ?? {}).map(([k, v]) => [k, String(v)]))
}

const checked = async (id: number) => {
  await post(`/petugas/impor/${id}`, await mappingOf(id), { Cookie: cookie })
  await until(id, 'checked')
  return importById(db, id)
}

const started = async (id: number) => {
  const versi = JSON.stringify((await importById(db, id))?.mapping)
  await post(`/petugas/impor/${id}/jalankan`, { versi }, { Cookie: cookie })
  await until(id, 'done')
  return importById(db, id)
}

test('templates of the city: each line is judged, taken in once, and goes out the same', async () => {
  const table = [
    'Nama;Jenis;Teks;Dipakai',
    'Dari tabel;tanggapan;Laporan {nomor} kami periksa [kapan].;ya',
    'Dari tabel dua;rujukan;Hubungi dinas provinsi di nomor 127.;tidak',
    'Salah isian;tanggapan;Yth. {warga}, laporan kami periksa.;ya',
    'Salah jenis;surat;Laporan kami periksa besok.;ya',
  ].join('\n')
  const id = await uploaded('templat', table)
  expect((await checked(id))?.counts).toEqual({ added: 2, changed: 0, same: 0, refused: 2 })
  const html = await see(`/petugas/impor/${id}`)
  expect(html).toContain(say.lineFaults.template_fields)
  expect((await started(id))?.counts).toEqual({ added: 2, changed: 0, same: 0, refused: 2 })
  const list = await see('/petugas/templat')
  expect(list).toContain('Dari tabel dua')
  const again = await uploaded('templat', table.replace('[kapan].', '[kapan]. Terima kasih.'))
  await checked(again)
  expect((await started(again))?.counts).toEqual({ added: 0, changed: 1, same: 1, refused: 2 })
  const out = await see('/petugas/pengaturan/templat/tabel.csv')
  expect(out).toContain('Terima kasih.')
  const back = await uploaded('templat', out)
  const { counts, lines } = (await checked(back)) ?? {}
  expect(counts).toEqual({ added: 0, changed: 0, same: lines, refused: 0 })
})

const AREAS = [
  'Kode;Nama;Kecamatan;Lintang;Bujur',
  '14.72.90;Kecamatan Uji;;1,5;101,4',
  '14.72.90.1;Kelurahan Uji;14.72.90;;',
  '14.72.90.2;;14.72.90;;',
  '14.72.90.3;Kelurahan Jauh;tidak ada;99;timur',
].join('\r\n')

test('a table is looked at line by line, changes nothing before it is started, then does once', async () => {
  const before = (await loadCity(db)).version
  const id = await uploaded('wilayah', AREAS)
  expect(await see(`/petugas/impor/${id}`)).toContain('Kelurahan Uji')
  const run = await checked(id)
  expect(run?.counts).toEqual({ added: 2, changed: 0, same: 0, refused: 2 })
  expect((await loadCity(db)).version).toBe(before)
  const page = await see(`/petugas/impor/${id}?hanya=ditolak`)
  expect(page).toContain(say.faults.missing('Nama'))
  expect(page).toContain(say.faults.unknown('Kecamatan'))
  expect(page).not.toContain('Kelurahan Uji')
  expect((await started(id))?.counts).toEqual({ added: 2, changed: 0, same: 0, refused: 2 })
  const { areas } = await loadCity(db)
  const district = areas.find(({ code }) => code === '14.72.90')
  expect(district).toMatchObject({ name: 'Kecamatan Uji', lat: 1.5, lng: 101.4, active: true })
  expect(areas.find(({ code }) => code === '14.72.90.1')?.parentId).toBe(district?.id)
})

test('the same table once more adds nothing; what was mended is taken in', async () => {
  const count = (await loadCity(db)).areas.length
  const again = await uploaded('wilayah', AREAS)
  await checked(again)
  const mended = await request(`/petugas/impor/${again}/ditolak.csv`, {
    headers: { Cookie: cookie },
  })
  const text = (await mended.text()).replace('14.72.90.2;;', '14.72.90.2;Kelurahan Baru;')
  const id = await uploaded('wilayah', text)
  expect((await checked(id))?.counts).toMatchObject({ added: 1, refused: 1 })
  await started(id)
  expect((await loadCity(db)).areas).toHaveLength(count + 1)
  const third = await uploaded('wilayah', AREAS)
  expect((await checked(third))?.counts).toEqual({ added: 0, changed: 0, same: 2, refused: 2 })
})

test.each([';', ',', '\t'])(
  'a table of two columns parted by %j, with empty lines, has two',
  async (by) => {
    const lines = [`kode${by}nama`, `14.72.91${by}Kecamatan Dua`, '', '']
    expect(await mappingOf(await uploaded('wilayah', lines.join('\n')))).toEqual({
      ...{ kode_wilayah: '0', nama: '1' },
    })
  },
)

test('Windows-1252 with commas, quotes and line ends in a cell is read as a spreadsheet shows it', async () => {
  const text = 'nama,alamat,urusan,hubungi\r\n"Caf\u00e9 ""Energi""",energi,"Listrik,\nair",123\r\n'
  const bytes = new Uint8Array([...text].map((letter) => letter.charCodeAt(0)))
  const id = await uploaded('instansi-luar', bytes)
  await checked(id)
  await started(id)
  expect((await loadCity(db)).authorities).toMatchObject([
    { name: 'Caf\u00e9 "Energi"', what: 'Listrik,\nair', slug: 'energi' },
  ])
})

test.each([
  ['nothing', '', say.csv.missing],
  ['names alone', 'nama;kode\r\n', say.csv.empty],
  ['a spreadsheet itself', 'PK\u0003\u0004\0\0\0\nx\0\n', say.csv.unreadable],
])('%s is refused in words', async (_, text, words) => {
  const answer = await upload('wilayah', text)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(words)
})

test('cut off after every line and run again: the same rows, once', async () => {
  const lines = Array.from({ length: 7 }, (_, i) => `zona-${i};Zona ${i};Uji;Telepon ${i}`)
  const id = await uploaded('instansi-luar', ['alamat;nama;urusan;hubungi', ...lines].join('\n'))
  await checked(id)
  await env.DB.prepare(`update import_run set state = 'running' where id = ?`).bind(id).run()
  await env.DB.prepare('update import_line set fate = null where run_id = ?').bind(id).run()
  const around = { db, env, now: Date.now(), by: 'staff:uji' }
  for (let cut = 0; cut <= lines.length; cut++) {
    const run = await importById(db, id)
    let n = 0
    const failing = new Proxy(db, {
      get: (target, name) => {
        // dies after `cut` batches: what they did stands
        if (name === 'batch' && n++ >= cut) throw new Error('killed')
        const value = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    if (run) await workOn({ ...around, db: failing }, run, 20).catch(() => {})
    await env.DB.prepare('update import_run set held_until = 0').run()
  }
  const run = await importById(db, id)
  if (run) await workOn(around, run, 20)
  expect((await importById(db, id))?.state).toBe('done')
  const zones = (await loadCity(db)).authorities.filter(({ slug }) => slug.startsWith('zona-'))
  expect(zones.map(({ slug }) => slug).toSorted()).toEqual(lines.map((_, i) => `zona-${i}`))
  expect(await linesAfter(db, id, 0, 100, true)).toEqual([])
})

test('every list that goes out comes in again and finds nothing to change', async () => {
  for (const sheet of SHEETS) {
    const answer = await request(`/petugas/pengaturan/${sheet.at}/tabel.csv`, {
      headers: { Cookie: cookie },
    })
    if (sheet.rows(await loadCity(db)).length === 0) continue
    const id = await uploaded(sheet.at, new Uint8Array(await answer.arrayBuffer()))
    const run = await checked(id)
    expect(run?.counts, sheet.at).toEqual({
      ...{ added: 0, changed: 0, refused: 0 },
      same: sheet.rows(await loadCity(db)).length,
    })
  }
})

test('a cell that a spreadsheet would take for a formula goes out as text and comes back as it was', async () => {
  const id = await uploaded('instansi-luar', 'alamat;nama;urusan;hubungi\nformula;=1+1;@x;-a')
  await checked(id)
  await started(id)
  const out = await see('/petugas/pengaturan/instansi-luar/tabel.csv')
  expect(out).toContain(`'=1+1`)
  const back = await uploaded('instansi-luar', out)
  expect((await checked(back))?.counts.changed).toBe(0)
})

test.each([
  ['columns', `kode;nama${';x'.repeat(120)}\n1;2\n`],
  ['letters in a cell', `kode;nama\n1;${'a'.repeat(30_000)}\n`],
])('a table of too many %s is refused in words', async (_, text) => {
  const answer = await upload('wilayah', text)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(say.csv.wide)
})
