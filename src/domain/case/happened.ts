import type { Act } from '../acts/act.ts'
import type { ACTS, CommandName } from '../acts/acts.ts'

export interface StoredFacts {
  type: string
  facts: string
}

type FactsOf<A> = A extends Act<infer _Command, infer F, infer _Before> ? F : never

export type Happened = {
  [N in CommandName]: { type: N; facts: FactsOf<(typeof ACTS)[N]> }
}[CommandName]

type KeyOf<F> = F extends unknown ? keyof F : never

export type AnyFacts = {
  [K in KeyOf<Happened['facts']>]?: Happened['facts'] extends infer F
    ? F extends Record<K, infer V>
      ? V
      : never
    : never
}

/** What is stored was written by the act of that type. */
export function factsOf({ type, facts }: StoredFacts): Happened {
  return { type, facts: JSON.parse(facts) } as Happened
}

export function undoneIn(events: readonly StoredFacts[]): Set<number> {
  return new Set(
    events.flatMap((event) => {
      if (event.type !== 'undo') return []
      const happened = factsOf(event)
      return happened.type === 'undo' ? [happened.facts.undone] : []
    }),
  )
}

/** It only waits for the head of the agency: nobody else is to know of it. */
export function isDraft(event: StoredFacts): boolean {
  const happened = factsOf(event)
  return 'draft' in happened.facts && happened.facts.draft
}

/** Number of the draft that an event approved, if it did. */
export function approvedBy(event: StoredFacts): number | null {
  const happened = factsOf(event)
  return happened.type === 'approve_reply' || happened.type === 'approve_closure'
    ? happened.facts.message
    : null
}

/** Ids of whom it names, beside who did it. */
export function namedIn(event: StoredFacts): string[] {
  const { type, facts } = factsOf(event)
  if (type === 'assign') return [facts.officer]
  if (type !== 'unassign') return []
  const { officer } = facts
  return 'successor' in facts ? [officer, facts.successor, facts.givenBy] : [officer]
}
