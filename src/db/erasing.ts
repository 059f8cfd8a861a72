import { and, eq, ne, sql } from 'drizzle-orm'
import { caseById } from './cases.ts'
import type { Database } from './database.ts'
import type { WordColumns } from './ledger/change.ts'
import type { Statement } from './ledger/statement.ts'
import { type Result, runCommand, type Surroundings } from './run-command.ts'
import { message } from './schema/complaint.ts'
import { attachment, identity } from './schema/filing.ts'

const NO_WORDS: Required<Omit<WordColumns, 'keyHash'>> = {
  title: null,
  text: null,
  salt: null,
  releasedTitle: null,
  releasedText: null,
  screenedText: null,
  landmark: null,
  lat: null,
  lng: null,
  onBehalf: null,
  loss: null,
  settlement: null,
}

export type Erased = Result & { keys: string[] }

/**
 * The chain and the figures stay whole. The caller then deletes the files under `keys`; what a dead
 * run leaves of them is swept. `reason`: why the staff erase, the only words that stay.
 */
export async function eraseComplaint(
  s: Surroundings,
  complaintId: number,
  beside: (db: Database) => Statement[] = () => [],
  reason?: string,
): Promise<Erased> {
  const keys = await keysOf(s.db, complaintId)
  for (let i = 0; i < 3; i++) {
    const found = await caseById(s.db, complaintId)
    if (!found) break
    const rows = (db: Database, seq: number) => [
      ...wordlessRows(db, complaintId, seq),
      ...beside(db),
    ]
    const command = { name: 'erase', reason } as const
    const result = await runCommand(s, found, command, { columns: NO_WORDS, rows })
    if (result.ok) return { ...result, keys }
    if (!result.conflict) return { ...result, keys: [] }
  }
  return { ok: false, conflict: true, keys: [] }
}

async function keysOf(db: Database, complaintId: number): Promise<string[]> {
  const rows = await db
    .select({ key: attachment.key })
    .from(attachment)
    .where(eq(attachment.complaintId, complaintId))
  return rows.flatMap(({ key }) => key ?? [])
}

/** What has no words any more is nobody's to approve or to screen. */
const NOBODY_WAITS = sql`case state when 'draft' then 'undone' when 'screening' then 'sent' else state end`

function wordlessRows(db: Database, complaintId: number, seq: number): Statement[] {
  return [
    db
      .update(message)
      .set({ text: null, reason: null, screened: null, salt: null, state: NOBODY_WAITS })
      .where(and(eq(message.complaintId, complaintId), ne(message.seq, seq))),
    db
      .update(identity)
      .set({ wrappedKey: null, sealed: null, hasName: false, hasPhone: false, hasEmail: false })
      .where(eq(identity.complaintId, complaintId)),
    db.update(attachment).set({ key: null }).where(eq(attachment.complaintId, complaintId)),
  ]
}
