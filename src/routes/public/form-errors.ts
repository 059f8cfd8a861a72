import type { ZodError } from 'zod'
import { refusalText } from '../../copy/id/refusals.ts'
import type { Refusal } from '../../domain/command.ts'
import type { FieldError } from '../../views/components/parts.tsx'

/** The first message of each field, in the order of the form. */
export const fieldErrors = (error: ZodError): FieldError[] => {
  const seen = new Set<string>()
  return error.issues.flatMap(({ path, message }) => {
    const field = String(path[0] ?? '')
    if (seen.has(field)) return []
    seen.add(field)
    return [{ field: field || null, text: message }]
  })
}

/** A refusal of the rules, beside the field it names or some other. */
export const refusalErrors = (refusal: Refusal, field?: string): FieldError[] => [
  { field: field ?? refusal.field ?? null, text: refusalText(refusal) },
]

/** Posted strings by name, for a form that comes back as it was typed. Files are left out. */
export const typedValues = (body: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => {
      const last = Array.isArray(value) ? value.at(-1) : value
      return typeof last === 'string' ? [[name, last]] : []
    }),
  )
