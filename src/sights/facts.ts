import type { EventRow } from '../db/dossier.ts'

type Facts = Record<string, string | number | boolean | null>

export function factsOf(e: EventRow): Facts {
  return JSON.parse(e.facts)
}

/** Numbers of the events that were taken back. */
export function undoneIn(events: readonly EventRow[]): Set<number> {
  return new Set(events.flatMap((e) => (e.type === 'undo' ? [Number(factsOf(e).undone)] : [])))
}

/** It waits for the head of the agency: nobody else is to know of it. */
export function isDraft(e: EventRow): boolean {
  return factsOf(e).draft === true
}
