import { eq } from 'drizzle-orm'
import type { EraseCommand } from '../domain/acts/erase.ts'
import type { UnimportCommand } from '../domain/acts/unimport.ts'
import { type Case, caseById } from './cases.ts'
import type { Database } from './database.ts'
import type { AttachmentRow } from './dossier.ts'
import type { WordColumns } from './ledger/change.ts'
import type { Statement } from './ledger/statement.ts'
import { altered, type Write } from './ledger/write.ts'
import { type Result, runCommand, type Surroundings } from './run-command.ts'
import { message } from './schema/complaint.ts'
import { attachment, identity } from './schema/filing.ts'
import type { IdentityRow } from './sealed-identity.ts'

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
  return wordless(s, complaintId, { name: 'erase', reason }, beside)
}

/** By a command after which nothing is left of words, files and who reported. */
export async function wordless(
  s: Surroundings,
  complaintId: number,
  command: EraseCommand | UnimportCommand,
  beside: (db: Database) => Statement[],
): Promise<Erased> {
  for (let i = 0; i < 3; i++) {
    const found = await caseById(s.db, complaintId)
    if (!found) break
    const kept = await keptOf(s.db, complaintId)
    const keys = kept.attachments.flatMap(({ key }) => key ?? [])
    const rows = () => wordlessRows(found, kept)
    const result = await runCommand(s, found, command, { columns: NO_WORDS, rows, beside })
    if (result.ok) return { ...result, keys }
    if (!result.conflict) return { ...result, keys: [] }
  }
  return { ok: false, conflict: true, keys: [] }
}

interface Kept {
  attachments: AttachmentRow[]
  identities: IdentityRow[]
}

/** Read after the report: whoever adds to them moves its version. */
async function keptOf(db: Database, complaintId: number): Promise<Kept> {
  const [attachments, identities] = await db.batch([
    db.select().from(attachment).where(eq(attachment.complaintId, complaintId)),
    db.select().from(identity).where(eq(identity.complaintId, complaintId)),
  ])
  return { attachments, identities }
}

const NOBODY = { wrappedKey: null, sealed: null, hasName: false, hasPhone: false, hasEmail: false }

function wordlessRows({ messages }: Case, { attachments, identities }: Kept): Write[] {
  return [
    ...messages.map((row) => altered(message, row, withoutWords(row))),
    ...identities.map((row) => altered(identity, row, NOBODY)),
    ...attachments.map((row) => altered(attachment, row, { key: null })),
  ]
}

/** What has no words any more is nobody's to approve or to screen. */
function withoutWords({ state }: Case['messages'][number]) {
  const after = state === 'draft' ? 'undone' : state === 'screening' ? 'sent' : state
  return { text: null, reason: null, screened: null, masked: null, salt: null, state: after }
}
