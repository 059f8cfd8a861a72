import { waitingSince } from '../db/outbox.ts'
import { MINUTE } from '../domain/time/time.ts'
import type { Job } from './world.ts'

/** How long a letter may be on its way before it counts as lost. */
const PATIENCE = 2 * MINUTE
const MOST = 500

/** Letters that the queue lost, never got, or could not hold so long, are handed to it again. */
export const resend: Job = async (w) => {
  const rows = await waitingSince(w.db, w.s.now - PATIENCE, MOST)
  await w.enqueue(rows)
  return { resent: rows.length }
}
