import type { Answer } from './job.ts'

/**
 * Everything that may differ between two versions without being a difference, each with its reason.
 * Clock, chance, secrets and sessions are the same for both, so that there is hardly any.
 */
export const RULES: { name: string; apply: (answer: Answer) => Answer }[] = []

/** Columns of rows that are left out: salted by the platform's own randomness. */
export const UNLIKE_COLUMNS = new Set(['account.password'])

export function ruled(answer: Answer): Answer {
  return RULES.reduce((told, { apply }) => apply(told), answer)
}
