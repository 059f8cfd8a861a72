import { waitingSince } from '../db/outbox.ts'
import { giveUpPreviews, waitingPreviews } from '../db/previews.ts'
import { MINUTE } from '../domain/time/time.ts'
import { enqueuePreviews } from './enqueue-previews.ts'
import type { Job } from './world.ts'

const PATIENCE = 2 * MINUTE
const MOST = 500
/** A second of computing each. */
const MOST_PREVIEWS = 100

/** The queue lost them, never got them, or could not hold them so long. */
export const resend: Job = async (w) => {
  const rows = await waitingSince(w.db, w.s.now - PATIENCE, MOST)
  await w.enqueue(rows)
  return { resent: rows.length }
}

/** Those of files that came before there were any, too. */
export const resendPreviews: Job = async (w) => {
  await giveUpPreviews(w.db)
  const ids = await waitingPreviews(w.db, w.s.now - PATIENCE, MOST_PREVIEWS)
  await enqueuePreviews(w.env, ids)
  return { resent: ids.length }
}
