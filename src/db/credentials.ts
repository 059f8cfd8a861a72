import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { toBase64url } from '../domain/text/bytes.ts'
import { accountTokenIdentifier } from '../seal/account-token.ts'
import type { Database } from './database.ts'
import { insertWhere } from './insert-where.ts'
import { account, session, user, verification } from './schema/staff.ts'
import { type Around, cleanEmail } from './staff.ts'

/** The only kind of `account` that there is: an address and its password. */
const KIND = 'credential'

/** Whose address it is, and what their password is checked against; nobody who left the service. */
export async function credentialOf(
  db: Database,
  email: string,
): Promise<{ userId: string; hash: string | null } | null> {
  const [found] = await db
    .select({ userId: user.id, hash: account.password })
    .from(user)
    .innerJoin(account, and(eq(account.userId, user.id), eq(account.providerId, KIND)))
    .where(
      and(eq(user.email, cleanEmail(email)), isNull(user.disabledAt), isNotNull(account.password)),
    )
  return found ?? null
}

export function stillOpens(userId: string, hash: string): SQL {
  return sql`exists (select 1 from account
    where user_id = ${userId} and provider_id = ${KIND} and password = ${hash})`
}

/**
 * Sets it if the link is still good, and says whether it was: of two at once one is. With it every
 * session of theirs ends, and no other link in that mailbox sets one; all of it or nothing.
 */
export async function setPassword(
  { db, now, random }: Around,
  { personId, token, hash }: { personId: string; token: string; hash: string },
): Promise<boolean> {
  const identifier = await accountTokenIdentifier(token)
  const good = sql`exists (select 1 from verification v join user u on u.id = v.value
    where v.identifier = ${identifier} and v.expires_at > ${now} and u.id = ${personId}
      and u.disabled_at is null)`
  const theirs = and(eq(account.userId, personId), eq(account.providerId, KIND))
  const first = sql`not exists (select 1 from account where ${theirs})`
  const at = sql`${now}`
  const row = {
    ...{ id: toBase64url(random(12)), accountId: personId, providerId: KIND, userId: personId },
    ...{ password: hash, createdAt: at, updatedAt: at },
  }
  const [, , , spent] = await db.batch([
    db.update(account).set({ password: hash, updatedAt: at }).where(and(theirs, good)),
    insertWhere(db, account, row, sql`${good} and ${first}`),
    db.delete(session).where(and(eq(session.userId, personId), good)),
    db
      .delete(verification)
      .where(and(eq(verification.value, personId), good))
      .returning({ id: verification.id }),
  ])
  return spent.length > 0
}
