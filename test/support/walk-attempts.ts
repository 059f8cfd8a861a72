import { runMerge, runSplit } from '../../src/db/clusters.ts'
import { type Dossier, dossierByReference } from '../../src/db/dossier.ts'
import { eraseComplaint } from '../../src/db/erasing.ts'
import { type Result, runCommand, runUnattended } from '../../src/db/run-command.ts'
import { actOf } from '../../src/domain/acts/acts.ts'
import { type Complaint, isOpen, liveClock } from '../../src/domain/case/complaint.ts'
import { approvalName } from '../../src/domain/case/drafts.ts'
import { isAnyParty } from '../../src/domain/case/parties.ts'
import { contextOf } from '../../src/domain/city/rule-context.ts'
import { actorId } from '../../src/domain/people/actor.ts'
import { isOverdue } from '../../src/domain/time/clocks.ts'
import { dateOf, type IsoDate, MINUTE } from '../../src/domain/time/time.ts'
import type { Dice } from './dice.ts'
import { meantBy, NAMES, type Name, ONWARD, people } from './random-commands.ts'
import {
  type Attempt,
  expectedOf,
  fieldsOf,
  lifeOf,
  outcomeOf,
  say,
  unlike,
  type Walk,
  writeDown,
} from './walk-book.ts'

/** One attempt, or the same twice, or two rivals, or one made of what was read long ago. */
export const someAttempts = async (w: Walk): Promise<Attempt[]> => {
  const undoing = w.last !== null && w.dice.percent(20)
  if (undoing) w.s.now += w.dice.nat(14) * 1000
  else w.s.now += gap(w.dice)
  const id = undoing && w.last ? w.last.id : w.dice.pick([...w.book.keys()])
  const now = await readOne(w, id)
  const stale = w.dice.percent(5)
  const d = stale ? w.dice.pick(w.old) : now
  const one = undoing ? attemptOf(w, d, 'undo') : attemptOf(w, d)
  if (!one) return []
  if (stale || w.dice.percent(80)) return [one]
  if (w.dice.percent(60)) return [one, one]
  const other = w.dice.percent(50) ? await readOne(w, w.dice.pick([...w.book.keys()])) : d
  const rival = attemptOf(w, other)
  const same = other.complaint.id === d.complaint.id
  return rival && (same ? !(readsAnew(one) && readsAnew(rival)) : inOrder([one, rival]))
    ? [one, rival]
    : [one]
}

const readOne = async (w: Walk, id: number): Promise<Dossier> => {
  const d = await dossierByReference(w.s.db, lifeOf(w.book, id).complaint.reference)
  if (!d) throw new Error('no such report')
  w.old.push(d)
  return d
}

/** Of two such on two reports it is known afterwards which came first. */
const inOrder = (attempts: Attempt[]): boolean =>
  attempts.every((a) => !readsAnew(a)) && attempts.some(isAlone)

const gap = (d: Dice): number => {
  const kind = d.nat(100)
  const minutes = kind < 55 ? 240 : kind < 88 ? 4 * 24 * 60 : 35 * 24 * 60
  return (1 + d.nat(minutes)) * MINUTE
}

const attemptOf = (w: Walk, d: Dossier, wanted?: Name): Attempt | null => {
  const { complaint: c } = d
  const name =
    wanted ??
    waitingName(w.dice, d, dateOf(w.s.now, w.s.city.settings.offset)) ??
    someName(w.dice, c)
  const able = people.filter((p) => isAnyParty(actOf(name).who, p, c, w.s.now, rules(w)))
  const again = name === 'undo' && w.last && w.dice.percent(80) ? w.last.actor : null
  const actor = again ?? w.dice.pick(able.length > 0 && w.dice.percent(90) ? able : people)
  const s = { ...w.s, actor }
  const base = { id: c.id, read: c, s }
  if (name === 'merge') return mergeOf(w, base)
  const { mark } = lifeOf(w.book, c.id)
  const meant = meantBy(name, d, w.dice, { actor, now: s.now, mark })
  return meant && { ...base, meant }
}

const rules = (w: Walk) => contextOf(w.s).city

const mergeOf = (w: Walk, base: Omit<Attempt, 'meant'>): Attempt | null => {
  const others = [...w.book.values()].filter(({ complaint: c }) => c.id !== base.id)
  const open = others.filter(({ complaint: c }) => isOpen(c))
  if (others.length === 0) return null
  const { complaint: root } = w.dice.pick(open.length > 0 && w.dice.percent(85) ? open : others)
  return { ...base, under: root.id, meant: { command: { name: 'merge', root } } }
}

const unapproved = (dice: Dice): Name => dice.pick(['send_back', 'withdraw_draft'])

/** What somebody else has to look at is often looked at next. */
const waitingName = (
  dice: Dice,
  { messages, complaint: c }: Dossier,
  today: IsoDate,
): Name | null => {
  const waits = c.state === 'awaiting_info' || c.state === 'awaiting_confirmation'
  if (c.draft && dice.percent(60))
    return dice.percent(70) ? approvalName(c.draft) : unapproved(dice)
  if (c.supervisory && waits && dice.percent(70)) return 'conclude'
  if (c.supervisory && c.leadAgencyId !== null && dice.percent(40))
    return c.state === 'routed' ? 'take_up' : dice.pick(['propose_closure', 'ask'])
  const completion = liveClock(c, 'completion')
  if (completion && isOverdue(completion, today) && dice.percent(60)) return 'lapse'
  if (c.objection === 'open' && c.state === 'received' && dice.percent(50))
    return dice.pick(['overrule', 'route'])
  if (c.keySeenBy !== null && c.leadAgencyId !== null && dice.percent(15)) return 'vouch_key'
  if (c.state === 'merged' && dice.percent(40)) return dice.pick(['add_words', 'attach'])
  if (!dice.percent(30)) return null
  if (messages.some((m) => m.state === 'screening') && dice.percent(60)) return 'screen'
  return c.state === 'closed' && c.rating === null ? 'rate' : null
}

/** Mostly what the state allows; what ends a life, or all there is to tell of it, seldom. */
const someName = (d: Dice, c: Complaint): Name => {
  const bias = d.nat(10)
  if (bias === 9) return d.pick(NAMES)
  const allowed = NAMES.filter((n) => n !== 'undo' && actOf(n).from.includes(c.state))
  const onward = allowed.filter((n) => ONWARD.includes(n))
  const name = d.pick(bias < 4 && onward.length > 0 ? onward : allowed)
  return ENDS.includes(name) && d.percent(65) ? d.pick(allowed) : name
}

const ENDS: readonly Name[] = ['erase', 'withdraw', 'lapse', 'archive', 'refer']

/** Tries that read anew by themselves, as timers and erasing do. */
export const readsAnew = ({ meant: { command }, s }: Attempt): boolean =>
  command.name === 'erase' || (s.actor.kind === 'timer' && command.name !== 'split')

const run = (w: Walk, a: Attempt): Promise<Result> => {
  const found = readAs(w, a)
  const { command, extra } = a.meant
  if (command.name === 'merge') return runMerge(a.s, found, command.root.reference)
  if (command.name === 'split') return runSplit(a.s, found, command.text)
  if (command.name === 'erase') return eraseComplaint(a.s, a.id)
  if (readsAnew(a)) return runUnattended(a.s, a.id, command)
  return runCommand(a.s, found, command, extra)
}

const readAs = (w: Walk, a: Attempt) => {
  const read = w.old.findLast((d) => d.complaint === a.read)
  if (!read) throw new Error('nobody read it so')
  return read
}

export const together = async (w: Walk, attempts: Attempt[], beside?: () => Promise<void>) => {
  const alone = attempts.length === 1 && !beside
  const expected = attempts.map((a) => {
    const fresh = { ...a, read: lifeOf(w.book, a.id).complaint }
    return expectedOf(w.book, readsAnew(a) ? fresh : a)
  })
  const [results] = await Promise.all([Promise.all(attempts.map((a) => run(w, a))), beside?.()])
  attempts.forEach((a, i) => {
    const outcome = outcomeOf(results[i] as Result)
    const text = JSON.stringify(outcome)
    const { mark } = lifeOf(w.book, a.id)
    say(w, `${mark} v${a.read.version} ${a.meant.command.name} by ${actorId(a.s.actor)}: ${text}`)
    if (alone && text !== JSON.stringify(expected[i]))
      w.wrong.push(`${w.log.at(-1)}, not ${JSON.stringify(expected[i])}`)
  })
  if (!beside && expected.includes('done') && !results.some((r) => r.ok))
    w.wrong.push(`nobody won: ${w.log.slice(-attempts.length).join(' | ')}`)
  const first = attempts.filter((a, i) => results[i]?.ok && !readsAnew(a)).map(({ id }) => id)
  if (new Set(first).size < first.length)
    w.wrong.push(`two won: ${w.log.slice(-attempts.length).join(' | ')}`)
  settle(w, attempts, results)
}

/** Reads and changes no second report; of what is added to a joined one its root hears. */
export const isAlone = ({ read, meant: { command } }: Attempt): boolean =>
  command.name !== 'merge' &&
  command.name !== 'split' &&
  !(read.state === 'merged' && ['add_words', 'attach', 'screen'].includes(command.name))

/** Writes down who won, first those who held what was read: whoever reads anew came after them. */
const settle = (w: Walk, attempts: Attempt[], results: Result[]): void => {
  const won = attempts.flatMap((a, i) => {
    const result = results[i]
    return result?.ok ? [{ a, result }] : []
  })
  const rank = (a: Attempt) => (readsAnew(a) ? 2 : isAlone(a) ? 0 : 1)
  const order = won.toSorted((x, y) => rank(x.a) - rank(y.a))
  for (const { a, result } of order) {
    w.wrong.push(...writeDown(w.book, a).map((fault) => `${fault}: ${w.log.at(-1)}`))
    const { complaint, written } = lifeOf(w.book, a.id)
    const answer = unlike('the answer', fieldsOf(result.complaint), fieldsOf(complaint))
    w.wrong.push(...answer.map((fault) => `${fault} after ${a.meant.command.name}`))
    const undoable = written.at(-1)?.decision.undoable
    w.last = undoable ? { id: a.id, actor: a.s.actor } : null
  }
}
