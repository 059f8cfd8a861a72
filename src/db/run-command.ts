import { actNamed, type Given } from '../domain/acts/acts.ts'
import { isRefusal, type Refusal } from '../domain/case/command.ts'
import type { Complaint } from '../domain/case/complaint.ts'
import { decide } from '../domain/case/decide.ts'
import type { City } from '../domain/city/city.ts'
import { contextOf } from '../domain/city/rule-context.ts'
import type { Actor } from '../domain/people/actor.ts'
import type { RandomBytes } from '../domain/text/bytes.ts'
import type { Instant } from '../domain/time/time.ts'
import { type Case, caseById } from './cases.ts'
import type { Database } from './database.ts'
import { heardByRoot } from './hearing.ts'
import type { Change, Extra } from './ledger/change.ts'
import { type Committed, commit, type Queued } from './ledger/commit.ts'

export interface Surroundings {
  db: Database
  city: City
  now: Instant
  random: RandomBytes
  actor: Actor
  /** Copies of its public page are old now. */
  changed?: (reference: string) => void
}

/** `found`: as it stands now. */
type Done = { ok: true; complaint: Complaint; found: Case; queued: Queued[] }
/** `complaint` is not what was read. */
type Overtaken = { ok: false; conflict: true }
type Refused = { ok: false; conflict: false; refusal: Refusal }
export type Result = Done | Overtaken | Refused

const TRIES = 3

/** Never retried for a person. */
export async function runCommand(
  s: Surroundings,
  found: Case,
  command: Given,
  extra: Extra = {},
): Promise<Result> {
  const ctx = contextOf(s)
  const decision = decide(found.complaint, command, ctx)
  if (isRefusal(decision)) return { ok: false, conflict: false, refusal: decision }
  // what moves only the root meanwhile is no conflict of theirs
  for (let i = 0; i < (decision.heard ? TRIES : 1); i++) {
    const ofRoot = await heardByRoot(s, decision)
    const changes: [Change, ...Change[]] = [{ decision, found, ...extra }, ...ofRoot]
    const committed = await commit(s.db, changes, s.city, s.random)
    if (committed.ok) return done(s, committed)
  }
  return { ok: false, conflict: true }
}

/** The first of the reports is the one that was meant. */
export function done(
  s: Surroundings,
  { cases, events, queued }: Extract<Committed, { ok: true }>,
): Result {
  cases.forEach(({ complaint }, i) => {
    if (!isOfTheHouse(events[i]?.type)) s.changed?.(complaint.reference)
  })
  const [found] = cases
  return { ok: true, complaint: found.complaint, found, queued }
}

/** It leaves all that a page shows alone: no copy of one is old for it. */
function isOfTheHouse(type = ''): boolean {
  const act = actNamed(type)
  return act?.upkeep === true && act.passing === true
}

/** For timers and queues: decides again when overtaken. */
export async function runUnattended(
  s: Surroundings,
  complaintId: number,
  command: Given,
): Promise<Result> {
  for (let i = 0; i < TRIES; i++) {
    const found = await caseById(s.db, complaintId)
    if (!found) return { ok: false, conflict: false, refusal: { refused: 'wrong_state' } }
    const result = await runCommand(s, found, command)
    if (result.ok || !result.conflict) return result
  }
  return { ok: false, conflict: true }
}
