import { waitingSince } from '../db/outbox.ts'
import { MINUTE } from '../domain/time/time.ts'
import type { Job } from './world.ts'

const PATIENCE = 2 * MINUTE
const MOST = 500

/** The queue lost them, never got them, or could not hold them so long. */
export const resend: Job = async (w) => {
  const rows = await waitingSince(w.db, w.s.now - PATIENCE, MOST)
  await w.enqueue(rows)
  return { resent: rows.length }
}
