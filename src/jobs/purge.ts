import { purgeDrafts } from '../db/city-drafts.ts'
import { purgeCollected } from '../db/held.ts'
import { purgeImports } from '../db/imports.ts'
import { sweepSessions } from '../db/staff-sessions.ts'
import { purgeCounters, purgeFilings } from '../db/sweeps.ts'
import { DAY } from '../domain/time/time.ts'
import { TOKEN_DAYS } from '../seal/form-token.ts'
import type { Job } from './world.ts'

/** A day more than a token is good for: an older one asks by itself. */
const FILING_DAYS = TOKEN_DAYS + 1
const COUNTER_DAYS = 2
const IMPORT_DAYS = 30

export const purge: Job = async (w) => {
  const counts = { filings: 0, counters: 0 }
  await sweepSessions(w.db, w.s.now)
  await purgeImports(w.db, w.s.now - IMPORT_DAYS * DAY)
  await purgeDrafts(w.db, w.s.now - IMPORT_DAYS * DAY)
  await purgeCollected(w.db, w.s.now - COUNTER_DAYS * DAY)
  for (let step = 0; step < w.steps; step++) {
    const filings = await purgeFilings(w.db, w.s.now - FILING_DAYS * DAY)
    const counters = await purgeCounters(w.db, Math.floor((w.s.now - COUNTER_DAYS * DAY) / 1000))
    counts.filings += filings
    counts.counters += counters
    if (filings + counters === 0) break
  }
  return counts
}
