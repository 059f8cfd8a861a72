import { deleteFiles } from '../db/erased-outside.ts'
import { eraseComplaint } from '../db/erasing.ts'
import { eraseSuggestions } from '../db/survey-suggestions.ts'
import { erasable, leftBehind, type MemberCursor, membersOf, testsOver } from '../db/sweeps.ts'
import { dateOf, type Instant, monthsBefore } from '../domain/time/time.ts'
import { inSteps } from './steps.ts'
import type { Job, JobWorld } from './world.ts'

/** Members first, so that a killed run finds the rest through their root. */
export const retention: Job = async (w) => {
  const before = monthsBefore(w.s.now, w.s.city.settings.retentionMonths)
  let erased = await eraseTests(w)
  for (let step = 0; step < w.steps; step++) {
    const rows = await erasable(w.db, before, w.stepSize)
    let done = 0
    for (const { id } of rows) done += await eraseWithMembers(w, id)
    erased += done
    if (rows.length < w.stepSize || done === 0) break
  }
  const alone = await inSteps<MemberCursor>(
    w,
    (after, limit) => leftBehind(w.db, before, after, limit),
    async ({ id }) => (await eraseOne(w, id)) === 1,
  )
  const suggestions = await eraseOldSuggestions(w, before)
  return { erased: erased + alone.done, suggestions }
}

/** They hold nothing that anybody needs once they are over. */
async function eraseTests(w: JobWorld): Promise<number> {
  let erased = 0
  for (const { id } of await testsOver(w.db, w.stepSize)) erased += await eraseWithMembers(w, id)
  return erased
}

/** Of surveys: nobody's, but people write into them what they should not. */
async function eraseOldSuggestions(w: JobWorld, before: Instant): Promise<number> {
  const day = dateOf(before, w.s.city.settings.offset)
  let erased = 0
  for (let step = 0; step < w.steps; step++) {
    const done = await eraseSuggestions(w.db, day)
    erased += done
    if (done === 0) break
  }
  return erased
}

async function eraseWithMembers(w: JobWorld, id: number): Promise<number> {
  let done = 0
  for (const member of await membersOf(w.db, id)) done += await eraseOne(w, member.id)
  return done + (await eraseOne(w, id))
}

async function eraseOne(w: JobWorld, id: number): Promise<number> {
  const erased = await eraseComplaint(w.s, id)
  if (!erased.ok) return 0
  await deleteFiles(w.env, erased.keys)
  return 1
}
