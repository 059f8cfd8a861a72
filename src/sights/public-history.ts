import type { Dossier } from '../db/dossier.ts'
import type { CommandName } from '../domain/acts/acts.ts'
import { type AnyFacts, factsOf, isDraft, undoneIn } from '../domain/case/happened.ts'
import { isRecorded } from '../domain/case/on-behalf.ts'
import { isPublicStep } from '../domain/case/publication.ts'
import { isShown } from '../domain/case/shown.ts'
import type { City } from '../domain/city/city.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Happening } from './happening.ts'
import { agencyName } from './names.ts'

/** Steps that anyone may know of, newest first, without a word of the dialogue. */
export function publicHistory(
  { complaint, events, messages, shown }: Dossier,
  city: City,
  now: Instant,
): Happening[] {
  const later = new Set(messages.filter((m) => m.visibleFrom > now).map((m) => m.seq))
  const undone = undoneIn(events)
  return events
    .filter((e) => isShown(shown, e))
    .filter((e) => isPublicStep(e.type) && !later.has(e.seq) && !undone.has(e.seq) && !isDraft(e))
    .map((e): Happening => {
      const { rung, clock, unheard = false }: AnyFacts = factsOf(e).facts
      return {
        at: e.at,
        what: e.type as CommandName,
        agency: agencyName(city, e.agencyId),
        tone: null,
        value: rung ?? null,
        promise: clock === 'promise',
        recorded: isRecorded(complaint, e),
        unheard,
      }
    })
    .reverse()
}
