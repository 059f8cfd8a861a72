import { waitsForHead } from '../../../domain/case/approval.ts'
import { isRefusal } from '../../../domain/case/command.ts'
import { approvableDrafts, approvalName, approvalOf } from '../../../domain/case/drafts.ts'
import type { Step } from './step.ts'
import { headlessNote } from './untold.ts'

/** The agency's words to the reporter; a draft where its head lets them out. */
export const reply: Step = {
  name: 'reply',
  path: 'caseReply',
  hotkey: 'r',
  fields: { tanggapan: 'text' },
  form: ({ t, dossier, ctx, desk }) => ({
    title: t.deskForms.reply.title,
    first: true,
    send: waitsForHead(dossier.complaint, ctx)
      ? t.deskForms.reply.sendDraft
      : t.deskForms.reply.send,
    note: waitsForHead(dossier.complaint, ctx) ? headlessNote(t, desk) : undefined,
    templates: desk.templates,
    fields: [{ kind: 'area', name: 'tanggapan', label: t.deskForms.reply.text }],
  }),
  meant: (_c, posted) => ({ command: { name: 'reply', text: posted.text('tanggapan') } }),
}

/** The head lets a draft go out as it is, a reply or a closing: each with its own button. */
export const approve: Step = {
  name: null,
  path: 'caseApproval',
  fields: {},
  form: ({ t, dossier, may }) =>
    approvableDrafts(dossier)
      .filter((draft) => may(approvalName(draft)))
      .map(({ seq, kind, text, reason }) => ({
        id: `approve-${seq}`,
        title: kind === 'closure' ? t.deskForms.approve.closure : t.deskForms.approve.reply,
        first: true,
        send: t.deskForms.approve.send,
        note: [text, reason].filter(Boolean).join('\n\n'),
        fields: [{ kind: 'fixed', name: 'pesan', label: '', value: String(seq) }],
      })),
  sent: (posted) => `approve-${posted.id('pesan') ?? 0}`,
  leaves: ({ var: { dossier } }, posted) => {
    const draft = dossier.messages.find((m) => m.seq === posted.id('pesan'))
    return draft ? { name: approvalName(draft), facts: { message: draft.seq } } : null
  },
  meant: ({ var: { dossier } }, posted) => {
    const meant = approvalOf(dossier, posted.id('pesan') ?? 0)
    return isRefusal(meant) ? { refusal: meant } : { command: meant }
  },
}
