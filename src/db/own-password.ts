import { and, eq, ne } from 'drizzle-orm'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { account, session, verification } from './schema/staff.ts'

/** Other devices are out, and no link in a mailbox sets another password. */
export async function setOwnPassword(
  db: Database,
  { userId, hash, sessionId }: { userId: string; hash: string; sessionId: string },
  now: Instant,
): Promise<void> {
  await db.batch([
    db
      .update(account)
      .set({ password: hash, updatedAt: new Date(now) })
      .where(and(eq(account.userId, userId), eq(account.providerId, 'credential'))),
    db.delete(session).where(and(eq(session.userId, userId), ne(session.id, sessionId))),
    db.delete(verification).where(eq(verification.value, userId)),
  ])
}
