import { type Decision, isRefusal } from '../domain/case/command.ts'
import { decide } from '../domain/case/decide.ts'
import { actorId } from '../domain/people/actor.ts'
import { type Case, caseById, caseByReference } from './cases.ts'
import { commit } from './ledger/commit.ts'
import { contextOf, type Result, type Surroundings } from './run-command.ts'

const wrongState: Result = {
  ok: false,
  conflict: false,
  refusal: { refused: 'not_a_root', field: 'induk' },
}

/** Joins a filing under a root: both events stand or fall together. */
export async function runMerge(s: Surroundings, member: Case, rootNumber: string): Promise<Result> {
  const root = await caseByReference(s.db, rootNumber)
  if (!root) return wrongState
  const ctx = contextOf(s, member.complaint)
  const merged = decide(member.complaint, { name: 'merge', root: root.complaint }, ctx)
  if (isRefusal(merged)) return { ok: false, conflict: false, refusal: merged }
  const joined = decide(
    root.complaint,
    { name: 'join', member: member.complaint.reference },
    contextOf(s, root.complaint),
  )
  if (isRefusal(joined)) return { ok: false, conflict: false, refusal: joined }
  return together(s, [merged, joined])
}

/** Takes a filing out of its cluster; the root grows smaller in the same batch. */
export async function runSplit(s: Surroundings, member: Case): Promise<Result> {
  const root = await caseById(s.db, member.complaint.rootId)
  if (!root || root.complaint.id === member.complaint.id) return wrongState
  const split = decide(member.complaint, { name: 'split' }, contextOf(s, member.complaint))
  if (isRefusal(split)) return { ok: false, conflict: false, refusal: split }
  // whoever may split the member may part it from the root, whose desk may be another's
  const parted = decide(
    root.complaint,
    { name: 'part', member: member.complaint.reference },
    { ...contextOf(s, root.complaint), actor: { kind: 'timer' } },
  )
  if (isRefusal(parted)) return { ok: false, conflict: false, refusal: parted }
  return together(s, [
    split,
    { ...parted, actor: s.actor, facts: { ...parted.facts, by: actorId(s.actor) } },
  ])
}

async function together(s: Surroundings, [first, second]: [Decision, Decision]): Promise<Result> {
  const changes = [{ decision: first }, { decision: second }]
  const committed = await commit(s.db, changes, s.city, s.random)
  if (!committed.ok) return { ok: false, conflict: true }
  for (const { after } of [first, second]) s.changed?.(after.reference)
  return { ok: true, complaint: committed.complaints[0] ?? first.after, queued: committed.queued }
}
