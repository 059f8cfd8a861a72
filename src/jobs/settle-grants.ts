import { grantsDue, type NamedGrant, settleGrant } from '../db/role-grants.ts'
import { staffPerson } from '../db/staff-list.ts'
import { sendInvitation } from '../letters/invitation.ts'
import { wordsFor } from '../words/words.ts'
import type { Job, JobWorld } from './world.ts'

/** Roles that waited for a second person's yes: in force by themselves, or over. */
export const settleGrants: Job = async (w) => {
  const counts = { granted: 0, expired: 0 }
  for (const grant of await grantsDue(w.db, w.s.now, w.stepSize)) {
    const ripe = grant.ripensAt !== null && grant.ripensAt <= w.s.now && grant.expiresAt > w.s.now
    if (await settled(w, grant, ripe ? 'granted' : 'expired'))
      counts[ripe ? 'granted' : 'expired'] += 1
  }
  return counts
}

async function settled(w: JobWorld, grant: NamedGrant, outcome: 'granted' | 'expired') {
  const { db, env } = w
  const { now, random, city } = w.s
  const around = { db, now, random, by: 'timer' }
  const queued = await settleGrant(around, grant, outcome, grant.reason)
  if (!queued) return false
  await w.enqueue(queued)
  const person = outcome === 'granted' ? await staffPerson(db, now, grant.userId) : null
  const t = wordsFor('id', city.settings.offset)
  if (person && !person.activated) await sendInvitation({ around, env, city, t }, person, grant)
  return true
}
