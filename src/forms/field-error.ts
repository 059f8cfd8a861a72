import type * as z from 'zod/mini'

export interface FieldError {
  /** Id of the input at fault; null for what concerns the whole form. */
  field: string | null
  text: string
}

export function fieldErrors(error: z.core.$ZodError): FieldError[] {
  const seen = new Set<string>()
  return error.issues.flatMap(({ path, message }) => {
    const field = String(path[0] ?? '')
    if (seen.has(field)) return []
    seen.add(field)
    return [{ field: field || null, text: message }]
  })
}
