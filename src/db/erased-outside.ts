import { toHex } from '../domain/text/bytes.ts'
import type { Instant } from '../domain/time/time.ts'
import { randomBytes } from '../random.ts'
import { deleteAttachments } from '../storage/attachments.ts'
import { deleteCopies } from '../storage/copies.ts'
import { backupState } from './backup-state.ts'
import { type Outside, putChanges } from './change-set.ts'
import { casesOf } from './changes.ts'

/**
 * What remains of erased reports (numbers, events, no words, no person) goes out of the database, so
 * that no backup from before brings anybody back: a restore puts these rows in place of its own.
 */
export async function noteErased(env: Outside, ids: readonly number[], now: Instant) {
  const state = await backupState(env.DB)
  const rows = await casesOf(env.DB, ids)
  const said = { kind: 'erasure', from: now, until: now, n: null, previous: null } as const
  return putChanges(env, state, now, rows, { ...said, tail: toHex(randomBytes(4)) })
}

/** After the command: its files, and the note of it. What fails here the next five minutes make up. */
export async function finishErasure(
  env: Outside & Pick<Env, 'FILES'>,
  id: number,
  keys: readonly string[],
  now: Instant,
): Promise<void> {
  const [note] = await Promise.allSettled([noteErased(env, [id], now), deleteFiles(env, keys)])
  if (note.status === 'rejected')
    console.error({
      alert: 'an erasure is not noted outside yet',
      failed: String(note.reason?.name),
    })
}

/** And their copies: in the bucket of backups, too, they are nobody's any more. */
export async function deleteFiles(
  env: Pick<Env, 'FILES' | 'BACKUPS'>,
  keys: readonly string[],
): Promise<void> {
  await Promise.all([deleteAttachments(env.FILES, keys), deleteCopies(env.BACKUPS, keys)])
}
