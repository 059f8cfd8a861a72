import type { Property, Refusal } from '../domain/case/command.ts'
import type { Words } from '../words/words.ts'
import type { FieldError } from './field-error.ts'

/** A form's fields by name, each with the property of the command that it stands for. */
export type FieldsOf = Readonly<Record<string, Property>>

/** Name of the field that stands for a property; null where the form has none. */
export function fieldOf(fields: FieldsOf, property: Property | undefined): string | null {
  const found = Object.entries(fields).find(([, stands]) => stands === property)
  return found?.[0] ?? null
}

/** A refusal beside the field it names, in the sentence that is kept for that field. */
export function refusalError(t: Words, fields: FieldsOf, refusal: Refusal): FieldError {
  const field = fieldOf(fields, refusal.field)
  return { field, text: t.refusalText({ refused: refusal.refused, field: field ?? undefined }) }
}
