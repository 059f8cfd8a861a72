import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import { type RandomBytes, toBase64url } from '../domain/text/bytes.ts'
import { DAY, type Instant } from '../domain/time/time.ts'
import { accountTokenIdentifier, mintAccountToken } from '../seal/account-token.ts'
import type { Database } from './database.ts'
import { user, verification } from './schema/staff.ts'
import { addMembership } from './staff-rights.ts'

/** What every unit of work here needs from outside. */
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

/** Days for which an invitation is good. */
const INVITATION_DAYS = 7
/**
 * Hours for which a link that resets a password is good: as long as the longest window in which
 * they are counted, so that whoever uses up another's letters has left one that still works.
 */
export const RESET_HOURS = 24

/** One spelling for one mailbox. */
export function cleanEmail(email: string): string {
  return email.normalize('NFC').trim().toLowerCase()
}

/** A new person without a password; null when the address belongs to somebody already. */
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

/** Whoever may still sign in under that address. */
export async function staffByEmail(db: Database, email: string): Promise<Person | null> {
  const [found] = await db
    .select({ id: user.id, name: user.name, email: user.email })
    .from(user)
    .where(and(eq(user.email, cleanEmail(email)), isNull(user.disabledAt)))
  return found ?? null
}

/**
 * A token, to be mailed, that lets its holder set the person's password once. Earlier tokens stay
 * good until they end, so that nobody can void the link in another's mailbox by asking again.
 * @param lifetime milliseconds
 */
export async function issueToken(
  { db, now, random }: Around,
  personId: string,
  lifetime: number,
): Promise<string> {
  const token = mintAccountToken(random)
  await db.insert(verification).values({
    id: toBase64url(random(12)),
    identifier: await accountTokenIdentifier(token),
    value: personId,
    expiresAt: new Date(now + lifetime),
    createdAt: new Date(now),
    updatedAt: new Date(now),
  })
  return token
}

/** Once a password is set, no other link in that mailbox sets one. */
export async function voidTokens(db: Database, personId: string): Promise<void> {
  await db.delete(verification).where(eq(verification.value, personId))
}

/** Invites a person by a token that is good for seven days. */
export function invite(around: Around, personId: string): Promise<string> {
  return issueToken(around, personId, INVITATION_DAYS * DAY)
}

/** Whose password that token sets, while it is good. */
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

export async function isDisabled(db: Database, userId: string): Promise<boolean> {
  const found = await db
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.id, userId), isNotNull(user.disabledAt)))
  return found.length > 0
}

/**
 * The first administrator, or one again after all were lost: creates or re-enables the person,
 * gives the role and returns the token of an invitation, for `build('setPassword', { token })`.
 */
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
    .returning({ id: user.id })
  if (!person) throw new Error('the administrator was not created')
  await addMembership(around, person.id, 'admin', null)
  return invite(around, person.id)
}
