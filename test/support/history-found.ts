import { env } from 'cloudflare:workers'
import { loadHistory, rowsOf } from '../../src/db/history.ts'
import { dateOf } from '../../src/domain/time/time.ts'
import { type History, verifyHistory } from '../../src/seal/history-check.ts'

export const read = rowsOf(env.DB)

/** What the check finds in the database as it is. */
export const historyFound = async (kept?: History['kept']) =>
  verifyHistory({
    ...(await loadHistory(read)),
    ...(kept ? { kept } : {}),
    dayOf: (at) => dateOf(at, 420),
  })
