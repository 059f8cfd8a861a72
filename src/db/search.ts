import { type SQL, sql } from 'drizzle-orm'
import type { Staff } from '../domain/people/actor.ts'
import { agenciesOf, agenciesOfLate, holdsRole } from '../domain/people/actor.ts'
import type { PlaceName } from '../domain/text/placed.ts'
import { addDays, DAY, type Instant, instantAt } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { ftsMatch, newestOf, type Window } from './fts.ts'
import { idFrom } from './ids.ts'
import { type RawRow, ROW_COLUMNS } from './queue-rows.ts'
import { PAGE } from './queues.ts'
import { raw } from './raw.ts'

/**
 * Only verifiers match the unverified, where an anonymous report's own words stand, and not what is
 * said of an agency that they belong to. Supervisory cases: only those who may know of them.
 */
export function scopeOf(staff: Staff, now: Instant): string {
  const city = holdsRole(staff, 'leader', now) || holdsRole(staff, 'auditor', now)
  if (holdsRole(staff, 'verifier', now)) {
    const about = agenciesOfLate(staff, now).map((id) => `tokens : "ttg${id}"`)
    const hidden = [...about, ...(city ? [] : ['(tokens : "awas1" NOT tokens : "opd0")'])]
    return hidden.length === 0 ? 'all' : `NOT (${hidden.join(' OR ')})`
  }
  if (city) return 'NOT tokens : "opd0"'
  if (holdsRole(staff, 'admin', now)) return 'NOT (tokens : "awas1" OR tokens : "opd0")'
  const own = agenciesOf(staff, now).map((id) => `tokens : "opd${id}"`)
  if (holdsRole(staff, 'inspectorate', now)) own.push('tokens : "awas1"')
  return own.length === 0 ? 'none' : `AND (${own.join(' OR ')})`
}

export function matchOf(
  typed: string,
  scope: string,
  places: readonly PlaceName[] = [],
  number: string | null = null,
): SQL | null {
  return scope === 'none'
    ? null
    : ftsMatch('staff_search', typed, scope === 'all' ? '' : ` ${scope}`, places, number)
}

/** The last 24 months unless a year is asked for. */
export function windowOf(now: Instant, year: number | null, offset: number): Window {
  return year === null
    ? { from: idFrom(now - 731 * DAY), to: Number.MAX_SAFE_INTEGER }
    : {
        from: idFrom(instantAt(`${year}-01-01`, 0, offset)),
        to: idFrom(instantAt(addDays(`${year}-12-31`, 1), 0, offset)),
      }
}

export function foundBy(match: SQL, window: Window, limit = PAGE + 1): SQL {
  return sql`
    select ${ROW_COLUMNS}, null as rankDay, null as dueDay, null as bucket
    from (${newestOf('staff_search', match, window, limit)}) s
    cross join complaint c on c.id = s.id order by s.id desc`
}

export function found(db: Database, match: SQL, window: Window, limit = PAGE + 1) {
  return raw<RawRow>(db, foundBy(match, window, limit))
}

/** `beginning`: of their numbers. Who may know of them is asked of each. */
export function numberedLike(db: Database, beginning: string) {
  return raw<RawRow>(
    db,
    sql`
    select ${ROW_COLUMNS}, null as rankDay, null as dueDay, null as bucket
    from complaint c where c.reference >= ${beginning} and c.reference < ${`${beginning}~`}
    order by c.reference limit ${PAGE}`,
  )
}

const SIMILAR_DAYS = 30
const SIMILAR_MOST = 3

const OPEN = ['streceived', 'stawaitinginfo', 'strouted', 'stinprogress']

export function similarTo(
  db: Database,
  place: { categoryId: number; subdistrictId: number; scope: string },
  now: Instant,
) {
  const open = OPEN.map((token) => `tokens : "${token}"`).join(' OR ')
  const here = `tokens : "kat${place.categoryId}" AND tokens : "kel${place.subdistrictId}" AND (${open})`
  const scope = place.scope === 'all' || place.scope === 'none' ? '' : ` ${place.scope}`
  const window = { from: idFrom(now - SIMILAR_DAYS * DAY), to: Number.MAX_SAFE_INTEGER }
  return found(db, sql`${`(${here})${scope}`}`, window, SIMILAR_MOST)
}
