import { REASON_MIN, TEXT_MAX } from '../text/limits.ts'
import { type Property, type Refusal, refuse } from './command.ts'

export function textRefusal(text: string, field: Property, least = REASON_MIN): Refusal | null {
  const length = [...text.trim()].length
  if (length < least) return refuse('text_too_short', field)
  if (length > TEXT_MAX) return refuse('text_too_long', field)
  return null
}
