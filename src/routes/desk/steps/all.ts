import type { DeskAnswer } from '../../../db/desk.ts'
import type { CommandName } from '../../../domain/acts/acts.ts'
import type { Refusal, RuleContext } from '../../../domain/case/command.ts'
import type { Complaint } from '../../../domain/case/complaint.ts'
import { permitted } from '../../../domain/case/decide.ts'
import { contextOf } from '../../../domain/city/rule-context.ts'
import { holdsRole } from '../../../domain/people/actor.ts'
import { type AppContext, surroundings } from '../../../http.ts'
import { build } from '../../../paths.ts'
import type { FormSpec } from '../../../views/desk/form-spec.ts'
import { archive } from './archive.ts'
import { ask } from './ask.ts'
import { askExplanation } from './ask-explanation.ts'
import { assign } from './assign.ts'
import { changeClass } from './change-class.ts'
import { closure } from './closure.ts'
import { conclude } from './conclude.ts'
import { explain } from './explain.ts'
import { files } from './files.ts'
import { mask } from './mask.ts'
import { merge } from './merge.ts'
import { note } from './note.ts'
import { onBehalf } from './on-behalf.ts'
import { overrule } from './overrule.ts'
import { priority } from './priority.ts'
import { promiseDate } from './promise-date.ts'
import { refer } from './refer.ts'
import { whyNot } from './refused-now.ts'
import { release } from './release.ts'
import { remind } from './remind.ts'
import { reopen } from './reopen.ts'
import { approve, reply } from './reply.ts'
import { returnToVerifier } from './return.ts'
import { reveal } from './reveal.tsx'
import { route } from './route.ts'
import { screen } from './screen.ts'
import { sendBack } from './send-back.ts'
import { split } from './split.ts'
import type { Here, Step } from './step.ts'
import { takeUp } from './take-up.ts'
import { unarchive } from './unarchive.ts'
import { unrelease } from './unrelease.ts'
import { vouchKey } from './vouch-key.ts'
import { withdrawDraft } from './withdraw-draft.ts'

/** Every step of a case, in the order of its page. */
export const STEPS: readonly Step[] = [
  screen,
  approve,
  sendBack,
  withdrawDraft,
  explain,
  route,
  takeUp,
  reply,
  promiseDate,
  closure,
  conclude,
  ask,
  assign,
  note,
  priority,
  returnToVerifier,
  refer,
  archive,
  unarchive,
  overrule,
  changeClass,
  release,
  unrelease,
  mask,
  reopen,
  merge,
  split,
  vouchKey,
  onBehalf,
  remind,
  askExplanation,
  files,
  reveal,
]

export interface StepForms {
  forms: FormSpec[]
  /** 'Belum bisa …, karena …' */
  cannot: string[]
  /** Said where there is neither, though it is the work of their agency. */
  whose: string | null
}

export function formsOf(c: AppContext, desk: DeskAnswer): StepForms {
  const { t, city, dossier, staff } = c.var
  const ctx = contextOf(surroundings(c, staff))
  const here: Here = {
    t,
    city,
    dossier,
    staff,
    desk,
    ctx,
    ...permissionsOf(dossier.complaint, ctx),
  }
  const forms: FormSpec[] = []
  const cannot: string[] = []
  for (const step of STEPS) {
    const why = whyNot(step, here)
    if (why) cannot.push(t.deskForms.cannot(titleOf(step, here), t.deskForms.because[why]))
    else if (step.name === null || here.may(step.name)) {
      const made = formsIn(step, here)
      // one step is open at a time: what is meant for one of them is not typed into another
      const opens = !forms.some(({ first }) => first)
      forms.push(...made.map((form) => ({ ...form, first: opens && form.first })))
    }
  }
  const whose =
    forms.length + cannot.length === 0 && isColleagues(here) ? t.deskForms.colleagues : null
  return { forms, cannot, whose }
}

/** Several forms and reasons of a page ask the same of one act: the rules answer once. */
function permissionsOf(complaint: Complaint, ctx: RuleContext): Pick<Here, 'may' | 'refusal'> {
  const told = new Map<CommandName, Refusal | null>()
  const refusal = (name: CommandName) => {
    const known = told.get(name)
    if (known !== undefined) return known
    const refused = permitted(complaint, name, ctx)
    told.set(name, refused)
    return refused
  }
  return { refusal, may: (name) => refusal(name) === null }
}

/** Of an officer's own agency, and open: somebody else has it, or it would be theirs. */
function isColleagues({ staff, ctx, dossier: { complaint } }: Here): boolean {
  const { state, leadAgencyId } = complaint
  return (
    (state === 'routed' || state === 'in_progress') &&
    leadAgencyId !== null &&
    holdsRole(staff, 'officer', ctx.now, leadAgencyId)
  )
}

function formsIn(step: Step, here: Here): FormSpec[] {
  const action = build(step.path, { nomor: here.dossier.complaint.reference })
  return [step.form(here) ?? []].flat().map((form) => ({
    id: step.name ?? '',
    hotkey: step.hotkey,
    ...form,
    action,
  }))
}

function titleOf(step: Step, here: Here): string {
  return step.title?.(here.t) ?? [step.form(here) ?? []].flat()[0]?.title ?? ''
}
