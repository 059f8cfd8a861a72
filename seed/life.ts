import type { Given } from '../src/domain/acts/acts.ts'
import {
  type Decision,
  isRefusal,
  type Refusal,
  type RuleContext,
} from '../src/domain/case/command.ts'
import { type Complaint, isRoot, liveClock } from '../src/domain/case/complaint.ts'
import { decide, decideFiling, decideOnRoot, decidePair } from '../src/domain/case/decide.ts'
import { type City, calendarOf } from '../src/domain/city/city.ts'
import { contextOf } from '../src/domain/city/rule-context.ts'
import type { Actor } from '../src/domain/people/actor.ts'
import { isWorkingDay } from '../src/domain/time/calendar.ts'
import { dueNow } from '../src/domain/time/due.ts'
import { rungDue } from '../src/domain/time/ladder.ts'
import { addDays, type Instant, instantAt, MINUTE } from '../src/domain/time/time.ts'
import type { Step } from './steps.ts'

const TIMER: Actor = { kind: 'timer' }
/** When cron closes what a day has left behind, and when it climbs the ladder; minutes after midnight. */
const SWEEP = 5
const LADDER = 30

/** The draw does not work out: something would happen too late, or the rules say no. */
export class Unfit extends Error {}

/** A complaint lived through the rules alone, in memory, that notes down each step. */
export interface Life {
  readonly steps: Step[]
  /** The complaint as it stands. */
  now: () => Complaint
  /** When the last thing happened. */
  last: () => Instant
  /** Does a step after whatever the timer does before it; throws Unfit when it cannot be. */
  act: (step: Step) => Decision
  /** What happens to a root when another joins it: an event of its own, but no step. */
  joined: (at: Instant, actor: Actor, member: string) => void
  /** Lets the timer do what is due until then. */
  pass: (until: Instant) => void
}

/** `end`: after it nothing can happen. `rootOf` gives the complaint under which one is merged. */
export function newLife(
  city: City,
  story: number,
  end: Instant,
  rootOf: (story: number) => Complaint | undefined,
): Life {
  const steps: Step[] = []
  let complaint: Complaint | null = null
  let last: Instant = 0

  const standing = (): Complaint => {
    if (!complaint) throw new Unfit('nothing was filed')
    return complaint
  }
  const context = (at: Instant, actor: Actor): RuleContext => contextOf({ city, now: at, actor })
  const keep = (at: Instant, decision: Decision | Refusal): Decision => {
    if (at > end || at <= last) throw new Unfit(at > end ? 'too late' : 'out of order')
    if (isRefusal(decision)) throw new Unfit(`${decision.refused} ${decision.field ?? ''}`)
    complaint = { ...decision.after, version: decision.after.version + 1 }
    last = at
    return decision
  }
  const pass = (until: Instant): void => {
    for (;;) {
      const next = complaint && timerOf(complaint, last, calendarOf(city, complaint.leadAgencyId))
      if (!next || next.at > until || next.at > end) return
      keep(next.at, decide(standing(), next.command, context(next.at, TIMER)))
      steps.push({ kind: 'command', at: next.at, actor: TIMER, command: next.command })
    }
  }
  const act = (step: Step): Decision => {
    pass(step.at)
    const decision = keep(
      step.at,
      decideStep(step, complaint, context(step.at, step.actor), story, rootOf),
    )
    steps.push(step)
    return decision
  }
  const joined = (at: Instant, actor: Actor, member: string): void => {
    pass(at)
    keep(
      at,
      decideOnRoot('merge', standing(), { reference: member, clusterSize: 1 }, context(at, actor)),
    )
  }
  return { steps, now: standing, last: () => last, act, joined, pass }
}

/** Decides a step as the ledger will; ids and digests are those of nobody. */
function decideStep(
  step: Step,
  complaint: Complaint | null,
  ctx: RuleContext,
  story: number,
  rootOf: (story: number) => Complaint | undefined,
): Decision | Refusal {
  if (step.kind === 'file')
    return decideFiling({ ...step.form.command, name: 'file', ...nameOf(story) }, ctx)
  if (!complaint) throw new Unfit('nothing was filed')
  if (step.kind === 'command') return decide(complaint, step.command, ctx)
  if (step.kind === 'attach') return decide(complaint, ATTACH, ctx)
  const root = rootOf(step.root)
  if (!root) throw new Unfit('no root')
  const decisions = decidePair(complaint, { name: 'merge', root }, ctx)
  return isRefusal(decisions) ? decisions : decisions[0]
}

/** Stand-ins until the complaint is really filed. */
export function nameOf(story: number) {
  return { id: story + 1, reference: `DEMO-${story + 1}` }
}

const ATTACH: Given = {
  name: 'attach',
  attachmentId: 'x',
  mediaType: 'image/png',
  bytes: 1,
  digest: 'x',
}

type Calendar = RuleContext['calendar']

/** The next thing that the timer does if nobody does anything. */
function timerOf(
  complaint: Complaint,
  last: Instant,
  calendar: Calendar,
): { at: Instant; command: Given } | null {
  if (!isRoot(complaint)) return null
  const silence =
    complaint.state === 'awaiting_confirmation' ? liveClock(complaint, 'silence') : undefined
  const completion =
    complaint.state === 'awaiting_info' ? liveClock(complaint, 'completion') : undefined
  const over = silence ?? completion
  if (over) {
    const at = instantAt(addDays(over.dueDay, 1), SWEEP, calendar.offset)
    return { at, command: { name: silence ? 'close_by_silence' : 'lapse', heard: true } }
  }
  return rungOf(complaint, last, calendar)
}

function rungOf(complaint: Complaint, last: Instant, calendar: Calendar) {
  const due = dueNow(complaint)
  if (!['received', 'routed', 'in_progress'].includes(complaint.state) || due.kind !== 'due')
    return null
  const rung = due.clock.rung + 1
  if (rung > 3) return null
  let day = addDays(due.day, 1)
  while (rungDue(due.clock, day, calendar) < rung || !isWorkingDay(day, calendar))
    day = addDays(day, 1)
  let at = instantAt(day, LADDER, calendar.offset) + rung * MINUTE
  while (at <= last) at += 24 * 60 * MINUTE
  return { at, command: { name: 'escalate' as const, rung } }
}
