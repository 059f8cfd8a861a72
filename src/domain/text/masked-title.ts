import { titleFrom } from './clean-text.ts'
import { TITLE_MAX } from './limits.ts'
import { maskPersonalData } from './screening.ts'

/** A title that hides what is personal in it and still is one: a mask is longer than what it hides. */
export function maskedTitle(title: string): string {
  const masked = maskPersonalData(title)
  if ([...masked].length <= TITLE_MAX) return masked
  const cut = titleFrom(masked)
  const open = cut.lastIndexOf('[')
  return open > cut.lastIndexOf(']') ? `${cut.slice(0, open).trimEnd()}…` : cut
}
