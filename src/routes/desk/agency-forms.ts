import type { DeskAnswer } from '../../db/desk.ts'
import { waitsForHead } from '../../domain/case/approval.ts'
import type { RuleContext } from '../../domain/case/command.ts'
import { PRIORITIES } from '../../domain/case/complaint.ts'
import { evidenceOf } from '../../domain/case/evidence.ts'
import type { AppContext } from '../../http.ts'
import type { FormSpec } from '../../views/desk/form-spec.ts'
import { action, agencyOptions, type May, simple } from './form-parts.ts'

/** Take up, answer, close: what ends with the reporter. */
export function replying(c: AppContext, desk: DeskAnswer, ctx: RuleContext, may: May): FormSpec[] {
  const { t } = c.var
  const draft = waitsForHead(c.var.dossier.complaint, ctx)
  const evidence = evidenceOf(c.var.dossier).length
  const forms: FormSpec[] = []
  if (may('take_up'))
    forms.push({
      id: 'take_up',
      title: t.deskForms.takeUp.title,
      action: action(c, 'caseTakeUp'),
      hotkey: 'a',
      first: true,
      send: t.deskForms.takeUp.send,
      fields: [],
    })
  if (may('reply'))
    forms.push({
      id: 'reply',
      title: t.deskForms.reply.title,
      action: action(c, 'caseReply'),
      hotkey: 'r',
      first: true,
      send: draft ? t.deskForms.reply.sendDraft : t.deskForms.reply.send,
      templates: desk.templates,
      fields: [{ kind: 'area', name: 'tanggapan', label: t.deskForms.reply.text }],
    })
  if (may('propose_closure'))
    forms.push({
      id: 'propose_closure',
      title: t.deskForms.closure.title,
      action: action(c, 'caseClosure'),
      hotkey: 'x',
      multipart: true,
      send: draft ? t.deskForms.closure.sendDraft : t.deskForms.closure.send,
      fields: [
        { kind: 'area', name: 'tanggapan', label: t.deskForms.closure.text },
        { kind: 'low', name: 'alasan', label: t.deskForms.closure.reason },
        {
          kind: 'files',
          name: 'berkas',
          label: t.deskForms.closure.files,
          hint: t.deskForms.closure.filesHint(evidence),
        },
        {
          kind: 'low',
          name: 'kunjungan',
          label: t.deskForms.closure.visit,
          hint: t.deskForms.closure.visitHint,
          optional: true,
        },
      ],
    })
  return forms
}

/** Ask, assign, note, priority, return. */
export function handling(c: AppContext, desk: DeskAnswer, may: May): FormSpec[] {
  const { t } = c.var
  const complaint = c.var.dossier.complaint
  const forms: FormSpec[] = []
  if (may('ask')) forms.push(simple(c, 'ask', 'caseQuestion', t.deskForms.ask, 'pertanyaan', 'm'))
  if (may('assign') && desk.officers.length > 0)
    forms.push({
      id: 'assign',
      title: t.deskForms.assign.title,
      action: action(c, 'caseAssign'),
      hotkey: 't',
      send: t.deskForms.assign.send,
      fields: [
        {
          kind: 'select',
          name: 'petugas',
          label: t.deskForms.assign.officer,
          value: complaint.officerId ?? '',
          options: desk.officers.map(({ id, name }) => ({ value: id, label: name })),
        },
      ],
    })
  if (may('note')) forms.push(simple(c, 'note', 'caseNote', t.deskForms.note, 'catatan', 'c'))
  if (may('set_priority'))
    forms.push({
      id: 'set_priority',
      title: t.deskForms.priority.title,
      action: action(c, 'casePriority'),
      send: t.deskForms.priority.send,
      fields: [
        {
          kind: 'select',
          name: 'prioritas',
          label: t.deskForms.priority.label,
          value: complaint.priority,
          options: PRIORITIES.map((value) => ({ value, label: t.priorities[value] })),
        },
      ],
    })
  if (may('return'))
    forms.push({
      ...simple(c, 'return', 'caseReturn', t.deskForms.return, 'alasan', 'k'),
      fields: [
        {
          kind: 'select',
          name: 'opd',
          label: t.deskForms.return.agency,
          blank: t.deskForms.chooseAgency,
          options: agencyOptions(c),
        },
        { kind: 'low', name: 'alasan', label: t.deskForms.return.reason },
      ],
    })
  return forms
}
