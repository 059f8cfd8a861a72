import type { PairCommand } from '../domain/acts/acts.ts'
import { isRefusal } from '../domain/case/command.ts'
import { decidePair } from '../domain/case/decide.ts'
import { type Case, caseById, caseByReference } from './cases.ts'
import { commit } from './ledger/commit.ts'
import { contextOf, type Result, type Surroundings } from './run-command.ts'

const notARoot: Result = {
  ok: false,
  conflict: false,
  refusal: { refused: 'not_a_root', field: 'root' },
}

export async function runMerge(s: Surroundings, member: Case, rootNumber: string): Promise<Result> {
  const root = await caseByReference(s.db, rootNumber)
  return root ? together(s, member, { name: 'merge', root: root.complaint }) : notARoot
}

export async function runSplit(s: Surroundings, member: Case): Promise<Result> {
  const root = await caseById(s.db, member.complaint.rootId)
  if (!root || root.complaint.id === member.complaint.id) return notARoot
  return together(s, member, { name: 'split', root: root.complaint })
}

/** Both events stand or fall together. */
async function together(s: Surroundings, member: Case, command: PairCommand): Promise<Result> {
  const decisions = decidePair(member.complaint, command, contextOf(s))
  if (isRefusal(decisions)) return { ok: false, conflict: false, refusal: decisions }
  const changes = decisions.map((decision) => ({ decision }))
  const committed = await commit(s.db, changes, s.city, s.random)
  if (!committed.ok) return { ok: false, conflict: true }
  for (const { after } of decisions) s.changed?.(after.reference)
  const complaint = committed.complaints[0] ?? decisions[0].after
  return { ok: true, complaint, queued: committed.queued }
}
