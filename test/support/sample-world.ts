import { env } from 'cloudflare:workers'
import { recordBreach } from '../../src/db/breaches.ts'
import { caseByReference } from '../../src/db/cases.ts'
import { loadCity } from '../../src/db/city.ts'
import { beginDraft } from '../../src/db/city-drafts.ts'
import { recordRequest } from '../../src/db/data-requests.ts'
import { database } from '../../src/db/database.ts'
import { beginImport } from '../../src/db/imports.ts'
import { clockOf } from '../../src/domain/case/complaint.ts'
import { DAY } from '../../src/domain/time/time.ts'
import { pictures } from '../fixtures/pictures.ts'
import { fileReport, type Receipt, read } from './citizen.ts'
import { DISHUB } from './commands.ts'
import { routing } from './desk-cases.ts'
import { giveLogo } from './give-logo.ts'
import { letterLink } from './letter-link.ts'
import type { Listed, Sample } from './path-list.ts'
import { ORIGIN, post, request } from './request.ts'
import { aStaff, sessionOf } from './staff.ts'

export interface SampleWorld extends Sample {
  report: Receipt
  /** Cookie header of each kind of visitor. */
  cookies: Record<Listed['whose'], string>
}

/** What browsers of our own pages send. */
export const SAME_ORIGIN = { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' }

export const upload = (
  path: string,
  cookie: string,
  files: (Blob | File)[],
  fields: Record<string, string> = {},
): Promise<Response> => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  for (const file of files) body.append('berkas', file)
  return request(path, { method: 'POST', body, headers: { ...SAME_ORIGIN, Cookie: cookie } })
}

const must = async (answer: Response, status = 303): Promise<void> => {
  if (answer.status !== status) throw new Error(`${answer.status}: ${await answer.text()}`)
}

/** The version that the forms of a case carry. */
export const versionIn = (html: string): string =>
  /name="versi" value="(\d+)"/.exec(html)?.[1] ?? ''

/** Sends a form of a case as it stands. */
export const giveByForm = async (
  nomor: string,
  noun: string,
  cookie: string,
  fields: Record<string, string | string[]> = {},
): Promise<Response> => {
  const versi = versionIn(await read(`/petugas/laporan/${nomor}`, cookie))
  return post(`/petugas/laporan/${nomor}/${noun}`, { ...fields, versi }, { Cookie: cookie })
}

/** One row in each register of personal data, open. */
const inTheRegisters = async (complaintId: number, recordedBy: string): Promise<void> => {
  const db = database(env.DB)
  const now = Date.now()
  const came = { kind: 'erase', channel: 'counter', checked: 'Loket, dengan KTP' } as const
  await recordRequest(db, { complaintId, requestedAt: now, recordedBy, ...came })
  const seen = { what: 'Berkas salah kirim', concerned: 'dua orang', done: 'ditarik kembali' }
  await recordBreach(db, { foundAt: now, recordedAt: now, recordedBy, ...seen })
}

/** The city's logo, a table on its way in, and a change that is looked at before it is made. */
const onTheWay = async (staffId: string): Promise<void> => {
  const db = database(env.DB)
  await giveLogo(db)
  const begun = { at: Date.now(), by: `staff:${staffId}` }
  const rows = [{ n: 2, cells: ['14.72.90', 'Kecamatan Uji'] }]
  const table = { kind: 'wilayah', file: 'wilayah.csv', headers: ['kode', 'nama'], rows }
  await beginImport(db, { ...begun, ...table, mapping: { kode_wilayah: 0, nama: 1 } })
  const { version } = await loadCity(db)
  const typed = { sumber: 'SKB', hari: '1/1/2027; Tahun Baru; libur nasional', alasan_ubah: 'Uji' }
  const draft = { noun: 'calendar', rowId: 2027, typed, seen: 0, version } as const
  await beginDraft(db, { ...begun, ...draft }, false)
}

/** A released report with a public photo, in the hands of an officer, who has asked its reporter. */
export const sampleWorld = async (): Promise<SampleWorld> => {
  const report = await fileReport()
  const { number: nomor, url, cookie } = report
  await must(await upload(`${url}/berkas`, cookie, [new File([pictures.baselineJpeg], 'a.jpg')]))
  const photo = /\/berkas\/([^"]+)"/.exec(await read(url, cookie))?.[1] ?? ''
  await aStaff('liaison', DISHUB)
  const admin = await aStaff('admin')
  const cookies = {
    everyone: '',
    reporter: cookie,
    verifier: await sessionOf(await aStaff('verifier')),
    officer: await sessionOf(await aStaff('officer', DISHUB)),
    admin: await sessionOf(admin),
  }
  await must(await giveByForm(nomor, 'penerusan', cookies.verifier, { ...routing, foto: photo }))
  await must(await giveByForm(nomor, 'penanganan', cookies.officer))
  const pertanyaan = 'Berapa tiang lampu yang padam?'
  await must(await giveByForm(nomor, 'pertanyaan', cookies.officer, { pertanyaan }))
  await env.DB.prepare('update complaint set public_from = 0').run()
  const found = await caseByReference(database(env.DB), nomor)
  if (!found) throw new Error('no case')
  const { complaint } = found
  await inTheRegisters(complaint.id, admin.id)
  await onTheWay(admin.id)
  const round = clockOf(complaint, 'completion')?.round ?? 0
  const expires = Date.now() + DAY
  const link = { complaintId: complaint.id, purpose: 'answer', round, expires } as const
  const oneTime = await letterLink(link)
  return { report, nomor, photo, cookies, oneTime, person: admin.id }
}
