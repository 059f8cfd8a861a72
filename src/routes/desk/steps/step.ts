import type { Child } from 'hono/jsx'
import type { DeskAnswer } from '../../../db/desk.ts'
import type { Dossier } from '../../../db/dossier.ts'
import type { Extra } from '../../../db/ledger/change.ts'
import type { Result } from '../../../db/run-command.ts'
import type { CommandName, Given } from '../../../domain/acts/acts.ts'
import type { Refusal, RuleContext } from '../../../domain/case/command.ts'
import type { Trace } from '../../../domain/case/said-before.ts'
import type { City } from '../../../domain/city/city.ts'
import type { Staff } from '../../../domain/people/actor.ts'
import type { Doubt } from '../../../domain/text/doubts.ts'
import type { FieldError } from '../../../forms/field-error.ts'
import type { FieldsOf } from '../../../forms/field-of.ts'
import type { Posted } from '../../../forms/read.ts'
import type { AppContext } from '../../../http.ts'
import type { PathTaking } from '../../../paths.ts'
import type { FieldSpec, FormSpec } from '../../../views/desk/form-spec.ts'
import type { Words } from '../../../words/words.ts'
import type { Why } from './refused-now.ts'

export interface Doubted extends Doubt {
  field: string | null
}

export interface Here {
  t: Words
  city: City
  dossier: Dossier
  staff: Staff
  desk: DeskAnswer
  ctx: RuleContext
  /** Why the rules would not let them; null: they may. */
  refusal: (name: CommandName) => Refusal | null
  may: (name: CommandName) => boolean
}

export type Meant =
  | { command: Given; extra?: Extra }
  /** It took more than one command, or none: what came of it. */
  | { did: CommandName; result: Result }
  /** With the command that was judged: what else is wrong with that is told, too. */
  | { refusal: Refusal; judged?: Given }
  | { errors: FieldError[]; judged?: Given }

/** Its id is the step's name where it has no own. */
type StepForm = Omit<FormSpec, 'id' | 'action' | 'hotkey'> & { id?: string }

type CasePath = Extract<PathTaking<'nomor'>, `case${string}`>

export interface Step {
  /** Its command; null: its forms give several, and look themselves whether they may be given. */
  name: CommandName | null
  path: CasePath
  /** A letter that no other step has which can stand on the same page. */
  hotkey?: string
  fields: FieldsOf
  form: (here: Here) => StepForm | StepForm[] | null
  /** Why there is no form though the rules would let it be taken. */
  lacks?: (here: Here) => Why | null
  /** What it is called where its form is not there; the form's own title where it is made all the same. */
  title?: (t: Words) => string
  /** Id of the form that was sent, where it is not the name. */
  sent?: (posted: Posted) => string
  /** The words with what a button of the form puts into them; null: it was sent. */
  fills?: (c: AppContext, posted: Posted) => Promise<Record<string, string> | null>
  meant: (c: AppContext, posted: Posted) => Meant | Promise<Meant>
  /**
   * What it leaves on record, told without a look at how the case stands now: so that the same form
   * sent again is known. Where it is not said, `meant` tells it, and changes nothing by itself.
   */
  leaves?: (c: AppContext, posted: Posted) => Trace | null | Promise<Trace | null>
  /** The sentence for a refusal, where it is not the one that is kept for the field. */
  sentence?: (t: Words, refusal: Refusal, posted: Posted) => string
  /** What is asked once more before its words are read by others; `null` where it is no field. */
  doubts?: (c: AppContext, posted: Posted) => Doubted[]
  /** It adds and overtakes nobody: it may be sent for a case that has changed since. */
  anyVersion?: true
  /** Shown above the case in answer, once, in place of the way back to it. */
  shows?: (c: AppContext) => Promise<Child>
}

export function oneText(
  name: string,
  say: { title: string; send: string; text?: string; reason?: string; hint?: string },
): StepForm {
  const label = say.text ?? say.reason ?? ''
  const fields: FieldSpec[] = [{ kind: 'low', name, label, hint: say.hint }]
  return { title: say.title, send: say.send, fields }
}

export function agencyOptions(city: City) {
  return city.agencies.filter((a) => a.active).map((a) => ({ value: a.id, label: a.name }))
}
