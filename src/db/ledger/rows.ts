import { eq } from 'drizzle-orm'
import type { PhotoAudience } from '../../domain/release.ts'
import type { Instant } from '../../domain/time.ts'
import type { Database } from '../database.ts'
import { attachment, reveal } from '../schema/filing.ts'
import type { Statement } from './statement.ts'

/** Rows that stand or fall with an event, for `Change.rows`. */

/** Whom a photo is shown to: nothing to write where it is so already. */
export const shownRows = (
  db: Database,
  a: { id: string } & PhotoAudience,
  to: PhotoAudience,
): Statement[] =>
  a.isPublic === to.isPublic && a.forAgency === to.forAgency
    ? []
    : [db.update(attachment).set(to).where(eq(attachment.id, a.id))]

/** Who opened the identity, and when. */
export const revealRows = (
  db: Database,
  row: { complaintId: number; seq: number; staffId: string; at: Instant },
): Statement[] => [db.insert(reveal).values(row)]
