import type { Dossier, EventRow } from '../db/dossier.ts'
import { actNamed, type CommandName } from '../domain/acts/acts.ts'
import type { Priority } from '../domain/case/complaint.ts'
import { outcomeOf } from '../domain/case/event-outcome.ts'
import { type AnyFacts, factsOf } from '../domain/case/happened.ts'
import { isRecorded } from '../domain/case/on-behalf.ts'
import { isShown } from '../domain/case/shown.ts'
import type { City } from '../domain/city/city.ts'
import { actorId, type Staff } from '../domain/people/actor.ts'
import type { IsoDate } from '../domain/time/time.ts'
import { type ReadWords, readMessage } from './desk-messages.ts'
import type { Eye } from './eye.ts'
import type { Happening, Tone } from './happening.ts'
import { agencyName } from './names.ts'
import { type Names, type Person, personOf } from './person.ts'

export interface DeskHappening extends Happening {
  by: Person
  officer: string | null
  /** Who has it from them, and who said so. */
  handedOver: { to: string | null; by: string | null } | null
  priority: Priority | null
  /** Number of the root or of the member. */
  reference: string | null
  /** A due day that was reckoned anew. */
  date: IsoDate | null
  answers: boolean
  goesOn: boolean
  note: ReadWords | null
  /** Nobody's deed. */
  upkeep: boolean
  /** By a key that staff saw while filing, and that was not renewed since. */
  seenKey: boolean
}

export function deskHistory(
  d: Dossier,
  staff: Staff,
  sees: Eye,
  city: City,
  names: Names,
): DeskHappening[] {
  const renewed = seenUntil(d)
  return d.events
    .filter((e) => isShown(d.shown, e))
    .filter((e) => e.type !== 'reveal' || e.actor === actorId(staff) || sees('revealLog'))
    .map((e) => {
      const message = d.messages.find((m) => m.seq === e.seq && m.audience === 'staff')
      const note = message ? readMessage(d, message, sees) : null
      const recorded = isRecorded(d.complaint, e)
      const seenKey = e.actor === 'reporter' && e.seq < renewed
      return { ...stepOf(e, city, names), recorded, note, seenKey }
    })
    .reverse()
}

/** Up to which event staff may hold the key as well. */
function seenUntil({ complaint, events }: Dossier): number {
  if (complaint.filedBy === null || !complaint.hasKeyHolder) return 0
  return events.find(({ type }) => type === 'vouch_key')?.seq ?? Number.POSITIVE_INFINITY
}

function stepOf(
  e: EventRow,
  city: City,
  names: Names,
): Omit<DeskHappening, 'note' | 'seenKey' | 'recorded'> {
  const facts: AnyFacts = factsOf(e).facts
  return {
    at: e.at,
    what: e.type as CommandName,
    upkeep: actNamed(e.type)?.upkeep ?? false,
    by: personOf(e.actor, names),
    agency: agencyName(city, facts.proposed ?? facts.agency ?? e.agencyId),
    tone: toneOf(e),
    value: facts.score ?? facts.rung ?? null,
    officer: facts.officer === undefined ? null : (names.get(facts.officer) ?? null),
    handedOver: facts.successor
      ? { to: names.get(facts.successor) ?? null, by: names.get(facts.givenBy ?? '') ?? null }
      : null,
    priority: (e.type === 'set_priority' && facts.priority) || null,
    reference: facts.root ?? facts.member ?? null,
    date: facts.to || null,
    ...outcomeOf(e, facts),
  }
}

function toneOf(e: EventRow): Tone | null {
  if (e.stateAfter === 'awaiting_info') return 'wait'
  if (e.type === 'escalate' || e.type === 'dispute') return 'late'
  return e.stateAfter === 'closed' ? 'done' : null
}
