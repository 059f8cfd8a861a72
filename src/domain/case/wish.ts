import { actNamed } from '../acts/acts.ts'

export function wishesWithdrawal(events: readonly { type: string }[]): boolean {
  const wishes = events.flatMap(({ type }) => actNamed(type)?.wish ?? [])
  return wishes.at(-1) === 'end'
}
