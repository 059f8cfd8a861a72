import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Complaint } from '../domain/case/complaint.ts'
import { type Role, yearBefore } from '../domain/people/actor.ts'
import type { Instant } from '../domain/time/time.ts'
import { underRoot } from './cluster-roots.ts'
import type { Database } from './database.ts'
import type { ChannelName } from './deliveries.ts'
import { complaint } from './schema/complaint.ts'
import { delivery, identity } from './schema/filing.ts'
import { membership, user } from './schema/staff.ts'

export const PAGE = 100

/** Some of the staff, by what they are. */
export interface Group {
  /** 0 where the role belongs to no agency. */
  agencyIds: readonly number[]
  roles: readonly Role[]
  /** Told as well when of one of the agencies. */
  officerId: string | null
  /** Whoever belongs to one of these agencies, or did within a year, is left out. */
  barred: readonly number[]
  /** Told as well whose role, or whose work here, ended after that; `now`: nobody else. */
  endedSince: Instant
}

export interface StaffQuery extends Group {
  outboxId: number
  channel: ChannelName
  now: Instant
}

function unsent(outboxId: number, channel: ChannelName, recipient: ReturnType<typeof sql>) {
  return sql`not exists (select 1 from ${delivery} where ${delivery.outboxId} = ${outboxId}
    and ${delivery.recipient} = ${recipient} and ${delivery.channel} = ${channel}
    and (${delivery.reference} is not null or ${delivery.failedAt} is not null
      or ${delivery.heldFor} is not null))`
}

function atWork(group: Group, now: Instant) {
  return and(
    inArray(membership.agencyId, [...group.agencyIds]),
    or(
      inArray(membership.role, [...group.roles]),
      group.officerId === null ? undefined : eq(membership.userId, group.officerId),
    ),
    lte(membership.since, now),
    or(isNull(membership.until), gt(membership.until, group.endedSince)),
    or(isNull(user.disabledAt), gt(user.disabledAt, group.endedSince)),
    group.barred.length === 0
      ? undefined
      : sql`not exists (select 1 from membership m where m.user_id = ${user.id}
        and m.agency_id in (select value from json_each(${JSON.stringify(group.barred)}))
        and m.since <= ${now} and (m.until is null or m.until >= ${yearBefore(now)}))`,
  )
}

export async function hasAnybody(db: Database, group: Group, now: Instant): Promise<boolean> {
  const found = await db
    .select({ id: user.id })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .where(atWork(group, now))
    .limit(1)
  return found.length > 0
}

export function staffToTell(db: Database, q: StaffQuery, after = '', limit = PAGE) {
  return db
    .selectDistinct({ id: user.id, email: user.email })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .where(
      and(
        atWork(q, q.now),
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

/** Where those lie who are told with a root. */
export interface Joined {
  rootId: number
  /** Only those who followed this one there. */
  before: string | null
}

/**
 * Under itself, and under what was joined to it and still brings them along; of a root that was joined to
 * another, those who followed it: its letters may still have waited then.
 */
export async function whereJoined(
  db: Database,
  { id, reference, rootId }: Pick<Complaint, 'id' | 'reference' | 'rootId'>,
): Promise<Joined[]> {
  const under = await db.all<{ id: number }>(
    sql`select id from ${underRoot(sql`${id}`)} order by id`,
  )
  const own = under.map((one) => ({ rootId: one.id, before: null }))
  return rootId === id ? own : [...own, { rootId, before: reference }]
}

export function membersToTell(
  db: Database,
  outboxId: number,
  channel: ChannelName,
  { rootId, before }: Joined,
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
        before === null ? undefined : followed(before),
        sql`complaint.root_id <> complaint.id`,
        gt(complaint.id, after),
        reachable(outboxId, channel),
      ),
    )
    .orderBy(asc(complaint.id))
    .limit(limit)
}

function followed(before: string) {
  return sql`exists (select 1 from event where event.complaint_id = ${complaint.id}
    and event.type = 'follow' and json_extract(event.facts, '$.before') = ${before})`
}

/** Of a letter that goes to one mailbox of its own kind. */
export async function isUnsent(
  db: Database,
  outboxId: number,
  channel: ChannelName,
  key: string,
): Promise<boolean> {
  const [found] = await db.all<{ unsent: number }>(
    sql`select ${unsent(outboxId, channel, sql`${key}`)} as unsent`,
  )
  return found?.unsent === 1
}

export async function staffAddress(db: Database, id: string): Promise<string | null> {
  const [found] = await db.select({ email: user.email }).from(user).where(eq(user.id, id))
  return found?.email ?? null
}

export type SealedReporter = Awaited<ReturnType<typeof reporterToTell>>[number]
