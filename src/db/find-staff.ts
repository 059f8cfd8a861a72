import { eq, type SQL, sql } from 'drizzle-orm'
import type { Role } from '../domain/people/actor.ts'
import type { ListedPerson } from '../domain/people/listed-person.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { user } from './schema/staff.ts'
import { columns, listed, rolesNow } from './staff-list.ts'

export interface StaffSought {
  /** Parts of name or address, all of them. */
  words: string
  agencyId: number | null
  role: Role | null
  atWork: boolean | null
}

/** Fewer than of the whole list, since the keys are read twice. */
const FOUND_PAGE = 15

/** The index holds words by three letters. */
const SHORTEST_PART = 3

/** With a short one among them they are sought as they stand, side by side ("Bu Ani"). */
export function partsOf(words: string): string[] {
  const isLong = (part: string) => [...part].length >= SHORTEST_PART
  const parts = words.split(/\s+/).filter(Boolean)
  return parts.every(isLong) ? parts : [parts.join(' ')].filter(isLong)
}

/** Null: nothing by which anybody could be found. */
function matchOf({ words, agencyId, role, atWork }: StaffSought): string | null {
  const quoted = (part: string) => `"${part.replaceAll('"', '""')}"`
  const held = `${agencyId === null ? '' : `o${agencyId}r`}${role === null ? '' : `${role}|`}`
  const facets = [...(held ? [held] : []), ...(atWork === null ? [] : [`s${atWork ? 1 : 0}|`])]
  const asked = [
    ...partsOf(words).map((part) => `{name email} : ${quoted(part)}`),
    ...facets.map((facet) => `facets : ${quoted(facet)}`),
  ]
  return asked.length === 0 ? null : asked.map((one) => `(${one})`).join(' AND ')
}

export function isSought(sought: StaffSought): boolean {
  return matchOf(sought) !== null
}

/** Keys, the newest account first: of `after` on, an id. */
function keysOf(match: string, after: string | null, size: number): SQL {
  const before = sql`(select id from people_search_key where user_id = ${after})`
  return sql`select rowid from people_search where people_search match ${match}
    and ${after === null ? sql`true` : sql`rowid < ${before}`} order by rowid desc limit ${size}`
}

function staffFound(db: Database, match: string, after: string | null, size: number) {
  return db
    .select(columns(db))
    .from(sql`people_search_key k`)
    .innerJoin(user, eq(user.id, sql`k.user_id`))
    .where(sql`k.id in (${keysOf(match, after, size)})`)
    .orderBy(sql`k.id desc`)
}

/** Whoever is asked for, the newest account first. */
export async function findStaff(
  db: Database,
  now: Instant,
  sought: StaffSought,
  after: string | null,
): Promise<{ people: ListedPerson[]; more: boolean }> {
  const match = matchOf(sought)
  if (match === null) return { people: [], more: false }
  const ids = sql`(select user_id from people_search_key
    where id in (${keysOf(match, after, FOUND_PAGE)}))`
  const [rows, held] = await db.batch([
    staffFound(db, match, after, FOUND_PAGE + 1),
    rolesNow(db, ids, now),
  ])
  const people = rows.slice(0, FOUND_PAGE).map((row) => listed(row, held))
  return { people, more: rows.length > FOUND_PAGE }
}
