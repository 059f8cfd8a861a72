import type { ZodError } from 'zod'
import type { CommandName } from '../../domain/acts/acts.ts'
import type { Refusal } from '../../domain/case/command.ts'
import type { FieldError } from '../../views/components/parts.tsx'
import type { Words } from '../../words/words.ts'
import { inForm } from '../field-names.ts'

/** The first message of each field, in the order of the form. */
export function fieldErrors(error: ZodError): FieldError[] {
  const seen = new Set<string>()
  return error.issues.flatMap(({ path, message }) => {
    const field = String(path[0] ?? '')
    if (seen.has(field)) return []
    seen.add(field)
    return [{ field: field || null, text: message }]
  })
}

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

/** Posted strings by name, for a form that comes back as it was typed. Files are left out. */
export function typedValues(body: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => {
      const last = Array.isArray(value) ? value.at(-1) : value
      return typeof last === 'string' ? [[name, last]] : []
    }),
  )
}
