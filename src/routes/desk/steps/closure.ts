import { isVisit } from '../../../domain/acts/needs.ts'
import { waitsForHead } from '../../../domain/case/approval.ts'
import { isRefusal } from '../../../domain/case/command.ts'
import { decide, permitted } from '../../../domain/case/decide.ts'
import { evidenceOf } from '../../../domain/case/evidence.ts'
import { traceOf } from '../../../domain/case/said-before.ts'
import { contextOf } from '../../../domain/city/rule-context.ts'
import type { Posted } from '../../../forms/read.ts'
import { type AppContext, surroundings } from '../../../http.ts'
import { areKept, receiveFiles } from '../../receive-files.ts'
import { loadAgain } from '../readable.ts'
import { agencyFields } from './doubts.ts'
import { draftWords } from './draft-words.ts'
import type { Here, Step } from './step.ts'
import { headlessNote, untoldNote } from './untold.ts'

/** Nyatakan selesai, its evidence in the same form; a draft where the head lets it out (reply.ts). */
export const closure: Step = {
  name: 'propose_closure',
  path: 'caseClosure',
  hotkey: 'x',
  fields: { tanggapan: 'text', alasan: 'reason', berkas: 'evidenceFiles', kunjungan: 'visit' },
  form: ({ t, dossier, ctx, desk }) => ({
    title: draftWords(dossier, 'closure', ctx)
      ? t.deskForms.closure.edit
      : t.deskForms.closure.title,
    multipart: true,
    note: waitsForHead(dossier.complaint, ctx)
      ? (headlessNote(t, desk) ?? untoldNote(t, dossier))
      : untoldNote(t, dossier),
    send: waitsForHead(dossier.complaint, ctx)
      ? t.deskForms.closure.sendDraft
      : t.deskForms.closure.send,
    fields: [
      {
        kind: 'area',
        name: 'tanggapan',
        label: t.deskForms.closure.text,
        value: draftWords(dossier, 'closure', ctx)?.text ?? undefined,
      },
      {
        kind: 'low',
        name: 'alasan',
        label: t.deskForms.closure.reason,
        value: draftWords(dossier, 'closure', ctx)?.reason ?? undefined,
      },
      {
        kind: 'files',
        name: 'berkas',
        label: t.deskForms.closure.files,
        hint: filesHint(t, dossier),
      },
      {
        kind: 'low',
        name: 'kunjungan',
        label: t.deskForms.closure.visit,
        hint: t.deskForms.closure.visitHint,
        optional: true,
      },
    ],
  }),
  leaves: async (c, posted) =>
    (await areKept(c.var.dossier, posted.files('berkas')))
      ? traceOf(closureOf(c, posted, 0))
      : null,
  doubts: (_c, posted) => agencyFields(posted, 'tanggapan', 'alasan', 'kunjungan'),
  /** Files are kept whatever becomes of the words: nobody is to choose them twice. */
  meant: async (c, posted) => {
    const sent = posted.files('berkas')
    const { complaint } = c.var.dossier
    const would = closureOf(c, posted, evidenceOf(c.var.dossier).length + sent.length)
    const ctx = contextOf(surroundings(c, c.var.staff))
    const verdict = decide(complaint, would, ctx)
    const may = permitted(complaint, 'propose_closure', ctx) === null
    const errors = may && sent.length > 0 ? await keep(c, sent) : []
    if (isRefusal(verdict) && errors.length === 0) return { refusal: verdict, judged: would }
    return errors.length > 0
      ? { errors, judged: would }
      : { command: closureOf(c, posted, evidenceOf(c.var.dossier).length) }
  },
}

function filesHint(t: Here['t'], dossier: Here['dossier']): string {
  return t.deskForms.closure.filesHint(evidenceOf(dossier).length)
}

function closureOf({ var: { t } }: AppContext, posted: Posted, evidenceFiles: number) {
  const visit = posted.text('kunjungan')
  return {
    name: 'propose_closure' as const,
    text: posted.text('tanggapan'),
    reason: posted.text('alasan'),
    evidenceFiles,
    // kept with the reason, under which citizens would take it for a part of it
    visit: isVisit(visit) ? t.deskForms.closure.visited(visit) : visit || null,
  }
}

async function keep(c: AppContext, sent: File[]) {
  const sender = { actor: c.var.staff, source: 'agency' as const, sent }
  const { errors } = await receiveFiles(c, c.var.dossier, sender)
  await loadAgain(c)
  return errors
}
