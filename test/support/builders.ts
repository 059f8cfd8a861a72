import holidays from '../../seed/data/holidays-2026-2027.json' with { type: 'json' }
import type { Command } from '../../src/domain/acts/acts.ts'
import type { FileCommand } from '../../src/domain/acts/file.ts'
import type { ProposeClosureCommand } from '../../src/domain/acts/propose-closure.ts'
import type { RouteCommand } from '../../src/domain/acts/route.ts'
import {
  type Decision,
  isRefusal,
  type Refusal,
  type RuleContext,
} from '../../src/domain/case/command.ts'
import { type Complaint, isRoot, type State } from '../../src/domain/case/complaint.ts'
import { decide, decideFiling, decideImport, decidePair } from '../../src/domain/case/decide.ts'
import type { CityRules } from '../../src/domain/case/parties.ts'
import type { ReleaseDecision } from '../../src/domain/case/release.ts'
import type { City } from '../../src/domain/city/city.ts'
import type { PublicLimit } from '../../src/domain/city/public-limits.ts'
import type { Actor, Membership, Role, Staff } from '../../src/domain/people/actor.ts'
import type { Calendar } from '../../src/domain/time/calendar.ts'
import type { ClockRule } from '../../src/domain/time/clock-rules.ts'
import { DAY, HOUR, type Instant, instantAt, MINUTE } from '../../src/domain/time/time.ts'

/** An instant by the clock on the wall in Dumai: wib('2026-11-24', '09.30'). */
export const wib = (day: string, time = '09.00'): Instant => {
  const [hour = 0, minute = 0] = time.split('.').map(Number)
  return instantAt(day, hour * 60 + minute, 420)
}

/** The decreed calendar of 2026 and 2027, office hours 07.30-16.00 WIB. */
export const aCalendar = (over: Partial<Calendar> = {}): Calendar => ({
  holidays: Object.fromEntries(holidays.holidays.map((h) => [h.date, h.name])),
  firstYear: 2026,
  lastYear: 2027,
  office: [7 * 60 + 30, 16 * 60],
  offset: 420,
  ...over,
})

export const decreed = holidays

const rule = (
  kind: ClockRule['kind'],
  length: number,
  unit: ClockRule['unit'] = 'working_day',
  group: ClockRule['class'] = null,
): ClockRule => ({ kind, class: group, unit, length, validFrom: '2026-01-01', source: 'test' })

/** The lengths of docs/rules.md, Clocks. */
export const clockRules: readonly ClockRule[] = [
  rule('verify', 3),
  rule('complete', 14, 'calendar_day'),
  rule('follow_up', 5),
  rule('settle', 14, 'working_day', 'complaint'),
  rule('settle', 14, 'working_day', 'aspiration'),
  rule('settle', 5, 'working_day', 'information'),
  rule('settle', 60, 'working_day', 'supervisory'),
  rule('decide', 60, 'calendar_day'),
  rule('silence', 10),
  rule('completion', 30, 'calendar_day'),
  rule('objection', 5, 'working_day'),
  rule('explain', 3, 'working_day'),
]

/** Three working days for category 1, from the first day on, unless told otherwise. */
export const aLimit = (over: Partial<PublicLimit> = {}): PublicLimit => ({
  ...{ id: 1, categoryId: 1, unit: 'working_day', length: 3, validFrom: '2026-01-01' },
  ...{ source: null, active: true },
  ...over,
})

export const ROADS = 3
export const HEALTH = 4
export const INSPECTORATE = 2
export const OPERATOR = 9

export const aCity = (over: Partial<CityRules> = {}): CityRules => ({
  operatingAgencyId: OPERATOR,
  inspectorateAgencyId: INSPECTORATE,
  delegateAgencyId: null,
  approvingAgencyIds: [],
  publicWorksIds: [1],
  ...over,
})

/** The city's reference data, bare but for agencies that work every day. */
export const aCityData = ({ everyDay = [] }: { everyDay?: number[] } = {}): City => {
  const { holidays: decreedDays, firstYear, lastYear, office, offset } = aCalendar()
  return {
    version: 1,
    settings: { office: [...office], offset } as City['settings'],
    agencies: everyDay.map((id) => ({ id, everyDay: true }) as City['agencies'][number]),
    oldSlugs: {},
    categories: [],
    areas: [],
    authorities: [],
    notices: [],
    services: [],
    clockRules: [...clockRules],
    limits: [],
    holidays: decreedDays,
    jointLeave: [],
    years: [],
    firstYear,
    lastYear,
  }
}

/** A member of staff with one role; agency roles name their agency. */
export const someStaff = (
  role: Role,
  agencyId: number | null = null,
  over: Partial<Staff> & Partial<Pick<Membership, 'since' | 'until'>> = {},
): Staff => ({
  kind: 'staff',
  id: over.id ?? `${role}-${agencyId ?? 'city'}`,
  name: over.name ?? `${role} ${agencyId ?? ''}`.trim(),
  memberships: over.memberships ?? [
    { role, agencyId, since: over.since ?? 0, until: over.until ?? null },
  ],
})

export const reporter: Actor = { kind: 'reporter' }
export const timer: Actor = { kind: 'timer' }
export const verifier = someStaff('verifier')
export const liaison = someStaff('liaison', ROADS)
export const officer = someStaff('officer', ROADS)

/** Tuesday 24 November 2026, 09.00 WIB, by a reporter, unless told otherwise. */
export const aContext = (over: Partial<RuleContext> = {}): RuleContext => ({
  now: wib('2026-11-24'),
  actor: reporter,
  calendar: aCalendar(),
  clockRules,
  limits: [],
  city: aCity(),
  ...over,
})

export const aFiling = (over: Partial<FileCommand> = {}): FileCommand => ({
  name: 'file',
  id: 1,
  reference: 'DMI-7K4Q-2M9X',
  class: 'complaint',
  categoryId: 1,
  districtId: 6,
  subdistrictId: 61,
  proposedAgencyId: null,
  anonymous: false,
  confidential: false,
  channel: 'web',
  hasKeyHolder: true,
  incidentDay: '2026-01-02',
  text: 'Lubang besar di Jalan Sudirman, depan SPBU.',
  sensitive: null,
  ...over,
})

export const aRelease = (over: Partial<ReleaseDecision> = {}): ReleaseDecision => ({
  release: true,
  title: 'Lubang di Jalan Sudirman',
  text: 'Lubang besar di Jalan Sudirman, depan SPBU.',
  point: false,
  photoIds: [],
  ...over,
})

export const withheld: ReleaseDecision = aRelease({ release: false, title: '', text: '' })

export const aRouting = (over: Partial<RouteCommand> = {}): RouteCommand => ({
  name: 'route',
  class: 'complaint',
  supervisory: false,
  sensitive: null,
  categoryId: 1,
  leadAgencyId: ROADS,
  supportingAgencyIds: [],
  aboutAgencyId: null,
  priority: 'normal',
  release: aRelease(),
  screenedText: 'Lubang di jalan besar, tanpa kata-kata pelapornya.',
  ...over,
})

export const aClosure = (over: Partial<ProposeClosureCommand> = {}): ProposeClosureCommand => ({
  name: 'propose_closure',
  text: 'Lubang sudah kami tambal dengan aspal panas.',
  reason: 'Penambalan selesai',
  evidenceFiles: 1,
  visit: null,
  ...over,
})

/** As the ledger records it: the version moves on by one. */
export const recorded = (decision: Decision): Complaint => ({
  ...decision.after,
  version: decision.after.version + 1,
})

/** Gives a command that must be accepted; throws with the refusal otherwise. */
export const accepted = (
  c: Complaint | null,
  command: Command,
  over: Partial<RuleContext> = {},
): Complaint => {
  const result = decisionOf(c, command, aContext(over))
  if (isRefusal(result))
    throw new Error(`${command.name} in ${c?.state}: ${result.refused} ${result.field ?? ''}`)
  return recorded(result)
}

/** What the rules make of a command; of a pair's the half that is the complaint's own. */
export const decisionOf = (
  c: Complaint | null,
  command: Command,
  ctx: RuleContext,
): Decision | Refusal => {
  if (command.name === 'file') return decideFiling(command, ctx)
  if (command.name === 'import') return decideImport(command, ctx)
  if (c === null) throw new Error(`${command.name} before anything was filed`)
  if (command.name !== 'merge' && command.name !== 'split') return decide(c, command, ctx)
  const pair = decidePair(c, command, ctx)
  return isRefusal(pair) ? pair : pair[0]
}

/** The refusal of a command, or null where it is accepted. */
export const refused = (
  c: Complaint,
  command: Command,
  over: Partial<RuleContext>,
): Refusal | null => {
  const result = decisionOf(c, command, aContext(over))
  return isRefusal(result) ? result : null
}

const question: Command = { name: 'ask', text: 'Di sebelah mana lubangnya?' }
const said = 'Alasan yang cukup panjang.'

interface Step {
  command: Command
  actor: Actor
}

const ROUTED: Step[] = [{ command: aRouting(), actor: verifier }]
const TAKEN: Step[] = [...ROUTED, { command: { name: 'take_up' }, actor: officer }]
const PROPOSED: Step[] = [...TAKEN, { command: aClosure(), actor: officer }]

const ROADS_TO: Record<State, Step[]> = {
  received: [],
  awaiting_info: [{ command: question, actor: verifier }],
  routed: ROUTED,
  in_progress: TAKEN,
  awaiting_confirmation: PROPOSED,
  closed: [...PROPOSED, { command: { name: 'confirm' }, actor: reporter }],
  referred: [
    { command: { name: 'refer', text: 'Ini wewenang PLN. Hubungi 123.' }, actor: verifier },
  ],
  archived: [{ command: { name: 'archive', text: said }, actor: verifier }],
  withdrawn: [{ command: { name: 'withdraw', text: '' }, actor: reporter }],
  merged: [],
}

/**
 * A complaint that really went the way to its state: filed on `at` and handled an hour a step.
 * Other fields are laid over the result.
 */
export const aComplaint = (over: Partial<Complaint> & { at?: Instant } = {}): Complaint => {
  const { at = wib('2026-11-24'), state = 'received', ...fields } = over
  let c = accepted(null, aFiling(), { now: at })
  let now = at
  for (const { command, actor } of ROADS_TO[state]) {
    now += HOUR
    c = accepted(c, command, { now, actor })
  }
  if (state === 'merged') {
    const root = { ...c, id: 77, rootId: 77, reference: 'DMI-0000-0000' }
    c = accepted(c, { name: 'merge', root }, { now: now + HOUR, actor: verifier })
  }
  const id = fields.id ?? c.id
  return { ...c, ...(isRoot(c) ? { rootId: id } : {}), ...fields }
}

export { DAY, HOUR, MINUTE }
