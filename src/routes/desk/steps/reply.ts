import { waitsForHead } from '../../../domain/case/approval.ts'
import { isRefusal } from '../../../domain/case/command.ts'
import { approvalName, approvalOf } from '../../../domain/case/drafts.ts'
import { agencyDoubts, agencyFields } from './doubts.ts'
import { draftWords } from './draft-words.ts'
import type { Step } from './step.ts'
import { templatesHere, usesTemplate } from './templates.ts'
import { headlessNote } from './untold.ts'

/** The agency's words to the reporter; a draft where its head lets them out. */
export const reply: Step = {
  name: 'reply',
  path: 'caseReply',
  hotkey: 'r',
  fields: { tanggapan: 'text' },
  form: (here) => {
    const { t, dossier, ctx, desk } = here
    const { reply } = t.deskForms
    const draft = draftWords(dossier, 'reply', ctx)
    return {
      title: draft ? reply.edit : reply.title,
      first: true,
      send: waitsForHead(dossier.complaint, ctx) ? reply.sendDraft : reply.send,
      note: waitsForHead(dossier.complaint, ctx) ? headlessNote(t, desk) : undefined,
      templates: templatesHere(here),
      fields: [
        { kind: 'area', name: 'tanggapan', label: reply.text, value: draft?.text ?? undefined },
      ],
    }
  },
  fills: usesTemplate('reply', 'tanggapan'),
  doubts: (_c, posted) => agencyFields(posted, 'tanggapan'),
  meant: (_c, posted) => ({ command: { name: 'reply', text: posted.text('tanggapan') } }),
}

/** A draft goes out as it is by the yes of its head, or of the leader: each with its own button. */
export const approve: Step = {
  name: null,
  path: 'caseApproval',
  fields: {},
  form: ({ t, dossier, may }) => {
    const { draft } = dossier.complaint
    if (!draft || !may(approvalName(draft))) return null
    const words = dossier.messages.find(({ seq }) => seq === draft.seq)
    return {
      id: `approve-${draft.seq}`,
      title: t.deskForms.approve[draft.kind],
      first: true,
      send: draft.kind === 'decision' ? t.deskForms.approve.sign : t.deskForms.approve.send,
      note: [words?.text, words?.reason].filter(Boolean).join('\n\n'),
      fields: [{ kind: 'fixed', name: 'pesan', label: '', value: String(draft.seq) }],
    }
  },
  sent: (posted) => `approve-${posted.id('pesan') ?? 0}`,
  leaves: ({ var: { dossier } }, posted) => {
    const seq = posted.id('pesan')
    const kind = dossier.messages.find((m) => m.seq === seq)?.kind
    return seq !== null && (kind === 'reply' || kind === 'closure' || kind === 'decision')
      ? { name: approvalName({ kind }), facts: { message: seq } }
      : null
  },
  doubts: ({ var: { dossier } }, posted) => {
    const draft = dossier.messages.find((m) => m.seq === posted.id('pesan'))
    // a decision on a supervisory report is never public
    if (draft?.audience !== 'public') return []
    return [draft.text, draft.reason].flatMap((text) =>
      agencyDoubts(text ?? '').map((doubt) => ({ ...doubt, field: null })),
    )
  },
  meant: ({ var: { dossier } }, posted) => {
    const meant = approvalOf(dossier.complaint, posted.id('pesan') ?? 0)
    return isRefusal(meant) ? { refusal: meant } : { command: meant }
  },
}
