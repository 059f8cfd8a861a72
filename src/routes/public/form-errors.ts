import type { CommandName } from '../../domain/acts/acts.ts'
import type { Refusal } from '../../domain/case/command.ts'
import type { FieldError } from '../../forms/field-error.ts'
import type { Words } from '../../words/words.ts'
import { inForm } from '../field-names.ts'

/** A refusal of a command, beside the field it names or some other. */
export function refusalErrors(
  t: Words,
  name: CommandName,
  refusal: Refusal,
  field?: string,
): FieldError[] {
  const named = inForm(name, refusal)
  return [{ field: field ?? named.field ?? null, text: t.refusalText(named) }]
}
