import { sql } from 'drizzle-orm'
import type { PairCommand } from '../domain/acts/acts.ts'
import { isRefusal } from '../domain/case/command.ts'
import { hasMembers, isRoot } from '../domain/case/complaint.ts'
import { decideFollowing, decidePair } from '../domain/case/decide.ts'
import { contextOf } from '../domain/city/rule-context.ts'
import { type Case, caseById, caseByReference } from './cases.ts'
import { formerTold, handingOn, rootOf } from './cluster-roots.ts'
import type { Change } from './ledger/change.ts'
import { commit } from './ledger/commit.ts'
import { done, type Result, type Surroundings } from './run-command.ts'

const notARoot: Result = {
  ok: false,
  conflict: false,
  refusal: { refused: 'not_a_root', field: 'root' },
}

export async function runMerge(s: Surroundings, member: Case, rootNumber: string): Promise<Result> {
  const root = await caseByReference(s.db, rootNumber)
  if (!root) return notARoot
  const { complaint } = member
  // a second hop would be one too many for whoever reads
  const moving = hasMembers(complaint) && (await isReceiving(s, complaint.id))
  return together(s, member, { name: 'merge', root: root.complaint, moving }, root)
}

export async function runSplit(s: Surroundings, member: Case, text?: string): Promise<Result> {
  const { id, rootId } = member.complaint
  const [root, told] = await Promise.all([rootOf(s.db, rootId), formerTold(s.db, id)])
  if (!root || root.complaint.id === id) return notARoot
  return together(s, member, { name: 'split', root: root.complaint, told, text }, root)
}

/** Its root was joined to another: it lies under that one from now on. */
export async function runFollow(s: Surroundings, memberId: number): Promise<Result> {
  const member = await caseById(s.db, memberId)
  const before = member && (await caseById(s.db, member.complaint.rootId))
  const root = before && (await caseById(s.db, before.complaint.rootId))
  if (!root || isRoot(before.complaint)) return notARoot
  const command = { name: 'follow', before: before.complaint, root: root.complaint } as const
  const decision = decideFollowing(member.complaint, command, contextOf(s))
  if (isRefusal(decision)) return { ok: false, conflict: false, refusal: decision }
  const committed = await commit(s.db, [{ decision, found: member }], s.city, s.random)
  return committed.ok ? done(s, committed) : { ok: false, conflict: true }
}

async function isReceiving({ db }: Surroundings, rootId: number): Promise<boolean> {
  const [found] = await db.all<{ n: number }>(
    sql`select exists (select 1 from ${handingOn(sql`${rootId}`)}) as n`,
  )
  return found?.n === 1
}

/** Both events stand or fall together. */
async function together(
  s: Surroundings,
  member: Case,
  command: PairCommand,
  root: Case,
): Promise<Result> {
  const decisions = decidePair(member.complaint, command, contextOf(s))
  if (isRefusal(decisions)) return { ok: false, conflict: false, refusal: decisions }
  const [ofMember, ofRoot] = decisions
  const changes: [Change, Change] = [
    { decision: ofMember, found: member },
    { decision: ofRoot, found: root },
  ]
  const committed = await commit(s.db, changes, s.city, s.random)
  if (!committed.ok) return { ok: false, conflict: true }
  return done(s, committed)
}
