import { eq } from 'drizzle-orm'
import type { Instant } from '../../domain/time.ts'
import type { Database } from '../database.ts'
import { attachment, reveal } from '../schema/filing.ts'
import type { Statement } from './statement.ts'

/** Rows that stand or fall with an event, for `Change.rows`. */

/** A photo made public or no longer: nothing to write where it is so already. */
export const shownRows = (
  db: Database,
  a: { id: string; isPublic: boolean },
  isPublic: boolean,
): Statement[] =>
  a.isPublic === isPublic
    ? []
    : [db.update(attachment).set({ isPublic }).where(eq(attachment.id, a.id))]

/** Who opened the identity, and when. */
export const revealRows = (
  db: Database,
  row: { complaintId: number; seq: number; staffId: string; at: Instant },
): Statement[] => [db.insert(reveal).values(row)]
