import type { Instant } from '../domain/time/time.ts'

/** Added to the hour of letters that waited when the database was restored: some 3,000 years. */
const PUT_OFF = 100_000_000_000_000

/** A letter that nobody gets until the operator has looked. */
export const HELD = `state = 'waiting' and not_before >= ${PUT_OFF}`

/** When it was due. */
const DUE = `not_before - ${PUT_OFF}`

export const HOLD_LETTERS = `update outbox set not_before = not_before + ${PUT_OFF} where state = 'waiting'`

/** No sending of it had begun when the database was lost: it was not due, and nobody was claimed. */
export function surelyUnsent(lostAt: Instant | string): string {
  return `${DUE} > ${lostAt} and not exists (select 1 from delivery d where d.outbox_id = outbox.id)`
}

/** Each goes out at its hour, or at once where that is over. */
export const RELEASE = `not_before = ${DUE}`
