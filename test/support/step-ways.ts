import { and, eq } from 'drizzle-orm'
import { dossierByReference } from '../../src/db/dossier.ts'
import { publishCity } from '../../src/db/publish-city.ts'
import { agency } from '../../src/db/schema/city.ts'
import { clock, complaint } from '../../src/db/schema/complaint.ts'
import type { Given } from '../../src/domain/acts/acts.ts'
import type { Staff } from '../../src/domain/people/actor.ts'
import { addDays, dateOf } from '../../src/domain/time/time.ts'
import { pictures } from '../fixtures/pictures.ts'
import { DISHUB, INSPEKTORAT, PUPR, WORDS } from './commands.ts'
import { type Fields, send, staff, standing } from './desk.ts'
import { fresh, handled, routed, routing } from './desk-cases.ts'
import { give } from './handled.ts'
import { world } from './world.ts'

const OTHER = 'Kata-kata lain, yang tidak boleh hilang begitu saja.'

/** A case at which a form may be sent, by whom and with what. */
export interface Way {
  by: Staff
  nomor: string
  fields: Fields
  /** The same form with other words; none where it has nothing to type or choose. */
  other?: Fields
}

const photo = (name = 'a.jpg') => new File([pictures.baselineJpeg], name)

const asReporter = async (nomor: string, command: Given) => {
  const { complaint } = await standing(nomor)
  await give(await world(), complaint.id, { kind: 'reporter' }, Date.now(), command)
}

/** Sends a form that leads on. */
const done = async (by: Staff, nomor: string, path: string, fields: Fields = {}) => {
  const answer = await send(by, nomor, path, fields)
  if (answer.status !== 303) throw new Error(`${path}: ${answer.status} ${answer.html}`)
}

const closing = {
  tanggapan: 'Ketiga lampu sudah menyala kembali malam ini.',
  alasan: 'Lampu sudah diganti',
  kunjungan: '23 November, Pak Amir ke lokasi.',
}

const closed = async () => {
  const nomor = await handled()
  await done(await staff('officer', DISHUB), nomor, '/penutupan', closing)
  await asReporter(nomor, { name: 'confirm' })
  return nomor
}

/** A supervisory case said to be done, to which the reporter has not answered in time. */
export const unheard = async () => {
  const nomor = await fresh()
  const { rilis: _, ...undecided } = routing
  const to = { ...undecided, pengawasan: '1', opd: String(INSPEKTORAT) }
  await done(await verifier(), nomor, '/penerusan', to)
  const inspector = await staff('inspectorate', INSPEKTORAT)
  await done(inspector, nomor, '/penanganan')
  await done(inspector, nomor, '/penutupan', closing)
  const { complaint: c } = await standing(nomor)
  const { db } = await world()
  await db
    .update(clock)
    .set({ dueDay: '2026-01-05' })
    .where(and(eq(clock.complaintId, c.id), eq(clock.kind, 'silence')))
  return nomor
}

const words = (by: Staff, nomor: string, name: string, more: Fields = {}): Way => ({
  ...{ by, nomor },
  fields: { ...more, [name]: WORDS },
  other: { ...more, [name]: OTHER },
})

const verifier = () => staff('verifier')
const liaison = () => staff('liaison', DISHUB)
const officer = () => staff('officer', DISHUB)

const withApproval = async <T>(work: () => Promise<T>): Promise<T> => {
  const { db } = await world()
  await db.update(agency).set({ approval: true }).where(eq(agency.id, DISHUB))
  await publishCity(db)
  const made = await work()
  await db.update(agency).set({ approval: false }).where(eq(agency.id, DISHUB))
  await publishCity(db)
  return made
}

/** By the path of the form; a path may have several. */
export const WAYS: Record<string, Record<string, () => Promise<Way>>> = {
  caseScreening: {
    answer: async () => {
      const by = await verifier()
      const nomor = await routed({ anonymous: true }, { teks_saring: WORDS })
      await done(await liaison(), nomor, '/pertanyaan', { pertanyaan: WORDS })
      await asReporter(nomor, { name: 'answer', text: 'Yang di dekat rumah saya.' })
      return words(by, nomor, 'teks', { pesan: String((await standing(nomor)).complaint.version) })
    },
  },
  caseApproval: {
    reply: () =>
      withApproval(async () => {
        const nomor = await handled()
        await done(await officer(), nomor, '/tanggapan', { tanggapan: WORDS })
        const pesan = String((await standing(nomor)).complaint.version)
        return { by: await staff('head', DISHUB), nomor, fields: { pesan } }
      }),
    closure: () =>
      withApproval(async () => {
        const nomor = await handled()
        await done(await officer(), nomor, '/penutupan', closing)
        const pesan = String((await standing(nomor)).complaint.version)
        return { by: await staff('head', DISHUB), nomor, fields: { pesan } }
      }),
  },
  caseDraftReturn: {
    it: () =>
      withApproval(async () => {
        const nomor = await handled()
        await done(await officer(), nomor, '/tanggapan', { tanggapan: WORDS })
        return words(await staff('head', DISHUB), nomor, 'alasan')
      }),
  },
  caseMasking: {
    it: async () => {
      const nomor = await handled()
      await done(await officer(), nomor, '/tanggapan', { tanggapan: WORDS })
      const pesan = String((await standing(nomor)).complaint.version)
      return words(await verifier(), nomor, 'teks', { pesan, alasan: WORDS })
    },
  },
  caseDraftWithdrawal: {
    it: () =>
      withApproval(async () => {
        const nomor = await handled()
        await done(await officer(), nomor, '/tanggapan', { tanggapan: WORDS })
        return { by: await officer(), nomor, fields: {} }
      }),
  },
  caseConclusion: {
    it: async () => words(await staff('inspectorate', INSPEKTORAT), await unheard(), 'alasan'),
  },
  caseRoute: {
    public: async () => ({
      by: await verifier(),
      nomor: await fresh(),
      fields: routing,
      other: { ...routing, teks_rilis: OTHER },
    }),
    anonymous: async () => {
      const nomor = await fresh({ anonymous: true })
      const by = await verifier()
      await done(by, nomor, '/berkas', { berkas: photo() })
      const file = (await dossierByReference((await world()).db, nomor))?.attachments[0]?.id ?? ''
      const fields = { ...routing, teks_saring: WORDS, foto_opd: file }
      return { by, nomor, fields, other: { ...fields, teks_saring: OTHER } }
    },
    'photo of another choice': async () => {
      const nomor = await fresh()
      const by = await verifier()
      await done(by, nomor, '/berkas', { berkas: photo() })
      const file = (await dossierByReference((await world()).db, nomor))?.attachments[0]?.id ?? ''
      return { by, nomor, fields: { ...routing, foto: file }, other: routing }
    },
    'to Inspektorat, out of sight': async () => {
      const { rilis: _, ...undecided } = routing
      const fields = { ...undecided, pengawasan: '1', opd: String(INSPEKTORAT) }
      return { by: await verifier(), nomor: await fresh(), fields }
    },
  },
  caseTakeUp: {
    it: async () => ({ by: await liaison(), nomor: await routed(), fields: {} }),
  },
  casePromise: {
    it: async () => {
      const tanggal = addDays(dateOf(Date.now(), 7 * 60), 20)
      return words(await officer(), await handled(), 'janji', { tanggal })
    },
  },
  caseReply: {
    sent: async () => words(await officer(), await handled(), 'tanggapan'),
  },
  caseClosure: {
    visit: async () => ({
      by: await officer(),
      nomor: await handled(),
      fields: closing,
      other: { ...closing, kunjungan: OTHER },
    }),
    files: async () => {
      const { kunjungan: _, ...fields } = closing
      return {
        by: await officer(),
        nomor: await handled(),
        fields: { ...fields, berkas: photo() },
        other: { ...fields, tanggapan: OTHER, berkas: photo() },
      }
    },
    'another file': async () => ({
      by: await officer(),
      nomor: await handled(),
      fields: closing,
      other: { ...closing, berkas: photo() },
    }),
  },
  caseQuestion: {
    verifier: async () => words(await verifier(), await fresh(), 'pertanyaan'),
    agency: async () => words(await liaison(), await routed(), 'pertanyaan'),
  },
  caseAssign: {
    it: async () => ({
      by: await liaison(),
      nomor: await handled(),
      fields: { petugas: (await liaison()).id },
      other: { petugas: (await officer()).id },
    }),
  },
  caseNote: { it: async () => words(await officer(), await handled(), 'catatan') },
  casePriority: {
    it: async () => ({
      by: await liaison(),
      nomor: await handled(),
      fields: { prioritas: 'urgent' },
      other: { prioritas: 'important' },
    }),
  },
  caseReturn: {
    'out of sight': async () => {
      const opd = String(PUPR)
      return { by: await liaison(), nomor: await routed(), fields: { opd, alasan: WORDS } }
    },
  },
  caseReferral: { it: async () => words(await verifier(), await fresh(), 'teks') },
  caseArchive: { it: async () => words(await verifier(), await fresh(), 'alasan') },
  caseClass: {
    it: async () => words(await verifier(), await routed(), 'alasan', { jenis: 'aspiration' }),
  },
  caseObjection: {
    it: async () => {
      const nomor = await fresh()
      await done(await verifier(), nomor, '/arsip', { alasan: WORDS })
      await asReporter(nomor, { name: 'object', text: WORDS })
      return words(await staff('admin'), nomor, 'alasan')
    },
  },
  caseKey: {
    it: async () => {
      const nomor = await routed()
      const { complaint: c } = await standing(nomor)
      const { db } = await world()
      const seen = { filedBy: 'loket', keySeenBy: JSON.stringify([DISHUB]) }
      await db.update(complaint).set(seen).where(eq(complaint.id, c.id))
      await asReporter(nomor, { name: 'renew_key' })
      return words(await verifier(), nomor, 'alasan')
    },
  },
  caseUnarchive: {
    it: async () => {
      const nomor = await fresh()
      await done(await verifier(), nomor, '/arsip', { alasan: WORDS })
      return words(await verifier(), nomor, 'alasan')
    },
  },
  caseRelease: {
    it: async () => {
      const nomor = await routed({}, { rilis: 'tidak' })
      const { judul_rilis, teks_rilis } = routing
      const fields = { judul_rilis, teks_rilis }
      return { by: await verifier(), nomor, fields, other: { ...fields, judul_rilis: OTHER } }
    },
  },
  caseUnrelease: { it: async () => words(await verifier(), await routed(), 'alasan') },
  caseReopen: { it: async () => words(await verifier(), await closed(), 'alasan') },
  caseMerge: {
    it: async () => ({
      by: await verifier(),
      nomor: await fresh(),
      fields: { induk: await fresh() },
      other: { induk: await fresh() },
    }),
  },
  caseSplit: {
    it: async () => {
      const nomor = await fresh()
      await done(await verifier(), nomor, '/penggabungan', { induk: await fresh() })
      const fields = { alasan: 'Ini hal lain di tempat lain.' }
      return { by: await verifier(), nomor, fields }
    },
  },
  caseOnBehalf: {
    answer: async () => {
      const by = await verifier()
      const nomor = await fresh({ hasKeyHolder: false })
      await filedBy(by, nomor)
      await done(by, nomor, '/pertanyaan', { pertanyaan: WORDS })
      return words(by, nomor, 'teks', { langkah: 'answer' })
    },
    rate: async () => {
      const by = await verifier()
      const nomor = await fresh({ hasKeyHolder: false })
      await filedBy(by, nomor)
      await done(by, nomor, '/penerusan', routing)
      await done(await officer(), nomor, '/penanganan')
      await done(await officer(), nomor, '/penutupan', closing)
      await done(by, nomor, '/atas-nama', { langkah: 'confirm' })
      const fields = { langkah: 'rate', nilai: '4' }
      return { by, nomor, fields, other: { ...fields, nilai: '2' } }
    },
    object: async () => {
      const by = await verifier()
      const nomor = await fresh({ hasKeyHolder: false })
      await filedBy(by, nomor)
      await done(by, nomor, '/arsip', { alasan: WORDS })
      return words(by, nomor, 'teks', { langkah: 'object' })
    },
    withdraw: async () => {
      const by = await verifier()
      const nomor = await fresh({ hasKeyHolder: false })
      await filedBy(by, nomor)
      return words(by, nomor, 'teks', { langkah: 'withdraw' })
    },
  },
  caseReminder: { it: async () => words(await staff('leader'), await handled(), 'pesan') },
  caseExplanationRequest: {
    it: async () => words(await staff('inspectorate', null), await handled(), 'pesan'),
  },
  caseExplanation: {
    it: async () => {
      const nomor = await handled()
      await done(await staff('leader'), nomor, '/permintaan-penjelasan', { pesan: WORDS })
      return words(await staff('head', DISHUB), nomor, 'penjelasan')
    },
  },
  caseFiles: {
    it: async () => ({ by: await officer(), nomor: await handled(), fields: { berkas: photo() } }),
  },
  caseReveal: { it: async () => words(await verifier(), await fresh(), 'alasan') },
}

const filedBy = async (by: Staff, nomor: string) => {
  const { db } = await world()
  await db.update(complaint).set({ filedBy: by.id }).where(eq(complaint.reference, nomor))
}
