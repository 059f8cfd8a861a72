import type { PairCommand } from '../domain/acts/acts.ts'
import { isRefusal } from '../domain/case/command.ts'
import { decidePair } from '../domain/case/decide.ts'
import { contextOf } from '../domain/city/rule-context.ts'
import { type Case, caseById, caseByReference } from './cases.ts'
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
  return root ? together(s, member, { name: 'merge', root: root.complaint }, root) : notARoot
}

export async function runSplit(s: Surroundings, member: Case, text?: string): Promise<Result> {
  const root = await caseById(s.db, member.complaint.rootId)
  if (!root || root.complaint.id === member.complaint.id) return notARoot
  return together(s, member, { name: 'split', root: root.complaint, text }, root)
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
