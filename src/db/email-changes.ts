import { and, asc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import { type GrantWay, TOUCHES_IDENTITIES, wayOfEmail } from '../domain/people/grants.ts'
import type { HeldRole } from '../domain/people/listed-person.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { insertWhere } from './insert-where.ts'
import type { Queued } from './ledger/commit.ts'
import type { Statement } from './ledger/statement.ts'
import { opensNothingAlone } from './passkeys.ts'
import { changeRights, type RightsAround } from './rights.ts'
import { emailChange } from './schema/rights.ts'
import { account, session, user, verification } from './schema/staff.ts'
import { asker, stillWaits, waitIsOver } from './second-yes.ts'
import { isAtWork, othersDecide } from './staff-rights.ts'

export interface EmailAsking {
  userId: string
  /** As whoever asks read it: another by now is a conflict. */
  previous: string
  email: string
  reason: string
  askedBy: string
  /** Held, and waiting for a yes. */
  roles: readonly HeldRole[]
}

interface Asked {
  way: GrantWay['way']
  /** Null, and nothing changed: the account, its roles or its address are not what they were. */
  queued: Queued[] | null
}

export async function askForEmail(
  around: RightsAround,
  asked: EmailAsking,
  supervisors: readonly number[],
): Promise<Asked> {
  const others = await othersDecide(around, [asked.askedBy, asked.userId])
  const way = wayOfEmail(asked, { others, supervisors }, around.now)
  if (way.way === 'refused') return { way: way.way, queued: null }
  const queued =
    way.way === 'at_once'
      ? await changeAtOnce(around, asked, supervisors)
      : await letWait(around, asked, way)
  return { way: way.way, queued }
}

function changeAtOnce(around: RightsAround, asked: EmailAsking, supervisors: readonly number[]) {
  return changeRights(
    around,
    { ...entryOf(asked), did: 'email_changed', mailboxes: { to: ['old_address', 'new_address'] } },
    sql`${canTake(asked)} and not ${touchesIdentities(asked.userId, supervisors)}`,
    (written, id) => [
      noteChange(around, { ...asked, id, expiresAt: around.now, outcome: 'granted' }, written),
      ...takeOver(around, asked, written),
    ],
  )
}

function letWait(
  around: RightsAround,
  asked: EmailAsking,
  { ripensAt, expiresAt }: Extract<GrantWay, { way: 'waits' }>,
) {
  const open = sql`exists (select 1 from email_change where user_id = ${asked.userId}
    and outcome is null)`
  return changeRights(
    around,
    { ...entryOf(asked), did: 'email_asked', mailboxes: { to: ['old_address'] } },
    sql`${canTake(asked)} and not ${open}`,
    (written, id) => [noteChange(around, { ...asked, id, ripensAt, expiresAt }, written)],
  )
}

function noteChange(
  { db, now }: RightsAround,
  { roles: _, ...row }: EmailAsking & Partial<typeof emailChange.$inferInsert> & WaitingEnd,
  written: SQL,
) {
  return insertWhere(db, emailChange, { ...row, askedAt: now }, written)
}

interface WaitingEnd {
  id: number
  expiresAt: Instant
}

type Outcome = 'granted' | 'refused' | 'expired'

const DID = {
  granted: 'email_changed',
  refused: 'email_refused',
  expired: 'email_expired',
} as const

/** Null, and nothing changed: answered meanwhile, over, or the new address is somebody else's by now. */
export function settleEmail(
  around: RightsAround,
  change: WaitingEmail,
  outcome: Outcome,
  reason: string,
): Promise<Queued[] | null> {
  const { id } = change
  const yes = outcome === 'granted'
  const mailboxes = yes
    ? { to: ['old_address' as const, 'new_address' as const], change: id }
    : undefined
  return changeRights(
    around,
    { ...entryOf({ ...change, reason }), did: DID[outcome], mailboxes },
    sql`exists (select 1 from email_change where id = ${id} and outcome is null
      and ${outcome === 'expired' ? sql`true` : sql`expires_at > ${around.now}`})
      and ${yes ? canTake(change) : sql`true`}`,
    (written) => [
      around.db
        .update(emailChange)
        .set({ outcome })
        .where(and(eq(emailChange.id, id), written)),
      ...(yes ? takeOver(around, change, written) : []),
    ],
  )
}

/** Whoever had the old mailbox is out: sessions, links and the password that was made there. */
function takeOver(
  { db, now }: RightsAround,
  { userId, email }: Pick<EmailAsking, 'userId' | 'email'>,
  written: SQL,
): Statement[] {
  return [
    db
      .update(user)
      .set({ email, emailSince: now, updatedAt: new Date(now) })
      .where(and(eq(user.id, userId), written)),
    db.delete(session).where(and(eq(session.userId, userId), written)),
    db.delete(verification).where(and(eq(verification.value, userId), written)),
    db
      .update(account)
      .set({ password: null })
      .where(and(eq(account.userId, userId), written)),
    opensNothingAlone(db, userId, written),
  ]
}

function entryOf({ userId, previous, email, reason }: Omit<EmailAsking, 'askedBy' | 'roles'>) {
  return { userId, role: null, agencyId: null, reason, detail: `${previous} → ${email}` }
}

/** At work under the address that was read, and the new one is nobody's. */
function canTake({ userId, previous, email }: Pick<EmailAsking, 'userId' | 'previous' | 'email'>) {
  return sql`${isAtWork(userId)}
    and exists (select 1 from user where id = ${userId} and email = ${previous})
    and not exists (select 1 from user where email = ${email})`
}

/** As they stand in the moment of writing: a role given meanwhile counts. */
function touchesIdentities(userId: string, supervisors: readonly number[]): SQL {
  const roles = JSON.stringify(TOUCHES_IDENTITIES)
  const those = sql`(role in (select value from json_each(${roles}))
    or agency_id in (select value from json_each(${JSON.stringify(supervisors)})))`
  return sql`(exists (select 1 from membership where user_id = ${userId} and until is null and ${those})
    or exists (select 1 from role_grant where user_id = ${userId} and outcome is null and ${those}))`
}

function waiting(db: Database, where: SQL | undefined, limit: number) {
  return db
    .select({
      ...getTableColumns(emailChange),
      person: user.name,
      asker: sql<string>`${asker.name}`.as('asker_name'),
    })
    .from(emailChange)
    .innerJoin(user, eq(user.id, emailChange.userId))
    .innerJoin(asker, eq(asker.id, emailChange.askedBy))
    .where(where)
    .orderBy(asc(emailChange.expiresAt))
    .limit(limit)
}

export type WaitingEmail = Awaited<ReturnType<typeof waiting>>[number]

export function waitingEmails(db: Database, now: Instant, limit: number) {
  return waiting(db, stillWaits(emailChange, now), limit)
}

/** One at most. */
export function waitingEmailOf(db: Database, now: Instant, userId: string) {
  return waiting(db, and(eq(emailChange.userId, userId), stillWaits(emailChange, now)), 1)
}

export async function waitingEmailById(
  db: Database,
  now: Instant,
  id: number,
): Promise<WaitingEmail | null> {
  const open = and(eq(emailChange.id, id), stillWaits(emailChange, now))
  return (await waiting(db, open, 1))[0] ?? null
}

/** In force by now, or nobody answered. */
export function emailsDue(db: Database, now: Instant, limit: number) {
  return waiting(db, waitIsOver(emailChange, now), limit)
}

/** Also what is settled. */
export async function emailChangeOf(db: Database, id: number) {
  return (await db.select().from(emailChange).where(eq(emailChange.id, id)))[0] ?? null
}
