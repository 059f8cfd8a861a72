import { actNamed } from '../acts/acts.ts'

/** The last that the reporter wished of a case which goes on was to withdraw it. */
export function wishesWithdrawal(events: readonly { type: string }[]): boolean {
  const wishes = events.flatMap(({ type }) => actNamed(type)?.wish ?? [])
  return wishes.at(-1) === 'end'
}
