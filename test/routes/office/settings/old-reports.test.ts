import { env } from 'cloudflare:workers'
import { beforeAll, expect, test, vi } from 'vitest'
import { caseByReference } from '../../../../src/db/cases.ts'
import { database } from '../../../../src/db/database.ts'
import { linesAfter } from '../../../../src/db/imports.ts'
import { settings as say } from '../../../../src/words/id/settings.ts'
import { rows } from '../../../support/handled.ts'
import { historyFound } from '../../../support/history-found.ts'
import { lookedAt, runOf, started, startedKilled } from '../../../support/import-table.ts'
import { faults } from '../../../support/invariants.ts'
import { post, request } from '../../../support/request.ts'
import { aStaff, sessionOf } from '../../../support/staff.ts'
import { world } from '../../../support/world.ts'

const db = database(env.DB)
const KIND = 'laporan-lama'
let cookie = ''

beforeAll(async () => {
  await world()
  cookie = await sessionOf(await aStaff('admin'))
})

const see = async (path: string, as = cookie) => request(path, { headers: { Cookie: as } })
const reports = () =>
  rows<{ reference: string; state: string; told_day: string; lapor_number: string | null }>(
    'select reference, state, told_day, lapor_number from complaint order by id',
  )

const HEADER =
  'Tracking ID;Tanggal Laporan;Judul Laporan;Isi Laporan;Kategori;Lokasi;Instansi Terdisposisi;Status;Tanggal Selesai;Tindak Lanjut;Nama Pelapor;No HP;Sifat Laporan'
const OLD = [
  '101;03/05/2026;Lubang;Jalan berlubang di depan pasar.;Jalan rusak;;Dinas PUPR;Selesai;9 Mei 2026;Ditambal 8 Mei.;Siti Rahmah;081200001234;',
  '102;04/05/2026 10:15;;Lampu jalan mati sejak Minggu di gang kami.;;;;Belum ditindaklanjuti;;;Budi Santoso;;Rahasia',
  ';05/05/2026;;Sampah menumpuk di belakang terminal.;;;;Diarsipkan;;;;;Anonim',
  ';05/05/2026;;Sampah menumpuk di belakang terminal.;;;;Diarsipkan;;;;;Anonim',
  '103;31/02/2026;;Tanggalnya salah.;;;;Selesai;;;;;',
  '104;05/05/2020;;Sudah lewat masa simpan.;;;;Selesai;06/05/2020;;;;',
  '105;05/05/2026;;OPD dan statusnya tidak dikenal.;;;Dinas Antah;Entah;;;;;',
]

test('a LAPOR! table is guessed, each line is told what becomes of it, and nothing is here yet', async () => {
  const run = await lookedAt(cookie, KIND, [HEADER, ...OLD].join('\r\n'))
  expect(Object.keys(run.mapping).length).toBe(13)
  expect(run.counts).toEqual({ added: 3, changed: 0, same: 1, refused: 3 })
  const page = await (await see(`/petugas/impor/${run.id}`)).text()
  expect(page).toContain(say.lineFaults.past_keeping)
  expect(page).toContain(say.faults.unknown('OPD yang menangani'))
  expect(page).not.toContain('Siti Rahmah')
  expect(await reports()).toEqual([])
  const other = await sessionOf(await aStaff('admin', null, 'lain@contoh.id'))
  expect((await see(`/petugas/impor/${run.id}`, other)).status).toBe(404)
  expect((await see(`/petugas/impor/${run.id}/ditolak.csv`, other)).status).toBe(404)
})

test('taken in once, whatever is killed: over ones are over, open ones begin today, nobody is told', async () => {
  const run = await lookedAt(cookie, KIND, [HEADER, ...OLD].join('\r\n'))
  await startedKilled(run.id, 0)
  expect((await runOf(run.id)).counts).toMatchObject({ refused: 3 })
  expect(await reports()).toMatchObject([
    { state: 'closed', told_day: '2026-05-03', lapor_number: '101' },
    { state: 'received', told_day: '2026-05-04', lapor_number: '102' },
    { state: 'archived', told_day: '2026-05-05', lapor_number: null },
  ])
  expect(await rows('select 1 from outbox')).toEqual([])
  expect(await rows('select distinct complaint_id from clock')).toHaveLength(1)
  expect(await rows('select 1 from assignment where open = 1')).toHaveLength(1)
  const figures = await rows<{ scope: string; received: number; imported: number }>(
    'select scope, received, imported from figure order by scope',
  )
  expect(figures.find(({ scope }) => scope === 'city')).toMatchObject({ received: 1, imported: 2 })
  const again = await lookedAt(cookie, KIND, [HEADER, ...OLD].join('\r\n'))
  expect(again.counts).toMatchObject({ added: 0, same: 4 })
})

test('who reported stands nowhere in the clear: not in lines that wait, not in lines that came in', async () => {
  const all = JSON.stringify(
    await Promise.all(
      ['import_line', 'import_run', 'identity', 'complaint', 'event', 'old_report', 'message'].map(
        (table) => rows(`select * from ${table}`),
      ),
    ),
  )
  expect(all).not.toMatch(/Siti|081200001234|Budi Santoso/)
  const [found] = await reports()
  const one = await caseByReference(db, found?.reference ?? '')
  expect(
    await rows('select has_name, has_phone from identity where complaint_id = ?', one?.row.id ?? 0),
  ).toEqual([{ has_name: 1, has_phone: 1 }])
  const lines = await linesAfter(db, (await runOf(2)).id, 0, 100)
  expect(lines.filter(({ cells }) => cells.length === 0)).toHaveLength(4)
})

test('the history holds, and every figure is what the reports say', async () => {
  expect(await historyFound()).toEqual([])
  expect(await faults(db)).toEqual([])
})

test('in Windows-1252, by commas, the same lines are the same reports', async () => {
  const text = [
    'Nomor,Tanggal,Isi,Status',
    '201,2026-05-06,"Caf\u00e9 itu, berisik.",selesai',
  ].join('\n')
  const bytes = new Uint8Array([...text].map((letter) => letter.charCodeAt(0)))
  const run = await lookedAt(cookie, KIND, bytes)
  expect((await started(cookie, run.id)).counts).toMatchObject({ added: 1 })
  expect(await rows(`select text from complaint where lapor_number = '201'`)).toEqual([
    { text: 'Caf\u00e9 itu, berisik.' },
  ])
})

test('not public, found by its old number, and marked on the desk', async () => {
  const [found] = await reports()
  const number = found?.reference ?? ''
  const open = await (await request(`/laporan/${number}`)).text()
  expect(open).toContain('Dibawa dari catatan lama')
  expect(open).not.toMatch(/berlubang|Lubang|Ditambal/)
  const verifier = await sessionOf(await aStaff('verifier'))
  const answer = await see('/petugas/cari?q=101', verifier)
  expect([answer.status, answer.headers.get('Location')]).toEqual([
    303,
    `/petugas/laporan/${number}`,
  ])
  const page = await (await see(`/petugas/laporan/${number}`, verifier)).text()
  expect(page).toContain('Catatan lama')
  expect(page).toContain('3 Mei 2026')
  expect(page).toContain('Ditambal 8 Mei.')
})

test('undone as a whole, but for what somebody acted on; then the same file may come again', async () => {
  const [, open] = await reports()
  const verifier = await sessionOf(await aStaff('verifier', null, 'kedua@contoh.id'))
  const path = `/petugas/laporan/${open?.reference}`
  const versi = /name="versi" value="(\d+)"/.exec(await (await see(path, verifier)).text())?.[1]
  const archived = await post(
    `${path}/arsip`,
    { versi: versi ?? '', alasan: 'Sudah tidak berlaku.' },
    { Cookie: verifier },
  )
  expect(archived.status).toBe(303)
  const page = await (await see('/petugas/impor/2')).text()
  expect(page).toContain(say.csv.undo.button)
  const answer = await post('/petugas/impor/2/pembatalan', {}, { Cookie: cookie })
  expect(answer.status).toBe(303)
  await vi.waitFor(async () => expect((await runOf(2)).undoneAt).not.toBeNull(), 10_000)
  expect(
    await rows(`select state, text is null as gone, lapor_number as number from complaint
    where lapor_number in ('101', '102') order by id`),
  ).toEqual([
    { state: 'withdrawn', gone: 1, number: '101' },
    { state: 'archived', gone: 0, number: '102' },
  ])
  expect(await (await see('/petugas/impor/2')).text()).toContain(say.csv.undo.done(1))
  expect(await rows('select sum(imported) as n from figure where scope = ?', 'city')).toEqual([
    { n: 1 },
  ])
  expect([await historyFound(), await faults(db)]).toEqual([[], []])
  const again = await lookedAt(cookie, KIND, [HEADER, ...OLD].join('\r\n'))
  expect(again.counts).toMatchObject({ added: 2, same: 2 })
})

const exported = async (dari: string, sampai: string, as = cookie) =>
  post('/petugas/pengaturan/laporan', { dari, sampai }, { Cookie: as })

test('what goes out comes in again: here it is the same, elsewhere it is the same report; on record', async () => {
  const answer = await exported('1/1/2026', '31/12/2099')
  expect(answer.headers.get('Content-Type')).toContain('text/csv')
  const table = await answer.text()
  expect(table).not.toMatch(/Siti|0812|Budi/)
  const lines = (await rows('select 1 from complaint where text is not null')).length
  expect(await rows('select name, lines from export_log order by id desc limit 1')).toEqual([
    { name: 'laporan-2026-01-01-2099-12-31', lines },
  ])
  expect((await lookedAt(cookie, KIND, table)).counts).toMatchObject({ same: lines, added: 0 })
  await env.DB.batch(
    [
      'complaint',
      'event',
      'clock',
      'assignment',
      'message',
      'identity',
      'figure',
      'old_report',
    ].map((name) => env.DB.prepare(`delete from ${name}`)),
  )
  const run = await lookedAt(cookie, KIND, table)
  expect(run.counts).toMatchObject({ added: lines, refused: 0 })
  await startedKilled(run.id, 0)
  expect(await (await exported('1/1/2026', '31/12/2099')).text()).toBe(table)
})

test.each([
  [{ dari: '', sampai: 'besok' }, [say.reportTable.dayMissing]],
  [{ dari: '2/2/2026', sampai: '1/2/2026' }, [say.reportTable.reversed]],
])('%j is refused in words', async ({ dari, sampai }, words) => {
  const answer = await exported(dari, sampai)
  expect(answer.status).toBe(422)
  const page = await answer.text()
  for (const text of words) expect(page).toContain(text)
})
