import { actOf, type CommandName } from '../../../domain/acts/acts.ts'
import { isAnyParty } from '../../../domain/case/parties.ts'
import type { Words } from '../../../words/words.ts'
import type { Here, Step } from './step.ts'

export type Why = keyof Words['deskForms']['because']

/**
 * Why the form of a step is not there, for whoever might take it in this state. What the step is not
 * theirs for stays unsaid: that would tell of them, or of the reporter.
 */
export function whyNot(step: Step, here: Here): Why | null {
  if (step.name === null) return null
  const { complaint } = here.dossier
  const act = actOf(step.name)
  const theirs =
    act.from.includes(complaint.state) &&
    isAnyParty(act.who, here.ctx.actor, complaint, here.ctx.now, here.ctx.city)
  if (!theirs) return null
  return refusedFor(step.name, here) ?? step.lacks?.(here) ?? null
}

function refusedFor(name: CommandName, { dossier: { complaint }, refusal, t }: Here): Why | null {
  if (complaint.erased && !actOf(name).onceErased) return 'erased'
  const code = refusal(name)?.refused
  return code !== undefined && isSaid(t, code) ? code : null
}

function isSaid(t: Words, code: string): code is Why {
  return Object.hasOwn(t.deskForms.because, code)
}
