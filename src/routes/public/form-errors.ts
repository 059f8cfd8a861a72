import type { Refusal } from '../../domain/case/command.ts'
import type { FieldError } from '../../forms/field-error.ts'
import type { Words } from '../../words/words.ts'

/** A refusal of the rules, beside the field it names or some other. */
export function refusalErrors(t: Words, refusal: Refusal, field?: string): FieldError[] {
  return [{ field: field ?? refusal.field ?? null, text: t.refusalText(refusal) }]
}
