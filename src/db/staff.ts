import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { type RandomBytes, toBase64url } from '../domain/text/bytes.ts'
import { DAY, type Instant } from '../domain/time/time.ts'
import { accountTokenIdentifier, mintAccountToken } from '../seal/account-token.ts'
import type { Database } from './database.ts'
import { insertWhere } from './insert-where.ts'
import { changeRights } from './rights.ts'
import { user, verification } from './schema/staff.ts'
import { hasSecond, withoutSecond } from './second-resets.ts'
import { giveRole, holds } from './staff-rights.ts'

export interface Around {
  db: Database
  now: Instant
  random: RandomBytes
}

export interface Person {
  id: string
  name: string
  email: string
}

const INVITATION_DAYS = 7
/** As long as the longest window of their limit: using up another's letters leaves a good one. */
export const RESET_HOURS = 24

/** One spelling for one mailbox. */
export function cleanEmail(email: string): string {
  return email.normalize('NFC').trim().toLowerCase()
}

/** Null when the address belongs to somebody already. */
export async function createStaff(
  { db, now, random }: Around,
  { name, email }: { name: string; email: string },
): Promise<Person | null> {
  const id = toBase64url(random(12))
  const at = new Date(now)
  const [created] = await db
    .insert(user)
    .values({
      id,
      name,
      email: cleanEmail(email),
      emailVerified: true,
      createdAt: at,
      updatedAt: at,
    })
    .onConflictDoNothing({ target: user.email })
    .returning({ id: user.id, name: user.name, email: user.email })
  return created ?? null
}

export async function staffByEmail(db: Database, email: string): Promise<Person | null> {
  const [found] = await db
    .select({ id: user.id, name: user.name, email: user.email })
    .from(user)
    .where(and(eq(user.email, cleanEmail(email)), isNull(user.disabledAt)))
  return found ?? null
}

/**
 * `lifetime` in ms. Earlier tokens stay good: nobody can void another's link by asking again. `email`:
 * to which it goes; where the account has another by now, the token is good for nothing.
 */
export async function issueToken(
  { db, now, random }: Around,
  { id: personId, email }: Pick<Person, 'id' | 'email'>,
  lifetime: number,
): Promise<string> {
  const token = mintAccountToken(random)
  // a select takes no Date
  const at = (ms: number) => sql`${ms}`
  const row = {
    ...{ id: toBase64url(random(12)), identifier: await accountTokenIdentifier(token) },
    ...{ value: personId, expiresAt: at(now + lifetime), createdAt: at(now), updatedAt: at(now) },
  }
  const stillTheirs = sql`exists (select 1 from user where id = ${personId} and email = ${email})`
  await insertWhere(db, verification, row, stillTheirs)
  return token
}

export function invite(around: Around, to: Pick<Person, 'id' | 'email'>): Promise<string> {
  return issueToken(around, to, INVITATION_DAYS * DAY)
}

export async function personOfToken(
  db: Database,
  token: string,
  now: Instant,
): Promise<Person | null> {
  const [found] = await db
    .select({ id: user.id, name: user.name, email: user.email })
    .from(verification)
    .innerJoin(user, eq(user.id, verification.value))
    .where(
      and(
        eq(verification.identifier, await accountTokenIdentifier(token)),
        gt(verification.expiresAt, new Date(now)),
        isNull(user.disabledAt),
      ),
    )
  return found ?? null
}

/** The first, or one again after all were lost. Returns the token for `build('setPassword', …)`. */
export async function inviteAdministrator(
  around: Around,
  who: { name: string; email: string },
): Promise<string> {
  const { db, now } = around
  await createStaff(around, who)
  const [person] = await db
    .update(user)
    .set({ disabledAt: null, updatedAt: new Date(now) })
    .where(eq(user.email, cleanEmail(who.email)))
    .returning({ id: user.id, email: user.email })
  if (!person) throw new Error('the administrator was not created')
  const held = { role: 'admin', agencyId: null } as const
  const entry = { did: 'granted', userId: person.id, role: 'admin', agencyId: 0 } as const
  await changeRights(
    { ...around, by: 'operator' },
    { ...entry, reason: '' },
    sql`not ${holds(person.id, 'admin', null)}`,
    (granted) => [giveRole(around, person.id, held, granted)],
  )
  const lost = { did: 'second_reset', userId: person.id, role: null, agencyId: null } as const
  await changeRights(
    { ...around, by: 'operator' },
    { ...lost, reason: '' },
    hasSecond(person.id),
    (written) => withoutSecond(db, person.id, written),
  )
  return invite(around, person)
}
