import type { DeskAnswer } from '../../db/desk.ts'
import type { MessageRow } from '../../db/dossier.ts'
import { contextOf } from '../../db/run-command.ts'
import type { CommandName } from '../../domain/acts/acts.ts'
import type { RuleContext } from '../../domain/case/command.ts'
import { permitted } from '../../domain/case/decide.ts'
import { approvableDrafts, approvalName } from '../../domain/case/drafts.ts'
import { stepsOnBehalf } from '../../domain/case/on-behalf.ts'
import { neverPublic } from '../../domain/case/visibility.ts'
import { holdsRole } from '../../domain/people/actor.ts'
import { maskPersonalData } from '../../domain/text/screening.ts'
import { type AppContext, surroundings } from '../../http.ts'
import type { FieldSpec, FormSpec } from '../../views/desk/form-spec.ts'
import { handling, replying } from './agency-forms.ts'
import { action, type May, simple } from './form-parts.ts'
import { maySee } from './readable.ts'
import { releaseFields } from './release-fields.ts'
import { routeForm } from './route-form.ts'

/** Every command that this person may give now, as forms: the lifecycle table decides. */
export function formsOf(c: AppContext, desk: DeskAnswer): FormSpec[] {
  const { dossier, t } = c.var
  const ctx = contextOf(surroundings(c, c.var.staff), dossier.complaint)
  const may = (name: CommandName) => permitted(dossier.complaint, name, ctx) === null
  return [
    ...screenForms(c, may),
    ...approvals(c, may),
    ...(may('route') ? [routeForm(c)] : []),
    ...replying(c, desk, ctx, may),
    ...handling(c, desk, may),
    ...verifying(c, desk, may),
    ...clustering(c, may),
    ...behalf(c, ctx),
    ...(may('remind') ? [remindForm(c)] : []),
    ...(may('attach') ? [fileForm(c)] : []),
    ...(may('reveal') && Object.values(dossier.reachable).some(Boolean)
      ? [simple(c, 'reveal', 'caseReveal', t.deskForms.reveal, 'alasan')]
      : []),
  ]
}

function verifying(c: AppContext, desk: DeskAnswer, may: May): FormSpec[] {
  const { dossier, city, t } = c.var
  const forms: FormSpec[] = []
  if (may('refer'))
    forms.push({
      ...simple(c, 'refer', 'caseReferral', t.deskForms.refer, 'teks'),
      templates: desk.templates,
      fields: [
        ...(desk.templates.length > 0
          ? [
              {
                kind: 'select' as const,
                name: 'templat',
                label: t.deskForms.refer.template,
                blank: t.deskForms.none,
                options: desk.templates.map(({ name }) => ({ value: name, label: name })),
              },
            ]
          : []),
        { kind: 'low', name: 'teks', label: t.deskForms.refer.text, hint: t.deskForms.refer.hint },
      ],
    })
  if (may('archive')) forms.push(simple(c, 'archive', 'caseArchive', t.deskForms.archive, 'alasan'))
  if (may('unarchive'))
    forms.push(simple(c, 'unarchive', 'caseUnarchive', t.deskForms.unarchive, 'alasan'))
  if (may('release') && !neverPublic(dossier.complaint) && dossier.complaint.leadAgencyId !== null)
    forms.push({
      id: 'release',
      title: t.deskForms.release.title,
      action: action(c, 'caseRelease'),
      send: t.deskForms.release.send,
      note: t.deskForms.release.once,
      fields: releaseFields(t, dossier, city, {
        withDecision: false,
        seesOriginal: maySee(c, 'originalText'),
      }),
    })
  if (may('unrelease') && dossier.complaint.release.status === 'released')
    forms.push(simple(c, 'unrelease', 'caseUnrelease', t.deskForms.unrelease, 'alasan'))
  if (may('reopen') && holdsRole(c.var.staff, 'verifier', c.var.now))
    forms.push(simple(c, 'reopen', 'caseReopen', t.deskForms.reopen, 'alasan'))
  return forms
}

function clustering(c: AppContext, may: May): FormSpec[] {
  const { t } = c.var
  return [
    ...(may('merge')
      ? [
          {
            id: 'merge',
            title: t.deskForms.merge.title,
            action: action(c, 'caseMerge'),
            hotkey: 'g',
            send: t.deskForms.merge.send,
            fields: [
              {
                kind: 'code' as const,
                name: 'induk',
                label: t.deskForms.merge.root,
                hint: t.deskForms.merge.hint,
              },
            ],
          },
        ]
      : []),
    ...(may('split')
      ? [
          {
            id: 'split',
            title: t.deskForms.split.title,
            action: action(c, 'caseSplit'),
            send: t.deskForms.split.send,
            note: t.deskForms.split.hint,
            fields: [],
          },
        ]
      : []),
  ]
}

/** Drafts that wait for the head, each with its own button. */
function approvals(c: AppContext, may: May): FormSpec[] {
  const { t } = c.var
  return approvableDrafts(c.var.dossier)
    .filter((m) => may(approvalName(m)))
    .map((m) => ({
      id: `approve-${m.seq}`,
      title: m.kind === 'closure' ? t.deskForms.approve.closure : t.deskForms.approve.reply,
      action: action(c, 'caseApproval'),
      first: true,
      send: t.deskForms.approve.send,
      note: [m.text, m.reason].filter(Boolean).join('\n\n'),
      fields: [{ kind: 'fixed', name: 'pesan', label: '', value: String(m.seq) }],
    }))
}

/** Messages of an anonymous reporter, each with a copy to edit, for a verifier who may read them. */
function screenForms(c: AppContext, may: May): FormSpec[] {
  const { t } = c.var
  return may('screen') && maySee(c, 'unscreenedMessage')
    ? waiting(c, 'screening').map((m) => ({
        id: `screen-${m.seq}`,
        title: t.deskForms.screen.title,
        action: action(c, 'caseScreening'),
        first: true,
        send: t.deskForms.screen.send,
        fields: [
          { kind: 'fixed' as const, name: 'pesan', label: '', value: String(m.seq) },
          {
            kind: 'area' as const,
            name: 'teks',
            label: t.deskForms.screen.text,
            hint: t.deskForms.screen.hint,
            value: maskPersonalData(m.text ?? ''),
          },
        ],
      }))
    : []
}

function waiting(c: AppContext, state: MessageRow['state']): MessageRow[] {
  return c.var.dossier.messages.filter((m) => m.state === state)
}

/** In the order of the forms. */
const ON_BEHALF = ['answer', 'confirm', 'dispute', 'rate', 'withdraw', 'reopen'] as const

const SCORES = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))

/** What the reporter says at the counter, where nobody holds a key. */
function behalf(c: AppContext, ctx: RuleContext): FormSpec[] {
  const { t } = c.var
  const steps = stepsOnBehalf(c.var.dossier, ctx)
  return ON_BEHALF.filter((name) => steps.includes(name)).map((name) => {
    const words: { title: string; send: string; text?: string } = t.deskForms.onBehalf[name]
    return {
      id: `behalf-${name}`,
      title: words.title,
      action: action(c, 'caseOnBehalf'),
      send: words.send,
      note: t.deskForms.onBehalf.note,
      fields: [
        { kind: 'fixed', name: 'langkah', label: '', value: name },
        ...(words.text ? [{ ...fieldFor(name), label: words.text }] : []),
      ],
    }
  })
}

function fieldFor(name: (typeof ON_BEHALF)[number]): Omit<FieldSpec, 'label'> {
  return name === 'rate'
    ? { kind: 'radio', name: 'nilai', options: SCORES }
    : { kind: 'low', name: 'teks' }
}

function remindForm(c: AppContext): FormSpec {
  const { t } = c.var
  const routed = c.var.dossier.complaint.leadAgencyId !== null
  return simple(
    c,
    'remind',
    'caseReminder',
    routed ? t.deskForms.remind : t.deskForms.remindCity,
    'pesan',
  )
}

function fileForm(c: AppContext): FormSpec {
  const { t } = c.var
  return {
    id: 'attach',
    title: t.deskForms.files.title,
    action: action(c, 'caseFiles'),
    multipart: true,
    send: t.deskForms.files.send,
    fields: [
      {
        kind: 'files',
        name: 'berkas',
        label: t.deskForms.files.label,
        hint: t.deskForms.files.hint,
      },
    ],
  }
}
