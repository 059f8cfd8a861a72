import type { Property, Refusal } from '../domain/case/command.ts'
import type { Words } from '../words/words.ts'
import type { FieldError } from './field-error.ts'

export type FieldsOf = Readonly<Record<string, Property>>

export function fieldOf(fields: FieldsOf, property: Property | undefined): string | null {
  const found = Object.entries(fields).find(([, stands]) => stands === property)
  return found?.[0] ?? null
}

export function refusalError(t: Words, fields: FieldsOf, refusal: Refusal): FieldError {
  const field = fieldOf(fields, refusal.field)
  return { field, text: t.refusalText({ refused: refusal.refused, field: field ?? undefined }) }
}
