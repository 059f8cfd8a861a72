import { isLogo } from '../../../domain/city/logo.ts'
import type { Words } from '../../../words/words.ts'

/** What stands in a field, as it is told; a picture by that there is one. */
export function saidOf(t: Words, name: string, value: string): string {
  if (isLogo(value)) return t.settings.pictures.some
  return t.settings.choices[name]?.[value] ?? (value || t.settings.emptyValue)
}
