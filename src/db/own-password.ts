import { and, eq, ne, sql } from 'drizzle-orm'
import type { Queued } from './ledger/commit.ts'
import { changeRights, ownEntry, type RightsAround } from './rights.ts'
import { account, session, verification } from './schema/staff.ts'

/** Other devices are out, and no link in a mailbox sets another password. */
export function setOwnPassword(
  around: RightsAround,
  { userId, hash, sessionId }: { userId: string; hash: string; sessionId: string },
): Promise<Queued[] | null> {
  const { db, now } = around
  return changeRights(around, ownEntry('password_changed', userId), sql`true`, () => [
    db
      .update(account)
      .set({ password: hash, updatedAt: new Date(now) })
      .where(and(eq(account.userId, userId), eq(account.providerId, 'credential'))),
    db.delete(session).where(and(eq(session.userId, userId), ne(session.id, sessionId))),
    db.delete(verification).where(eq(verification.value, userId)),
  ])
}
