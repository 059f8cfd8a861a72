import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { caseByReference } from '../../src/db/cases.ts'
import { loadCity } from '../../src/db/city.ts'
import { recordRequest } from '../../src/db/data-requests.ts'
import { database } from '../../src/db/database.ts'
import { beginImport } from '../../src/db/imports.ts'
import { complaint } from '../../src/db/schema/complaint.ts'
import { outbox } from '../../src/db/schema/filing.ts'
import { user } from '../../src/db/schema/staff.ts'
import { issueToken } from '../../src/db/staff.ts'
import { clockOf } from '../../src/domain/case/complaint.ts'
import { DAY } from '../../src/domain/time/time.ts'
import { type PathName, patterns } from '../../src/paths.ts'
import { randomBytes } from '../../src/random.ts'
import { withPhone } from './authenticator.ts'
import { fileReport } from './citizen.ts'
import { DISHUB, PUPR } from './commands.ts'
import { routing } from './desk-cases.ts'
import { letterLink } from './letter-link.ts'
import { sampleUrl } from './path-list.ts'
import { post } from './request.ts'
import { giveByForm, type SampleWorld, sampleWorld } from './sample-world.ts'
import { aStaff, sessionOf } from './staff.ts'
import { WAYS } from './step-ways.ts'

/** A page as somebody sees it. */
export interface Visit {
  path: string
  cookie: string
  /** Why it is looked at: only its form of that path. */
  of?: PathName
}

const db = () => database(env.DB)
const closing = {
  tanggapan: 'Ketiga lampu sudah kami ganti tadi pagi.',
  alasan: 'Lampu menyala lagi',
  kunjungan: 'Petugas melihat ketiganya menyala.',
}

/** Everything that was done stands as if the moment to take it back were over. */
const settle = async () => {
  for (const sql of [
    'update message set visible_from = 0',
    'update complaint set undo = null, public_from = 0',
  ])
    await env.DB.prepare(sql).run()
}

const idOf = async (nomor: string) => {
  const found = await caseByReference(db(), nomor)
  if (!found) throw new Error(`no ${nomor}`)
  return found.complaint
}

/** Reports of citizens in each state that asks something of them. */
const reports = async (cookies: SampleWorld['cookies']): Promise<Visit[]> => {
  const at = ({ url, cookie }: { url: string; cookie: string }, more = ''): Visit => ({
    path: `${url}${more}`,
    cookie,
  })
  const [joined, closed, over] = [await fileReport(), await fileReport(), await fileReport()]
  const archived = await fileReport()
  await giveByForm(archived.number, 'arsip', cookies.verifier, { alasan: closing.tanggapan })
  await giveByForm(joined.number, 'penggabungan', cookies.verifier, { induk: closed.number })
  for (const { number } of [closed, over]) {
    await giveByForm(number, 'penerusan', cookies.verifier, routing)
    await giveByForm(number, 'penanganan', cookies.officer)
    await giveByForm(number, 'penutupan', cookies.officer, closing)
  }
  await settle()
  const { id: complaintId, clocks } = await idOf(closed.number)
  const round = clockOf({ clocks }, 'silence')?.round ?? 0
  const expires = Date.now() + DAY
  const link = await letterLink({ complaintId, purpose: 'confirm', round, expires })
  await post(`${over.url}/konfirmasi`, {}, { Cookie: over.cookie })
  return [
    at(joined),
    at(closed),
    at(archived),
    at(over),
    at(over, '/data'),
    { path: `/t/${link}`, cookie: '' },
  ]
}

/** What the office has to answer: a letter that failed, an erasure, a role, somebody who left. */
const office = async ({ cookies, nomor }: SampleWorld): Promise<Visit[]> => {
  const [by] = await db().select().from(user).limit(1)
  const paper = await fileReport()
  await giveByForm(paper.number, 'rujukan', cookies.verifier, { teks: closing.tanggapan })
  await settle()
  await db()
    .update(complaint)
    .set({ hasKeyHolder: false })
    .where(eq(complaint.reference, paper.number))
  const { id } = await idOf(paper.number)
  const now = Date.now()
  const came = {
    channel: 'counter',
    checked: 'Loket, dengan KTP',
    recordedBy: by?.id ?? '',
  } as const
  const request = await recordRequest(db(), {
    ...{ ...came, kind: 'erase', complaintId: id, requestedAt: now },
  })
  await db()
    .insert(outbox)
    .values({
      ...{ dedupe: 'loss', complaintId: (await idOf(nomor)).id, recipient: 'agency' },
      ...{ agencyId: DISHUB, template: 'routed', notBefore: 0, state: 'dead' },
    })
  const gone = await aStaff('officer', PUPR, 'pergi@contoh.id')
  await db().update(user).set({ disabledAt: now }).where(eq(user.id, gone.id))
  const other = await aStaff('officer', PUPR, 'lain@contoh.id')
  const leader = await sessionOf(await aStaff('leader'))
  const asked = { peran: 'auditor', alasan: closing.tanggapan }
  await post(`/petugas/staf/${other.id}/peran`, asked, { Cookie: cookies.admin })
  const second = await aStaff('auditor', null, 'kedua@contoh.id')
  const address = { email: 'kedua-baru@contoh.id', email_lama: second.email }
  const change = { ...address, alasan_email: closing.tanggapan }
  await post(`/petugas/staf/${second.id}/email`, change, { Cookie: cookies.admin })
  const head = await sessionOf(await aStaff('head', PUPR, 'kepala-pupr@contoh.id'))
  const question = { opd: 'dinas-pupr', langkah: 'question', pesan: closing.tanggapan }
  await post(patterns.inquiries, question, { Cookie: leader })
  const token = await issueToken({ db: db(), now, random: randomBytes }, other, DAY)
  return [
    { path: `/petugas/permintaan-data/${request}`, cookie: cookies.admin },
    { path: patterns.grants, cookie: leader },
    { path: patterns.inquiries, cookie: leader },
    { path: patterns.inquiries, cookie: head },
    { path: `/petugas/staf/${gone.id}`, cookie: cookies.admin },
    { path: `/petugas/staf/${other.id}`, cookie: cookies.admin },
    { path: `/petugas/sandi/${token}`, cookie: '' },
  ]
}

/** Cases at which each step of the desk may be taken, and by whom. */
const steps = async (): Promise<Visit[]> => {
  // the same people are at work in both worlds, under the same addresses
  await env.DB.prepare("update user set email = 'dulu-' || email").run()
  const visits: Visit[] = []
  for (const [of, ways] of Object.entries(WAYS))
    for (const way of Object.values(ways)) {
      const { by, nomor } = await way()
      const cookie = await sessionOf({ ...by, email: '' })
      visits.push({ path: `/petugas/laporan/${nomor}`, cookie, of: of as PathName })
    }
  return visits
}

/** What can be taken back for ten seconds: to be looked at first. */
const justDone = async ({ verifier: cookie }: SampleWorld['cookies']): Promise<Visit> => {
  const { number } = await fileReport()
  const done = await giveByForm(number, 'arsip', cookie, { alasan: closing.tanggapan })
  return { path: done.headers.get('Location') ?? '', cookie }
}

/** Tables on their way in: one whose columns wait, one that may be started. */
const imports = async ({ admin: cookie }: SampleWorld['cookies']): Promise<Visit[]> => {
  const table = { kind: 'wilayah', file: 'wilayah.csv', at: Date.now(), by: 'staff:demo-admin' }
  const rows = [{ n: 2, cells: ['14.99', 'Wilayah uji'] }]
  const made = { headers: ['kode', 'nama'], mapping: { kode_wilayah: 0, nama: 1 }, rows }
  const ids = [await beginImport(db(), { ...table, ...made })]
  ids.push(await beginImport(db(), { ...table, ...made }))
  await env.DB.prepare(
    `update import_run set state = 'checked', counts = json_set(counts, '$.added', 1) where id = ?`,
  )
    .bind(ids[1])
    .run()
  // one of an older record that is in, and may be undone
  const old = await beginImport(db(), { ...table, ...made, kind: 'laporan-lama', rows: [] })
  await env.DB.batch([
    env.DB.prepare(
      `update import_run set state = 'done',
        by = (select 'staff:' || user_id from session where ? like '%' || token || '%') where id = ?`,
    ).bind(cookie, old),
    env.DB.prepare(`insert into old_report values ('nomor:uji', 1, ?)`).bind(old),
  ])
  return [...ids, old].map((id) => ({ path: `/petugas/impor/${id}`, cookie }))
}

/** A setting that can be taken back for ten seconds. */
const settings = async ({ admin: Cookie }: SampleWorld['cookies']): Promise<Visit> => {
  const at = '/petugas/pengaturan/instansi-luar'
  const row = { nama: 'PLN', alamat: 'pln', urusan: 'Listrik', hubungi: '123', aktif: 'ya' }
  await post(`${at}/baru`, row, { Cookie })
  return { path: `${at}/1?kabar=disimpan`, cookie: Cookie }
}

/** Accounts with an authenticator app: its owner's, one that has yet to show it, and two that lost it. */
const secondSteps = async ({ admin }: SampleWorld['cookies']): Promise<Visit[]> => {
  const withApp = async (role: 'officer' | 'admin', email: string) => {
    const person = await aStaff(role, role === 'officer' ? PUPR : null, email)
    const cookie = await sessionOf(person)
    await withPhone(person.id, cookie)
    return { person, cookie }
  }
  const { person, cookie } = await withApp('officer', 'langkah@contoh.id')
  const owing = await sessionOf(person)
  const { person: lost } = await withApp('officer', 'hilang@contoh.id')
  const { person: waiting } = await withApp('admin', 'hilang-admin@contoh.id')
  const alasan_langkah = 'Ponselnya jatuh ke sungai kemarin.'
  await post(`/petugas/staf/${waiting.id}/langkah-kedua`, { alasan_langkah }, { Cookie: admin })
  return [
    { path: patterns.account, cookie },
    { path: patterns.accountKey, cookie },
    { path: patterns.secondStep, cookie: owing },
    { path: `/petugas/staf/${lost.id}`, cookie: admin },
  ]
}

/** A setting that waits for a second person; who may say yes sees it beside the roles. */
const askedSetting = async ({ admin: Cookie }: SampleWorld['cookies']): Promise<void> => {
  const { version, settings } = await loadCity(db())
  const simpan_bulan = String(settings.retentionMonths ?? '')
  const fields = { simpan_bulan, surel_pengirim: '', surel_sidik: 'sidik@contoh.id' }
  const path = '/petugas/pengaturan/penyimpanan/0'
  await post(path, { ...fields, versi: String(version) }, { Cookie })
}

/** Pages on which all forms of the product stand, and with them some that stand on several. */
export const formWorld = async () => {
  const sample = await sampleWorld()
  await askedSetting(sample.cookies)
  const shown = (Object.keys(patterns) as PathName[]).flatMap((name) =>
    Object.values(sample.cookies).map((cookie) => ({ path: sampleUrl(name, sample), cookie })),
  )
  const visits = [
    ...shown,
    ...(await reports(sample.cookies)),
    ...(await office(sample)),
    ...(await secondSteps(sample.cookies)),
    ...(await imports(sample.cookies)),
    ...(await steps()),
  ]
  const fresh = [await justDone(sample.cookies), await settings(sample.cookies)]
  return { sample, visits: [...fresh, ...visits] }
}
