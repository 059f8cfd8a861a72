import { and, asc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import { type GrantWay, type WaitingGrant, wayOfGrant } from '../domain/people/grants.ts'
import type { HeldRole } from '../domain/people/listed-person.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { insertWhere } from './insert-where.ts'
import type { Queued } from './ledger/commit.ts'
import { changeRights, type RightsAround } from './rights.ts'
import { stillRead } from './roles-read.ts'
import { roleGrant } from './schema/rights.ts'
import { user } from './schema/staff.ts'
import { asker, stillWaits, waitIsOver } from './second-yes.ts'
import { giveRole, holds, isAtWork, othersDecide } from './staff-rights.ts'

export interface Granting {
  userId: string
  held: HeldRole
  reason: string
  askedBy: string
  /** How the roles stood where it was asked (roles-read.ts); left out: however they stand. */
  read?: string
}

interface Granted {
  way: GrantWay['way']
  /** Null: nothing was written, since it stood already or the roles are others by now. */
  queued: Queued[] | null
}

/** Asked for twice it waits once; one that is held already stays as it is. */
export async function askForRole(
  around: RightsAround,
  asked: Granting,
  supervisors: readonly number[],
): Promise<Granted> {
  const { userId, held, askedBy } = asked
  const others = await othersDecide(around, [askedBy, userId])
  const known = { others, supervisors }
  const way = wayOfGrant({ ...held, userId, askedBy }, known, around.now)
  if (way.way === 'refused') return { way: way.way, queued: null }
  const queued =
    way.way === 'at_once' ? await giveAtOnce(around, asked) : await letWait(around, asked, way)
  return { way: way.way, queued }
}

function giveAtOnce(around: RightsAround, { userId, held, reason, read = '' }: Granting) {
  return changeRights(
    around,
    { ...entryOf(userId, held, reason), did: 'granted' },
    sql`${isAtWork(userId)} and ${stillRead(userId, read)}
      and not ${holds(userId, held.role, held.agencyId)}`,
    (granted) => [giveRole(around, userId, held, granted)],
  )
}

function letWait(
  around: RightsAround,
  { userId, held, reason, askedBy, read = '' }: Granting,
  { ripensAt, expiresAt }: Extract<GrantWay, { way: 'waits' }>,
) {
  const { role, agencyId } = held
  const open = sql`exists (select 1 from role_grant where user_id = ${userId} and role = ${role}
    and agency_id = ${agencyId ?? 0} and outcome is null)`
  return changeRights(
    around,
    { ...entryOf(userId, held, reason), did: 'asked' },
    sql`${isAtWork(userId)} and ${stillRead(userId, read)}
      and not ${holds(userId, role, agencyId)} and not ${open}`,
    (asked, id) => [
      insertWhere(
        around.db,
        roleGrant,
        {
          ...{ id, userId, role, agencyId: agencyId ?? 0, reason, askedBy },
          ...{ askedAt: around.now, ripensAt, expiresAt },
        },
        asked,
      ),
    ],
  )
}

type Outcome = 'granted' | 'refused' | 'expired'

/** Null, and nothing changed: it was answered meanwhile, or its time is over. */
export function settleGrant(
  around: RightsAround,
  grant: WaitingGrant,
  outcome: Outcome,
  reason: string,
): Promise<Queued[] | null> {
  const { id, userId } = grant
  return changeRights(
    around,
    { ...entryOf(userId, grant, reason), did: outcome },
    sql`exists (select 1 from role_grant where id = ${id} and outcome is null
      and ${outcome === 'expired' ? sql`true` : sql`expires_at > ${around.now}`})
      and ${outcome === 'granted' ? isAtWork(userId) : sql`true`}`,
    (settled) => [
      around.db
        .update(roleGrant)
        .set({ outcome })
        .where(and(eq(roleGrant.id, id), settled)),
      ...(outcome === 'granted' ? [giveRole(around, userId, grant, settled)] : []),
    ],
  )
}

function entryOf(userId: string, { role, agencyId }: HeldRole, reason: string) {
  return { userId, role, agencyId: agencyId ?? 0, reason }
}

/** Of one person; nobody waits for more roles than there are. */
const MOST = 20

function waiting(db: Database, where: SQL | undefined, limit: number) {
  return db
    .select({
      ...getTableColumns(roleGrant),
      agencyId: sql<number | null>`nullif(${roleGrant.agencyId}, 0)`,
      person: user.name,
      email: user.email,
      asker: sql<string>`${asker.name}`.as('asker_name'),
    })
    .from(roleGrant)
    .innerJoin(user, eq(user.id, roleGrant.userId))
    .innerJoin(asker, eq(asker.id, roleGrant.askedBy))
    .where(where)
    .orderBy(asc(roleGrant.expiresAt))
    .limit(limit)
}

export type NamedGrant = Awaited<ReturnType<typeof waiting>>[number]

export function waitingGrants(db: Database, now: Instant, limit: number) {
  return waiting(db, stillWaits(roleGrant, now), limit)
}

export function waitingOf(db: Database, now: Instant, userId: string) {
  return waiting(db, and(eq(roleGrant.userId, userId), stillWaits(roleGrant, now)), MOST)
}

export async function grantById(
  db: Database,
  now: Instant,
  id: number,
): Promise<NamedGrant | null> {
  const [found] = await waiting(db, and(eq(roleGrant.id, id), stillWaits(roleGrant, now)), 1)
  return found ?? null
}

/** Whose waiting is over: in force by now, or nobody answered. */
export function grantsDue(db: Database, now: Instant, limit: number) {
  return waiting(db, waitIsOver(roleGrant, now), limit)
}
