import { env } from 'cloudflare:workers'
import { loadHistory, type Rows } from '../../src/db/history.ts'
import { dateOf } from '../../src/domain/time/time.ts'
import { type History, verifyHistory } from '../../src/seal/history-check.ts'

export const read: Rows = async <T>(sql: string, ...values: (string | number)[]) =>
  (
    await env.DB.prepare(sql)
      .bind(...values)
      .all<T>()
  ).results

/** What the check finds in the database as it is. */
export const historyFound = async (kept?: History['kept']) =>
  verifyHistory({
    ...(await loadHistory(read)),
    ...(kept ? { kept } : {}),
    dayOf: (at) => dateOf(at, 420),
  })
