import type { MiddlewareHandler } from 'hono'
import type { Queued } from '../../db/ledger/commit.ts'
import type { RightsAround } from '../../db/rights.ts'
import { holdsRole } from '../../domain/people/actor.ts'
import type { RightsChange } from '../../domain/people/grants.ts'
import type { HeldRole } from '../../domain/people/listed-person.ts'
import { words } from '../../forms/fields.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { enqueue } from '../../letters/enqueue.ts'
import type { Inviting } from '../../letters/invitation.ts'
import { randomBytes } from '../../random.ts'
import type { Words } from '../../words/words.ts'

export const adminOnly: MiddlewareHandler<AppEnv> = (c, next) =>
  holdsRole(c.var.staff, 'admin', c.var.now) ? next() : Promise.resolve(c.notFound())

/** Why somebody's rights change: it goes on record and into a letter. */
export function reasonField(t: Words) {
  return words([10, t.people.reasonMissing], [500, t.people.reasonLong])
}

export function rightsAround(c: AppContext): RightsAround {
  const { db, now, staff } = c.var
  return { db, now, random: randomBytes, by: `staff:${staff.id}` }
}

export function inviting(c: AppContext): Inviting {
  const { city, t } = c.var
  return { around: rightsAround(c), env: c.env, city, t }
}

/** Who changed whose rights, by ids alone; the letters about it go on their way. */
export function toldRights(
  c: AppContext,
  queued: readonly Queued[],
  did: RightsChange,
  person: string,
  held?: HeldRole,
): void {
  console.log({
    what: 'rights',
    did,
    by: c.var.staff.id,
    person,
    role: held?.role,
    agency: held?.agencyId,
    request: c.var.requestId,
  })
  c.executionCtx.waitUntil(enqueue(c.env, queued))
}
