import type { FieldError } from './field-error.ts'
import type { Posted } from './read.ts'

/** Choices that are on no list of their form: each is named, and never taken for none. */
export function unlisted(
  { all }: Pick<Posted, 'all'>,
  lists: Readonly<Record<string, readonly (string | number)[]>>,
  text: string,
): FieldError[] {
  return Object.entries(lists).flatMap(([field, list]) => {
    const offered = new Set(['', ...list.map(String)])
    return all(field).some((value) => !offered.has(value.trim())) ? [{ field, text }] : []
  })
}
