import { type Case, caseById } from '../db/cases.ts'
import { commit } from '../db/ledger/commit.ts'
import { contextOf } from '../db/run-command.ts'
import { stranded } from '../db/sweeps.ts'
import { isRefusal } from '../domain/command.ts'
import { decide } from '../domain/decide/decide.ts'
import { inSteps } from './steps.ts'
import type { Job, JobWorld } from './world.ts'

const TRIES = 3

/** Reports joined under one that was withdrawn, archived or referred stand on their own again. */
export const splitStranded: Job = (w) =>
  inSteps<{ id: number; rootId: number }>(
    w,
    (after, limit) => stranded(w.db, after, limit),
    ({ id }) => splitOne(w, id),
  )

/** The member leaves and the root is smaller: one commit, or neither. */
const splitOne = async (w: JobWorld, memberId: number): Promise<boolean> => {
  for (let i = 0; i < TRIES; i++) {
    const member = await caseById(w.db, memberId)
    const root = member && (await caseById(w.db, member.complaint.rootId))
    if (!member || !root) return false
    const committed = await commitSplit(w, member, root)
    if (committed !== 'conflict') return committed
  }
  return false
}

const commitSplit = async (
  w: JobWorld,
  member: Case,
  root: Case,
): Promise<boolean | 'conflict'> => {
  const ctx = contextOf(w.s, member.complaint)
  const split = decide(member.complaint, { name: 'split' }, ctx)
  const part = decide(
    root.complaint,
    { name: 'part', member: member.complaint.reference },
    contextOf(w.s, root.complaint),
  )
  if (isRefusal(split) || isRefusal(part)) return false
  const changes = [{ decision: split }, { decision: part }]
  const committed = await commit(w.db, changes, ctx.calendar, w.s.random)
  if (!committed.ok) return 'conflict'
  await w.enqueue(committed.queued)
  return true
}
