import { eq } from 'drizzle-orm'
import { attach } from '../domain/acts/attach.ts'
import type { Complaint } from '../domain/case/complaint.ts'
import { permitted } from '../domain/case/decide.ts'
import { noRoom } from '../domain/case/file-room.ts'
import { needsScreen } from '../domain/case/telling.ts'
import { contextOf } from '../domain/city/rule-context.ts'
import { crockfordLetters } from '../domain/text/crockford.ts'
import type { Accepted } from '../files/accept.ts'
import { sha256Hex } from '../seal/digest.ts'
import { newAttachmentKey, putAttachment } from '../storage/attachments.ts'
import { type Case, caseById } from './cases.ts'
import type { Database } from './database.ts'
import { added } from './ledger/write.ts'
import { type Result, runCommand, type Surroundings } from './run-command.ts'
import { attachment } from './schema/filing.ts'
import { toldToday } from './told-today.ts'

const TRIES = 3

interface Sent {
  file: Accepted
  source: 'reporter' | 'agency'
  /** From a page that did not show the question that stands now. */
  early?: boolean
}

/** `id`: of the file that was added; without one it was there already. */
export type Attached = Result & { id?: string }

/** The bytes before their row: bytes without a row are swept, a row without bytes cannot be. */
export async function attachFile(
  s: Surroundings,
  bucket: R2Bucket,
  found: Case,
  sent: Sent,
): Promise<Attached> {
  const { file } = sent
  const refusal = permitted(found.complaint, 'attach', contextOf(s))
  if (refusal) return { ok: false, conflict: false, refusal }
  const key = newAttachmentKey(s.random)
  await putAttachment(bucket, key, file.bytes, file.type)
  const digest = await sha256Hex(file.bytes)
  const id = crockfordLetters(s.random(16)).toLowerCase()
  let current: Case | null = found
  for (let i = 0; i < TRIES && current; i++) {
    const kept = await filesOf(s.db, current.complaint.id)
    if (kept.some((one) => one.digest === digest))
      return { ok: true, complaint: current.complaint, found: current, queued: [] }
    const full = noRoom(kept, { source: sent.source, bytes: file.bytes.length })
    if (full) return { ok: false, conflict: false, refusal: full }
    const told = sent.source === 'reporter' && (await isTold(s, current.complaint))
    const result = await recordFile(s, current, { id, key, digest, told, ...sent })
    if (result.ok) return { ...result, id }
    if (!result.conflict) return result
    current = await caseById(s.db, found.complaint.id)
  }
  return { ok: false, conflict: true }
}

/** Read after the complaint: a file in between moves its version, so both cannot count. */
function filesOf(db: Database, complaintId: number) {
  return db
    .select({ digest: attachment.digest, source: attachment.source, bytes: attachment.bytes })
    .from(attachment)
    .where(eq(attachment.complaintId, complaintId))
}

/** Five photos are one letter. */
async function isTold(s: Surroundings, complaint: Complaint): Promise<boolean> {
  const letters = await toldToday(s, complaint.id, attach.letters.agency ?? [])
  return letters.some(({ to, agencyId }) =>
    needsScreen(complaint) ? to === 'verifier' : agencyId === complaint.leadAgencyId,
  )
}

interface Stored extends Sent {
  told: boolean
  id: string
  key: string
  digest: string
}

function recordFile(s: Surroundings, found: Case, stored: Stored) {
  const { id, key, digest, file, source, early, told } = stored
  return runCommand(
    s,
    found,
    {
      name: 'attach',
      attachmentId: id,
      mediaType: file.type,
      bytes: file.bytes.length,
      digest,
      early,
      told,
    },
    {
      rows: (seq) => [
        added(attachment, {
          id,
          complaintId: found.complaint.id,
          seq,
          source,
          authorId: s.actor.kind === 'staff' ? s.actor.id : null,
          key,
          type: file.type,
          bytes: file.bytes.length,
          width: file.width ?? null,
          height: file.height ?? null,
          digest,
          at: s.now,
        }),
      ],
    },
  )
}
