import { asksDue } from '../db/city-asks.ts'
import { emailsDue, settleEmail, type WaitingEmail } from '../db/email-changes.ts'
import { grantsDue, type NamedGrant, settleGrant } from '../db/role-grants.ts'
import { resetsDue, settleReset } from '../db/second-resets.ts'
import { settleCityAsk } from '../db/settle-city-ask.ts'
import { staffPerson } from '../db/staff-list.ts'
import { isAdmin } from '../db/staff-rights.ts'
import { tellCityAsk } from '../db/tell-city-ask.ts'
import { sendInvitation } from '../letters/invitation.ts'
import { wordsFor } from '../words/words.ts'
import type { Job, JobWorld } from './world.ts'

/** Roles, addresses, second steps and settings that waited for a second yes: in force, or over. */
export const settleGrants: Job = async (w) => {
  const counts = { granted: 0, expired: 0 }
  for (const grant of await grantsDue(w.db, w.s.now, w.stepSize)) {
    const outcome = await outcomeOf(w, grant)
    if (await settled(w, grant, outcome)) counts[outcome] += 1
  }
  for (const change of await emailsDue(w.db, w.s.now, w.stepSize)) {
    const outcome = await outcomeOf(w, change)
    if (await settledEmail(w, change, outcome)) counts[outcome] += 1
  }
  for (const reset of await resetsDue(w.db, w.s.now, w.stepSize)) {
    const outcome = await outcomeOf(w, reset)
    const around = { db: w.db, now: w.s.now, random: w.s.random, by: 'timer' }
    const queued = await settleReset(around, reset, outcome, reset.reason)
    if (!queued) continue
    await w.enqueue(queued)
    counts[outcome] += 1
  }
  for (const ask of await asksDue(w.db, w.s.now, w.stepSize)) {
    const outcome = await outcomeOf(w, ask)
    const around = { db: w.db, now: w.s.now, by: 'timer' }
    if (!(await settleCityAsk(around, ask, outcome))) continue
    counts[outcome] += 1
    await w.enqueue(await tellCityAsk(w.db, ask.id, 'ended', w.s.now))
  }
  return counts
}

async function outcomeOf(
  { db, s: { now } }: JobWorld,
  { ripensAt, expiresAt, askedBy }: Pick<NamedGrant, 'ripensAt' | 'expiresAt' | 'askedBy'>,
) {
  const ripe = ripensAt !== null && ripensAt <= now && expiresAt > now
  return ripe && (await isAdmin(db, askedBy)) ? 'granted' : 'expired'
}

async function settledEmail(w: JobWorld, change: WaitingEmail, outcome: 'granted' | 'expired') {
  const { db, env } = w
  const { now, random, city } = w.s
  const around = { db, now, random, by: 'timer' }
  const queued = await settleEmail(around, change, outcome, change.reason)
  if (!queued) return false
  await w.enqueue(queued)
  if (outcome === 'expired') return true
  const person = await staffPerson(db, now, change.userId)
  const t = wordsFor('id', city.settings.offset)
  if (person) await sendInvitation({ around, env, city, t }, person, person.roles[0])
  return true
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
