import * as fc from 'fast-check'
import { actOf, COMMAND_NAMES, type Command, type CommandName } from '../../src/domain/acts/acts.ts'
import type { FileCommand } from '../../src/domain/acts/file.ts'
import {
  type Decision,
  isRefusal,
  type Refusal,
  type RuleContext,
} from '../../src/domain/case/command.ts'
import { CLASSES, type Complaint, type State } from '../../src/domain/case/complaint.ts'
import {
  decideFiling,
  decideFollowing,
  decideHearing,
  decideOnRoot,
  permitted,
} from '../../src/domain/case/decide.ts'
import { approvalName } from '../../src/domain/case/drafts.ts'
import { isAnyParty } from '../../src/domain/case/parties.ts'
import { isAboutInspectorate } from '../../src/domain/case/reveal.ts'
import type { PublicLimit } from '../../src/domain/city/public-limits.ts'
import { type Actor, actorId } from '../../src/domain/people/actor.ts'
import type { Calendar } from '../../src/domain/time/calendar.ts'
import { addDays, dateOf } from '../../src/domain/time/time.ts'
import {
  aCity,
  aClosure,
  aComplaint,
  aContext,
  aFiling,
  aLimit,
  aRelease,
  aRouting,
  decisionOf,
  HEALTH,
  INSPECTORATE,
  ROADS,
  recorded,
  reporter,
  someStaff,
  timer,
  wib,
  withheld,
} from './builders.ts'

/** Approves in HEALTH; has a delegate of the mayor. */
const DELEGATE = 7
export const city = aCity({ approvingAgencyIds: [HEALTH], delegateAgencyId: DELEGATE })

/** Of its categories: the third has none. */
export const limits: PublicLimit[] = [
  aLimit({ id: 1, categoryId: 1, unit: 'working_day', length: 3 }),
  aLimit({ id: 2, categoryId: 2, unit: 'hour', length: 24 }),
]

export const people: Actor[] = [
  reporter,
  timer,
  someStaff('verifier'),
  someStaff('admin'),
  someStaff('liaison', ROADS),
  someStaff('officer', ROADS),
  someStaff('head', ROADS),
  someStaff('liaison', HEALTH),
  someStaff('officer', HEALTH),
  someStaff('head', HEALTH),
  someStaff('leader'),
  someStaff('inspectorate', INSPECTORATE),
  someStaff('liaison', DELEGATE),
  someStaff('auditor'),
]

export interface Step {
  /** Below 8: a command that the state allows, by somebody who may; below 4: one that moves on. */
  bias: number
  pick: number
  who: number
  /** Minutes since the step before. */
  gap: number
  flag: number
}

export const someStep: fc.Arbitrary<Step> = fc.record({
  bias: fc.nat(9),
  pick: fc.nat(999),
  who: fc.nat(999),
  gap: fc.oneof(fc.nat(30), fc.nat(3 * 24 * 60), fc.nat(40 * 24 * 60)),
  flag: fc.nat(63),
})

export const someFiling = fc.record({
  class: fc.constantFrom('complaint' as const, 'aspiration' as const, 'information' as const),
  anonymous: fc.boolean(),
  confidential: fc.boolean(),
  hasKeyHolder: fc.boolean(),
  categoryId: fc.option(fc.constantFrom(1, 2)),
  districtId: fc.option(fc.constantFrom(5, 6)),
  proposedAgencyId: fc.option(fc.constantFrom(ROADS, HEALTH, INSPECTORATE)),
  start: fc.nat(500 * 24 * 60),
})

const words = 'Kata-kata yang cukup panjang untuk diterima.'
const choose = <T>(list: readonly T[], n: number): T => list[n % list.length] as T

const supervisorOf = (c: Complaint) => (isAboutInspectorate(c, city) ? DELEGATE : INSPECTORATE)

const commandFor = (
  name: Exclude<Lived, 'join' | 'part' | 'hear' | 'follow'>,
  c: Complaint,
  last: Decision | null,
  flag: number,
): Command => {
  const on = (bit: number) => (flag & (1 << bit)) !== 0
  const agency = choose([ROADS, HEALTH], flag)
  switch (name) {
    case 'route':
      return aRouting({
        class: choose(['complaint', 'aspiration', 'information'] as const, flag),
        supervisory: flag % 5 === 0,
        sensitive: on(3) && on(4) ? 'child' : null,
        categoryId: 1 + (flag % 3),
        leadAgencyId: flag % 5 === 0 ? supervisorOf(c) : agency,
        supportingAgencyIds: on(2) ? [HEALTH] : [],
        aboutAgencyId: on(1) ? ROADS : null,
        release:
          c.confidential || flag % 5 === 0 || on(5) ? { ...withheld, title: words } : aRelease(),
      })
    case 'change_class':
      return { name, text: words, class: choose(CLASSES, flag) }
    case 'return':
      return { name, text: words, proposedAgencyId: choose([ROADS, HEALTH, INSPECTORATE], flag) }
    case 'unassign':
      return {
        ...{ name, officerId: c.officerId ?? '' },
        ...(on(3) ? { successor: { id: `officer-${agency}`, by: 'admin' } } : {}),
      }
    case 'assign':
      return { name, officerId: `officer-${agency}`, among: [`officer-${agency}`] }
    case 'set_priority':
      return { name, priority: choose(['normal', 'important', 'urgent'] as const, flag) }
    case 'approve_reply':
    case 'approve_closure':
    case 'countersign':
      return { name, messageSeq: on(0) || on(1) ? (c.draft?.seq ?? 3) : 3 }
    case 'propose_closure':
      return aClosure({ evidenceFiles: flag % 2 })
    case 'merge': {
      const root = { ...aComplaint({ state: 'in_progress', id: 50 }), leadAgencyId: c.leadAgencyId }
      return { name, root: { ...root, confidential: on(0) ? c.confidential : !c.confidential } }
    }
    case 'promise_date': {
      const day = addDays(dateOf(last?.at ?? 0, 7 * 60), 1 + flag)
      return { name, day, text: words, ...(on(0) ? { reason: words } : {}) }
    }
    case 'attach':
      return { name, attachmentId: 'a1', mediaType: 'image/jpeg', bytes: 9, digest: 'x' }
    case 'release':
      return { name, release: aRelease({ point: on(0) }) }
    case 'mask':
      return { name, messageSeq: 4, masked: words, text: words }
    case 'screen':
      return { name, messageSeq: 4, text: words }
    case 'rate':
      return { name, score: flag % 7 }
    case 'vouch_key':
      return { name, text: words, renewed: on(0) }
    case 'press_explanation':
      return { name, rung: 1 + (flag % 3) }
    case 'escalate':
      return {
        name,
        rung: 1 + (flag % 3),
        ...(on(3) ? { clock: on(4) ? 'follow_up' : 'promise' } : {}),
      }
    case 'reveal':
      return { name, reason: words }
    case 'correct':
      return { name, hasName: on(0), hasPhone: on(1), hasEmail: on(2), moved: on(3) }
    case 'undo':
      return {
        name,
        previous: last?.before ?? c,
        undone: last?.command ?? 'file',
        undoneSeq: c.version,
        approvedSeq: typeof last?.facts.message === 'number' ? last.facts.message : null,
        committedAt: last?.at ?? 0,
        by: last ? actorId(last.actor) : '',
      }
    case 'close_by_silence':
    case 'lapse':
      return { name, heard: on(0) }
    case 'withdraw_draft':
    case 'take_up':
    case 'confirm':
    case 'recompute':
    case 'erase':
    case 'renew_key':
    case 'seal_key':
    case 'reindex':
    case 'hand_on':
      return { name }
    case 'split':
      return { name, root: aComplaint({ state: 'in_progress', id: c.rootId }), text: words }
    default:
      return { name, text: words }
  }
}

/** Joining and parting are what merges and splits of others are to this one. */
const attempted = (
  name: Lived,
  c: Complaint,
  last: Decision | null,
  flag: number,
  ctx: RuleContext,
): Decision | Refusal => {
  if (name === 'hear') {
    const said = { name, member: 'DMI-1111-1111', said: 2, file: null, told: flag % 2 === 0 }
    return permitted(c, name, ctx) ?? decideHearing(c, said, ctx)
  }
  if (name === 'follow') {
    const [before, root] = [aComplaint({ id: c.rootId }), aComplaint({ id: 60 })]
    const moved = { ...before, rootId: root.id, state: 'merged' } as const
    return decideFollowing(c, { name, before: moved, root }, ctx)
  }
  if (name !== 'join' && name !== 'part') return decisionOf(c, commandFor(name, c, last, flag), ctx)
  const pair = name === 'join' ? 'merge' : 'split'
  return (
    permitted(c, name, ctx) ??
    decideOnRoot(pair, c, { reference: 'DMI-1111-1111', clusterSize: 1 + (flag % 3) }, ctx)
  )
}

const ONWARD: readonly CommandName[] = [
  'route',
  'ask',
  'answer',
  'take_up',
  'reply',
  'propose_closure',
  'approve_closure',
  'confirm',
  'dispute',
  'close_by_silence',
  'lapse',
  'conclude',
  'countersign',
  'rate',
  'reopen',
  'unarchive',
  'object',
  'split',
]
const DRAFT_STEPS = ['send_back', 'withdraw_draft'] as const
const CONCLUDED: readonly State[] = ['awaiting_info', 'awaiting_confirmation']
/** Nobody gives it to one that was filed; `reindex` changes nothing of a report of today. */
const NEVER = ['file', 'import', 'unimport', 'reindex'] as const
type Lived = Exclude<CommandName, 'file' | 'import' | 'unimport'>
const ALL = COMMAND_NAMES.filter((n): n is Lived => !NEVER.some((never) => never === n))

const names = (c: Complaint, step: Step) => {
  if (step.bias >= 8) return ALL
  if (step.bias < 5 && c.draft)
    return [approvalName(c.draft), approvalName(c.draft), ...DRAFT_STEPS]
  if (step.bias < 5 && c.supervisory && CONCLUDED.includes(c.state)) return ['conclude' as const]
  const allowed = ALL.filter((n) => n !== 'undo' && actOf(n).from.includes(c.state))
  const onward = allowed.filter((n) => ONWARD.includes(n))
  return step.bias < 4 && onward.length > 0 ? onward : allowed
}

export interface Moved {
  before: Complaint | null
  command: { name: CommandName }
  ctx: RuleContext
  last: Decision | null
  result: Decision | Refusal
}

/** A decree that comes between two steps, and the calendar to begin with, before the first. */
type Calendars = (step: Step | null, now: number) => Calendar | null

/**
 * Lives one complaint through random commands by random people, as the ledger would record it,
 * and shows every attempt.
 */
export const live = (
  filing: { start: number } & Partial<FileCommand>,
  steps: readonly Step[],
  see: (moved: Moved) => void,
  calendars: Calendars = () => null,
): { final: Complaint; decisions: Decision[]; now: number } => {
  let now = wib('2026-01-02', '00.00') + filing.start * 60_000
  const { start: _start, ...fields } = filing
  const filer = filing.hasKeyHolder === false ? someStaff('verifier') : reporter
  const first = calendars(null, now)
  let ctx = aContext({ now, actor: filer, city, limits, ...(first ? { calendar: first } : {}) })
  const command = aFiling({ ...fields, categoryId: fields.categoryId ?? null })
  let result: Decision | Refusal = decideFiling(command, ctx)
  see({ before: null, command, ctx, last: null, result })
  if (isRefusal(result)) throw new Error(result.refused)
  const decisions = [result]
  // every other one who filed for somebody has left meanwhile
  const filerLeft = filing.hasKeyHolder === false && filing.start % 2 === 1
  let c = { ...recorded(result), ...(filerLeft ? { filerLeft } : {}) }
  for (const step of steps) {
    now += step.gap * 60_000
    const decreed = calendars(step, now)
    if (decreed) {
      ctx = { ...ctx, now, actor: timer, calendar: decreed }
      const moved = decisionOf(c, { name: 'recompute' }, ctx)
      see({ before: c, command: { name: 'recompute' }, ctx, last: null, result: moved })
      if (!isRefusal(moved)) {
        decisions.push(moved)
        c = recorded(moved)
      }
    }
    const last = decisions.at(-1) ?? null
    const biased = step.bias < 8
    const name = step.bias === 8 && last?.undoable ? 'undo' : choose(names(c, step), step.pick)
    if (name === 'undo' && last) now = last.at + (step.gap % 15) * 1000
    const able = people.filter((p) => isAnyParty(actOf(name).who, p, c, now, ctx.city))
    const undoer = name === 'undo' && last && step.flag % 4 !== 0 ? [last.actor] : null
    const actor = choose(undoer ?? (biased && able.length > 0 ? able : people), step.who)
    ctx = { ...ctx, now, actor }
    const frozen = JSON.stringify(c)
    result = attempted(name, c, last, step.flag, ctx)
    if (JSON.stringify(c) !== frozen) throw new Error(`${name} changed what it was given`)
    see({ before: c, command: { name }, ctx, last, result })
    if (isRefusal(result)) continue
    decisions.push(result)
    c = recorded(result)
  }
  return { final: c, decisions, now }
}
