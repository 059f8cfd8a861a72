import { DECIDERS, OVERSEERS } from '../domain/people/grants.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import type { Queued } from './ledger/commit.ts'
import { tell } from './outbox.ts'

/** Whoever may decide hears of the asking; Inspektorat and auditors of the end, too. */
export function tellCityAsk(
  db: Database,
  id: number,
  part: 'asked' | 'ended',
  notBefore: Instant,
): Promise<Queued[]> {
  const to = part === 'asked' ? [...OVERSEERS, ...DECIDERS] : OVERSEERS
  return tell(
    db,
    to.map((recipient) => ({
      dedupe: `setting|${id}|${part}|${recipient}`,
      complaintId: null,
      recipient,
      agencyId: null,
      template: 'setting_guarded',
      notBefore,
    })),
  )
}
