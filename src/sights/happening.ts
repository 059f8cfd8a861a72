import type { CommandName } from '../domain/acts/acts.ts'
import type { Instant } from '../domain/time/time.ts'
import type { AgencyName } from './names.ts'

export type Tone = 'wait' | 'late' | 'done'

export interface Happening {
  at: Instant
  what: CommandName
  agency: AgencyName | null
  tone: Tone | null
  /** A score, or the rung of the ladder. */
  value: number | null
  /** What was late is the date that the agency gave, not a legal one. */
  promise: boolean
  /** Staff wrote it down for a reporter without a key. */
  recorded: boolean
  /** It ended although nobody could be told. */
  unheard: boolean
}
