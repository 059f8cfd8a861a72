import type { DeskAnswer } from '../../db/desk.ts'
import { waitsForHead } from '../../domain/case/approval.ts'
import type { RuleContext } from '../../domain/case/command.ts'
import { PRIORITIES } from '../../domain/case/complaint.ts'
import { evidenceOf } from '../../domain/case/evidence.ts'
import type { AppContext } from '../../http.ts'
import type { FormSpec } from '../../views/desk/form-spec.ts'
import { deskForms as say } from '../../words/id/desk-forms.ts'
import { priorities } from '../../words/id/states.ts'
import { action, agencyOptions, type May, simple } from './form-parts.ts'

/** Take up, answer, close: what ends with the reporter. */
export function replying(c: AppContext, desk: DeskAnswer, ctx: RuleContext, may: May): FormSpec[] {
  const draft = waitsForHead(c.var.dossier.complaint, ctx)
  const evidence = evidenceOf(c.var.dossier).length
  const forms: FormSpec[] = []
  if (may('take_up'))
    forms.push({
      id: 'take_up',
      title: say.takeUp.title,
      action: action(c, 'caseTakeUp'),
      hotkey: 'a',
      first: true,
      send: say.takeUp.send,
      fields: [],
    })
  if (may('reply'))
    forms.push({
      id: 'reply',
      title: say.reply.title,
      action: action(c, 'caseReply'),
      hotkey: 'r',
      first: true,
      send: draft ? say.reply.sendDraft : say.reply.send,
      templates: desk.templates,
      fields: [{ kind: 'area', name: 'tanggapan', label: say.reply.text }],
    })
  if (may('propose_closure'))
    forms.push({
      id: 'propose_closure',
      title: say.closure.title,
      action: action(c, 'caseClosure'),
      hotkey: 'x',
      multipart: true,
      send: draft ? say.closure.sendDraft : say.closure.send,
      fields: [
        { kind: 'area', name: 'tanggapan', label: say.closure.text },
        { kind: 'low', name: 'alasan', label: say.closure.reason },
        {
          kind: 'files',
          name: 'berkas',
          label: say.closure.files,
          hint: say.closure.filesHint(evidence),
        },
        {
          kind: 'low',
          name: 'kunjungan',
          label: say.closure.visit,
          hint: say.closure.visitHint,
          optional: true,
        },
      ],
    })
  return forms
}

/** Ask, assign, note, priority, return. */
export function handling(c: AppContext, desk: DeskAnswer, may: May): FormSpec[] {
  const complaint = c.var.dossier.complaint
  const forms: FormSpec[] = []
  if (may('ask')) forms.push(simple(c, 'ask', 'caseQuestion', say.ask, 'pertanyaan', 'm'))
  if (may('assign') && desk.officers.length > 0)
    forms.push({
      id: 'assign',
      title: say.assign.title,
      action: action(c, 'caseAssign'),
      hotkey: 't',
      send: say.assign.send,
      fields: [
        {
          kind: 'select',
          name: 'petugas',
          label: say.assign.officer,
          value: complaint.officerId ?? '',
          options: desk.officers.map(({ id, name }) => ({ value: id, label: name })),
        },
      ],
    })
  if (may('note')) forms.push(simple(c, 'note', 'caseNote', say.note, 'catatan', 'c'))
  if (may('set_priority'))
    forms.push({
      id: 'set_priority',
      title: say.priority.title,
      action: action(c, 'casePriority'),
      send: say.priority.send,
      fields: [
        {
          kind: 'select',
          name: 'prioritas',
          label: say.priority.label,
          value: complaint.priority,
          options: PRIORITIES.map((value) => ({ value, label: priorities[value] })),
        },
      ],
    })
  if (may('return'))
    forms.push({
      ...simple(c, 'return', 'caseReturn', say.return, 'alasan', 'k'),
      fields: [
        {
          kind: 'select',
          name: 'opd',
          label: say.return.agency,
          blank: say.chooseAgency,
          options: agencyOptions(c),
        },
        { kind: 'low', name: 'alasan', label: say.return.reason },
      ],
    })
  return forms
}
