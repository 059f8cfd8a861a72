import { standsSession } from '../auth/reporter-session.ts'
import { sessionToken } from '../auth/staff-session.ts'
import { askCity, lastKnownCity } from '../db/city.ts'
import type { Database } from '../db/database.ts'
import { askDossier } from '../db/dossier.ts'
import { askSession } from '../db/staff-sessions.ts'
import { NOTHING, oneTrip } from '../db/trip.ts'
import { parseReference } from '../domain/text/reference.ts'
import type { Instant } from '../domain/time/time.ts'
import { type AppContext, isChange } from '../http.ts'
import { isForStaff, type PathRow } from '../path-row.ts'
import { readingOf } from './reading.ts'

/**
 * The city, and with it what the page will ask for next. A step reads its case after its form, which
 * may be long on its way: nothing is read ahead for one.
 */
export async function firstTrip(
  c: AppContext,
  { db, now, row }: { db: Database; now: Instant; row: PathRow | undefined },
) {
  const token = row && isForStaff(row) && row.guard !== 'own' ? await sessionToken(c) : null
  const reference = row && !isChange(c) ? await namedIn(c, { db, now, row, token }) : null
  const [city, session, dossier] = await oneTrip(db, [
    askCity(db),
    token === null ? NOTHING : askSession(db, token, now),
    reference === null ? NOTHING : askDossier(db, reference, readingOf(c)),
  ])
  return { city, brought: { token, session, reference, dossier } }
}

interface Visit {
  db: Database
  now: Instant
  row: PathRow
  token: string | null
}

/** Of the report that the page is about; null where no session of ours is shown that may open it. */
async function namedIn(c: AppContext, { db, now, row, token }: Visit): Promise<string | null> {
  const place = row.at.split('/').indexOf(':nomor')
  const prefix = lastKnownCity(db)?.settings.prefix
  if (place < 0 || prefix === undefined) return null
  const number = parseReference(c.req.path.split('/')[place] ?? '', prefix)
  if (!number.ok) return null
  const { reference } = number
  const opens =
    row.secret !== undefined ||
    token !== null ||
    (row.for === 'reporter' && (await standsSession(c, reference, now)))
  return opens ? reference : null
}
