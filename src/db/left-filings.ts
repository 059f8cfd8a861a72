import { and, inArray, isNull } from 'drizzle-orm'
import type { Instant } from '../domain/time/time.ts'
import { tokenDigest } from '../seal/digest.ts'
import type { Database } from './database.ts'
import { filing } from './schema/filing.ts'

/** As many as a browser files with before it signs out. */
const MOST = 20

/** The browser that filed them signed out: what it sends again shows no key any more. */
export async function leaveFilings(db: Database, tokens: string[], now: Instant): Promise<void> {
  if (tokens.length === 0) return
  const digests = await Promise.all(tokens.slice(0, MOST).map(tokenDigest))
  await db
    .update(filing)
    .set({ leftAt: now })
    .where(and(inArray(filing.tokenDigest, digests), isNull(filing.leftAt)))
}
