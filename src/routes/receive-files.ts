import { attachFile } from '../db/attaching.ts'
import { caseById } from '../db/cases.ts'
import type { Dossier } from '../db/dossier.ts'
import { evidenceOf } from '../domain/case/evidence.ts'
import { noRoom } from '../domain/case/file-room.ts'
import type { Actor } from '../domain/people/actor.ts'
import { acceptFile, MAX_FILE_BYTES, MAX_FILES } from '../files/accept.ts'
import type { FieldError } from '../forms/field-error.ts'
import { type AppContext, surroundings } from '../http.ts'
import { enqueuePreviews } from '../jobs/enqueue-previews.ts'
import { enqueue } from '../letters/enqueue.ts'
import { isTooManyBytes } from '../middleware/limits.ts'
import { sha256Hex } from '../seal/digest.ts'

export interface Received {
  kept: number
  /** Photos that broke off: what is there is kept. */
  closed: number
  errors: FieldError[]
}

interface Sender {
  actor: Actor
  source: 'reporter' | 'agency'
  sent: File[]
  /** The page they were sent from did not show the question that stands now. */
  early?: boolean
}

/** Each file accepted is stored at once; one refused is named with its reason and undoes no other. */
export async function receiveFiles(
  c: AppContext,
  dossier: Dossier,
  sender: Sender,
): Promise<Received> {
  const { t } = c.var
  const { sent } = sender
  const errors: FieldError[] = []
  const fault = (text: string) => errors.push({ field: 'berkas', text })
  if (sent.length === 0) fault(t.files.none)
  if (sent.length > MAX_FILES) fault(t.files.tooMany)
  const before = new Set(dossier.attachments.map((a) => a.digest))
  const again = new Set(sentBefore(dossier, sender.source))
  let kept = 0
  let closed = 0
  for (const [i, file] of sent.slice(0, MAX_FILES).entries()) {
    const taken = await receiveOne(c, dossier, sender, file, { before, again })
    if ('why' in taken) fault(t.files.nth(i + 1, taken.why))
    else {
      kept += 1
      if (taken.closed) closed += 1
    }
  }
  return { kept, closed, errors }
}

/** What the same side may send twice; an agency's evidence counts for one round of work only. */
function sentBefore(dossier: Dossier, source: 'reporter' | 'agency'): string[] {
  return (
    source === 'agency'
      ? evidenceOf(dossier)
      : dossier.attachments.filter((a) => a.source === 'reporter')
  ).map((a) => a.digest)
}

/** Whether each of them stands on the report already, as it would be kept. */
export async function areKept({ attachments }: Dossier, sent: File[]): Promise<boolean> {
  const known = new Set(attachments.map((a) => a.digest))
  for (const file of sent) {
    if (file.size > MAX_FILE_BYTES) return false
    const verdict = acceptFile(new Uint8Array(await file.arrayBuffer()))
    if (!verdict.ok || !known.has(await sha256Hex(verdict.bytes))) return false
  }
  return true
}

interface Known {
  before: ReadonlySet<string>
  again: Set<string>
}

/** Staff sign in with their name: what they send is theirs to answer for. */
async function isTooMuchToday(c: AppContext, actor: Actor, bytes: number): Promise<boolean> {
  return actor.kind !== 'staff' && (await isTooManyBytes(c, bytes))
}

/** That it is kept, or was kept before; else why it was not. */
async function receiveOne(
  c: AppContext,
  dossier: Dossier,
  { actor, source, early }: Sender,
  file: File,
  { before, again }: Known,
): Promise<{ closed: boolean } | { why: string }> {
  const { t } = c.var
  if (file.size > MAX_FILE_BYTES) return { why: t.files.tooLarge(t.fileSize(file.size)) }
  const verdict = acceptFile(new Uint8Array(await file.arrayBuffer()))
  if (!verdict.ok) return { why: t.fileRefusals[verdict.reason] }
  const closed = verdict.closed === true
  const digest = await sha256Hex(verdict.bytes)
  if (again.has(digest)) return { closed }
  if (before.has(digest)) return { why: t.files.already }
  const full = noRoom(dossier.attachments, { source, bytes: verdict.bytes.length })
  if (full) return { why: t.refusalText(full) }
  if (await isTooMuchToday(c, actor, verdict.bytes.length)) return { why: t.files.tooManyToday }
  const current = await caseById(c.var.db, dossier.complaint.id)
  if (!current) return { why: t.refusalText({ refused: 'wrong_state' }) }
  const sent = { file: verdict, source, early }
  const result = await attachFile(surroundings(c, actor), c.env.FILES, current, sent)
  if (!result.ok)
    return {
      why: t.refusalText(result.conflict ? { refused: 'wrong_state' } : result.refusal),
    }
  again.add(digest)
  c.executionCtx.waitUntil(enqueue(c.env, result.queued))
  if (result.id) c.executionCtx.waitUntil(enqueuePreviews(c.env, [result.id]))
  return { closed }
}
