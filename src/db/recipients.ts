import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Role } from '../domain/people/actor.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import type { ChannelName } from './deliveries.ts'
import { complaint } from './schema/complaint.ts'
import { delivery, identity } from './schema/filing.ts'
import { membership, user } from './schema/staff.ts'

export const PAGE = 100

export interface StaffQuery {
  outboxId: number
  channel: ChannelName
  /** 0 where the role belongs to no agency. */
  agencyIds: readonly number[]
  roles: readonly Role[]
  /** Told as well when of one of the agencies. */
  officerId: string | null
  now: Instant
  /** Told as well whose role, or whose work here, ended after that; `now`: nobody else. */
  endedSince: Instant
}

function unsent(outboxId: number, channel: ChannelName, recipient: ReturnType<typeof sql>) {
  return sql`not exists (select 1 from ${delivery} where ${delivery.outboxId} = ${outboxId}
    and ${delivery.recipient} = ${recipient} and ${delivery.channel} = ${channel}
    and ${delivery.reference} is not null)`
}

export function staffToTell(db: Database, q: StaffQuery, after = '', limit = PAGE) {
  return db
    .selectDistinct({ id: user.id, email: user.email })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .where(
      and(
        inArray(membership.agencyId, [...q.agencyIds]),
        or(
          inArray(membership.role, [...q.roles]),
          q.officerId === null ? undefined : eq(membership.userId, q.officerId),
        ),
        lte(membership.since, q.now),
        or(isNull(membership.until), gt(membership.until, q.endedSince)),
        or(isNull(user.disabledAt), gt(user.disabledAt, q.endedSince)),
        gt(user.id, after),
        unsent(q.outboxId, q.channel, sql`'staff:' || ${user.id}`),
      ),
    )
    .orderBy(asc(user.id))
    .limit(limit)
}

const reporterColumns = {
  id: complaint.id,
  reference: complaint.reference,
  keyVersion: identity.keyVersion,
  wrappedKey: identity.wrappedKey,
  sealed: identity.sealed,
}

const HAS_ADDRESS = { email: identity.hasEmail } satisfies Record<ChannelName, unknown>

function reachable(outboxId: number, channel: ChannelName) {
  return and(
    eq(HAS_ADDRESS[channel], true),
    unsent(outboxId, channel, sql`'reporter:' || ${complaint.id}`),
  )
}

export function reporterToTell(
  db: Database,
  outboxId: number,
  channel: ChannelName,
  complaintId: number,
) {
  return db
    .select(reporterColumns)
    .from(complaint)
    .innerJoin(identity, eq(identity.complaintId, complaint.id))
    .where(and(eq(complaint.id, complaintId), reachable(outboxId, channel)))
}

export function membersToTell(
  db: Database,
  outboxId: number,
  channel: ChannelName,
  rootId: number,
  after = 0,
  limit = PAGE,
) {
  return db
    .select(reporterColumns)
    .from(complaint)
    .innerJoin(identity, eq(identity.complaintId, complaint.id))
    .where(
      and(
        eq(complaint.rootId, rootId),
        sql`complaint.root_id <> complaint.id`,
        gt(complaint.id, after),
        reachable(outboxId, channel),
      ),
    )
    .orderBy(asc(complaint.id))
    .limit(limit)
}

export type SealedReporter = Awaited<ReturnType<typeof reporterToTell>>[number]
