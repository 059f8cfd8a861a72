import { Hono } from 'hono'
import * as z from 'zod/mini'
import { waitingOf } from '../../db/role-grants.ts'
import { askForReset, settleReset, type WaitingReset } from '../../db/second-resets.ts'
import { rulesOf } from '../../domain/city/city.ts'
import { supervisorsOf } from '../../domain/people/grants.ts'
import { readFields } from '../../forms/read.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { patterns } from '../../paths.ts'
import { again, atWorkIn, done, no } from './person-page.tsx'
import { adminOnly, reasonField, rightsAround, toldRights } from './staff-rights.ts'

/** For whoever lost phone and codes. One that is gone already counts as taken off. */
export const secondResetPages = new Hono<AppEnv>()

secondResetPages.post(patterns.staffSecond, adminOnly, async (c) => {
  const { t, db, now, city, staff } = c.var
  const person = await atWorkIn(c)
  if (person instanceof Response) return person
  const read = await readFields(c, z.object({ alasan_langkah: reasonField(t) }))
  const { typed } = read.posted
  if (!read.ok) return again(c, person, { typed, errors: read.errors })
  const { id: userId } = person
  const asking = {
    ...{ userId, reason: read.fields.alasan_langkah, askedBy: staff.id },
    roles: [...person.roles, ...(await waitingOf(db, now, userId))],
  }
  const { way, queued } = await askForReset(rightsAround(c), asking, supervisorsOf(rulesOf(city)))
  if (way === 'refused') return no(c, person, t.people.ownSecond, typed)
  const did = way === 'waits' ? 'reset_asked' : 'second_reset'
  if (queued) toldRights(c, queued, did, userId)
  return done(c, person, way === 'waits' ? 'langkah-menunggu' : 'langkah')
})

/** False: answered meanwhile, or over. */
export async function answerReset(
  c: AppContext,
  reset: WaitingReset,
  yes: boolean,
  why: string,
): Promise<boolean> {
  const queued = await settleReset(rightsAround(c), reset, yes ? 'granted' : 'refused', why)
  if (!queued) return false
  toldRights(c, queued, yes ? 'second_reset' : 'reset_refused', reset.userId)
  return true
}
