import { eq } from 'drizzle-orm'
import type { PhotoAudience } from '../../domain/case/release.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database } from '../database.ts'
import { attachment, reveal } from '../schema/filing.ts'
import type { Statement } from './statement.ts'

export function shownRows(
  db: Database,
  a: { id: string } & PhotoAudience,
  to: PhotoAudience,
): Statement[] {
  return a.isPublic === to.isPublic && a.forAgency === to.forAgency
    ? []
    : [db.update(attachment).set(to).where(eq(attachment.id, a.id))]
}

export function revealRows(
  db: Database,
  row: { complaintId: number; seq: number; staffId: string; at: Instant },
): Statement[] {
  return [db.insert(reveal).values(row)]
}
