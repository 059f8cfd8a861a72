import { type Complaint, isOpen, isRoot, liveClock } from '../case/complaint.ts'
import { waitsForCoordinator } from '../case/objection.ts'
import { heldClock } from '../time/due.ts'
import type { Metric, Metrics } from './figures.ts'
import { chargedAgencies, lateness } from './lateness.ts'

/** Whose a report is that no agency has. */
export const NOBODY = 0
/** Whose it is until the administrator says it: as its assignment. */
export const COORDINATOR = -2

/**
 * What staff oversee by: the numbers of each agency, of what is kept from the public, too. They stand
 * on the city's row, so that a year of all agencies is twelve rows and a command writes no row more.
 */
export function overseen(complaint: Complaint, counts: Metrics): Metrics {
  const lead = complaint.leadAgencyId ?? deskOf(complaint)
  if (!isRoot(complaint)) return of(lead, counts)
  const own = { ...counts, ...lateness(complaint, lead), ...standing(complaint) }
  const others = chargedAgencies(complaint).filter((id) => id !== lead)
  const late = others.map((id) => of(id, lateness(complaint, id)))
  return Object.assign(of(lead, own), spotOf(complaint), ...late)
}

function deskOf(complaint: Complaint): number {
  const waits = complaint.state === 'received' && waitsForCoordinator(complaint)
  return waits ? COORDINATOR : NOBODY
}

function of(agencyId: number, metrics: Record<string, number | undefined>): Metrics {
  const named = Object.entries(metrics).filter(([, n]) => n !== 0)
  return Object.fromEntries(named.map(([name, n]) => [`agency:${agencyId}/${name}` as Metric, n]))
}

/** What lists are made of, so that a number is as long as the list behind it. */
function standing(complaint: Complaint): Record<string, number> {
  const { channel, categoryId, districtId, state, disputes, returns } = complaint
  const works = isOpen(complaint) && state !== 'awaiting_confirmation'
  const clock = works ? heldClock(complaint) : undefined
  const word = liveClock(complaint, 'promise')
  return {
    [`channel:${channel}`]: 1,
    [`place:${categoryId ?? 0}:${districtId ?? 0}`]: 1,
    ...(clock && { [`held:${clock.dueDay}`]: 1 }),
    ...(word?.status === 'running' && { [`given:${word.dueDay}`]: 1 }),
    contested: disputes > 0 && state === 'in_progress' ? 1 : 0,
    returned: returns > 1 && state === 'received' ? 1 : 0,
  }
}

/** For what comes back to one place; only Inspektorat may know of the others. */
function spotOf({ supervisory, categoryId, subdistrictId }: Complaint): Metrics {
  if (supervisory || categoryId === null || subdistrictId === null) return {}
  return of(NOBODY, { [`spot:${categoryId}:${subdistrictId}`]: 1 })
}
