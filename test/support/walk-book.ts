import type { Dossier } from '../../src/db/dossier.ts'
import type { Result, Surroundings } from '../../src/db/run-command.ts'
import { type Decision, isRefusal, type Refusal } from '../../src/domain/case/command.ts'
import { type Complaint, hasMembers, isHandingOn, isRoot } from '../../src/domain/case/complaint.ts'
import { decide, decideFollowing, decideHearing, decidePair } from '../../src/domain/case/decide.ts'
import type { City } from '../../src/domain/city/city.ts'
import { calendarOf } from '../../src/domain/city/city.ts'
import { contextOf } from '../../src/domain/city/rule-context.ts'
import type { Actor } from '../../src/domain/people/actor.ts'
import type { Calendar } from '../../src/domain/time/calendar.ts'
import { dateOf } from '../../src/domain/time/time.ts'
import { canonicalJson } from '../../src/seal/digest.ts'
import type { Dice } from './dice.ts'
import type { Meant } from './random-commands.ts'

/** A decision as the ledger must have written it. */
export interface Written {
  decision: Decision
  seq: number
  /** By whose calendar it was committed. */
  calendar: Calendar
  /** The verifier's copy of an earlier message that came with it. */
  screened: string | null
}

type Copies = { releasedTitle: string | null; releasedText: string | null } & {
  screenedText: string | null
}

/** What one report must look like, by the rules alone. */
export interface Life {
  /** A letter of its own, at the end of words that only this report has. */
  mark: string
  complaint: Complaint
  written: Written[]
  copies: Copies
  photos: string[]
}

/** All reports of a walk by id, beside what the database says. */
export type Book = Map<number, Life>

export interface Walk {
  seed: number
  dice: Dice
  s: Surroundings
  /** As it was after each amendment of the calendar, the present one last. */
  cities: City[]
  book: Book
  /** Every attempt in words, for whoever has to find out what went wrong. */
  log: string[]
  /** What went otherwise than the rules say, while it went. */
  wrong: string[]
  /** Reports as somebody read them a while ago. */
  old: Dossier[]
  last: { id: number; actor: Actor } | null
  /** How often copies of each report's public page were said to be old. */
  purged: Map<string, number>
}

export const say = (w: Walk, line: string): void => {
  w.log.push(`${new Date(w.s.now + 7 * 3_600_000).toISOString().slice(0, 19)} ${line}`)
}

/** One command that somebody tries. */
export interface Attempt {
  id: number
  /** The report as they read it. */
  read: Complaint
  s: Surroundings
  meant: Meant
  /** Root of a merge. */
  under?: number
}

export const lifeOf = (book: Book, id: number): Life => {
  const life = book.get(id)
  if (!life) throw new Error(`no report ${id} in the book`)
  return life
}

/** What the rules say to it where the report stands as `c`: the decisions of one batch, or no. */
export const decided = (book: Book, a: Attempt, c: Complaint): Decision[] | Refusal => {
  const { command } = a.meant
  if (command.name === 'merge') return mergeOf(book, a, c)
  if (command.name === 'split') return splitOf(book, a, c, command.text)
  const decision = decide(c, command, contextOf(a.s))
  return isRefusal(decision) ? decision : [decision, ...heardOf(book, a, decision)]
}

const heardOf = (book: Book, { s }: Attempt, decision: Decision): Decision[] => {
  const { heard, before, command, facts } = decision
  if (!heard || !before) return []
  const file = command === 'attach' ? String(facts.attachment) : null
  const said = command === 'screen' ? Number(facts.message) : before.version + 1
  const { complaint: root, written } = rootIn(book, before.rootId)
  const today = dateOf(s.now, s.city.settings.offset)
  const told =
    file !== null &&
    written.some(
      ({ decision: { at, notices } }) =>
        dateOf(at, s.city.settings.offset) === today &&
        notices.some(({ template }) => template === 'words_added'),
    )
  const given = { member: before.reference, said: file ? null : said, file, told }
  const onRoot = decideHearing(root, { name: 'hear', ...given }, contextOf(s))
  return isRefusal(onRoot) ? [] : [onRoot]
}

const notARoot: Refusal = { refused: 'not_a_root', field: 'root' }

/** Also of what lies under a root that was joined to another. */
export const rootIn = (book: Book, id: number): Life => {
  const life = lifeOf(book, id)
  return isRoot(life.complaint) ? life : lifeOf(book, life.complaint.rootId)
}

const mergeOf = (book: Book, { s, under = 0 }: Attempt, c: Complaint): Decision[] | Refusal => {
  const own = [...book.values()].filter(({ complaint: one }) => one.rootId === c.id)
  const moving = hasMembers(c) && own.some(({ complaint: one }) => isHandingOn(one))
  return decidePair(c, { name: 'merge', root: lifeOf(book, under).complaint, moving }, contextOf(s))
}

export const isMoving = (book: Book): boolean =>
  [...book.values()].some(({ complaint: c }) => isHandingOn(c))

/** What the job does with every cluster that was joined to another. */
export const writeFollowed = (book: Book, s: Surroundings) => {
  const moving = [...book.values()].filter(({ complaint: c }) => isHandingOn(c))
  for (const life of moving.toSorted((a, b) => a.complaint.id - b.complaint.id)) {
    const before = life.complaint
    const root = lifeOf(book, before.rootId).complaint
    const members = [...book.values()].filter(({ complaint: c }) => c.rootId === before.id)
    for (const member of members)
      note(
        member,
        decideFollowing(member.complaint, { name: 'follow', before, root }, contextOf(s)),
        s,
      )
    note(life, decide(before, { name: 'hand_on' }, contextOf(s)), s)
  }
}

const note = (life: Life, decision: Decision | Refusal, s: Surroundings) => {
  if (isRefusal(decision)) throw new Error(decision.refused)
  add(life, decision, calendarOf(s.city, decision.after.leadAgencyId), null)
}

const formerTold = ({ written }: Life): string[] =>
  written
    .slice(written.findLastIndex(({ decision }) => decision.command === 'merge') + 1)
    .flatMap(({ decision: d }) => (d.command === 'follow' ? [String(d.facts.told)] : []))

const splitOf = (book: Book, { s }: Attempt, c: Complaint, text: string): Decision[] | Refusal => {
  if (c.rootId === c.id) return notARoot
  const root = rootIn(book, c.rootId).complaint
  const told = formerTold(lifeOf(book, c.id))
  return decidePair(c, { name: 'split', root, told, text }, contextOf(s))
}

/** Writes down an attempt that won; says what is wrong where it could not have. */
export const writeDown = (book: Book, a: Attempt): string[] => {
  const decisions = decided(book, a, lifeOf(book, a.id).complaint)
  if (isRefusal(decisions)) return [`${a.meant.command.name} was done against ${decisions.refused}`]
  for (const decision of decisions) {
    const calendar = calendarOf(a.s.city, decision.after.leadAgencyId)
    add(lifeOf(book, decision.after.id), decision, calendar, a.meant.extra?.screened ?? null)
  }
  const life = lifeOf(book, a.id)
  Object.assign(life.copies, a.meant.extra?.columns ?? {})
  life.photos = a.meant.photos ?? life.photos
  if (a.meant.command.name === 'erase')
    life.copies = { releasedTitle: null, releasedText: null, screenedText: null }
  return []
}

const add = (life: Life, decision: Decision, calendar: Calendar, screened: string | null) => {
  const seq = decision.after.version + 1
  life.complaint = { ...decision.after, version: seq }
  life.written.push({ decision, seq, calendar, screened })
}

/** Writes down what a calendar's change made of every report that it concerns. */
export const recomputeAll = (book: Book, s: Surroundings, concerns: (c: Complaint) => boolean) => {
  for (const [id, { complaint }] of book)
    if (concerns(complaint)) {
      const meant: Meant = { command: { name: 'recompute' } }
      const a: Attempt = { id, read: complaint, s, meant }
      if (!isRefusal(decided(book, a, complaint))) writeDown(book, a)
    }
}

/** A report field by field, but for the hash of its last event: that is the chain check's affair. */
export const fieldsOf = ({ lastHash: _, clocks, ...fields }: Complaint): string[] => [
  ...Object.entries(fields).map(([name, value]) => `${name} ${JSON.stringify(value)}`),
  ...clocks.map((k) => `clock ${canonicalJson({ ...k, pauses: JSON.stringify(k.pauses) })}`),
]

/** How an attempt on a report that nobody else is changing has to end. */
export const expectedOf = (book: Book, a: Attempt): 'done' | 'overtaken' | Refusal => {
  const decisions = decided(book, a, a.read)
  if (isRefusal(decisions)) return decisions
  return a.read.version === lifeOf(book, a.id).complaint.version ? 'done' : 'overtaken'
}

export const outcomeOf = (r: Result): 'done' | 'overtaken' | Refusal => {
  if (r.ok) return 'done'
  return r.conflict ? 'overtaken' : r.refusal
}

/** Lines that are on one side only. */
export const unlike = (what: string, stored: string[], right: string[]): string[] => [
  ...stored.filter((line) => !right.includes(line)).map((line) => `${what} has ${line}`),
  ...right.filter((line) => !stored.includes(line)).map((line) => `${what} should have ${line}`),
  ...(new Set(stored).size < stored.length ? [`${what} has something twice`] : []),
]
