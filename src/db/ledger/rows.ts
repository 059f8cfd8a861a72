import { eq } from 'drizzle-orm'
import type { PhotoAudience } from '../../domain/case/release.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database } from '../database.ts'
import { attachment, reveal } from '../schema/filing.ts'
import type { Statement } from './statement.ts'

/** Rows that stand or fall with an event, for `Change.rows`. */

/** Whom a photo is shown to: nothing to write where it is so already. */
export function shownRows(
  db: Database,
  a: { id: string } & PhotoAudience,
  to: PhotoAudience,
): Statement[] {
  return a.isPublic === to.isPublic && a.forAgency === to.forAgency
    ? []
    : [db.update(attachment).set(to).where(eq(attachment.id, a.id))]
}

/** Who opened the identity, and when. */
export function revealRows(
  db: Database,
  row: { complaintId: number; seq: number; staffId: string; at: Instant },
): Statement[] {
  return [db.insert(reveal).values(row)]
}
