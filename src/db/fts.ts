import { type SQL, sql } from 'drizzle-orm'
import { type PlaceName, placedIn } from '../domain/text/placed.ts'
import { soughtIn } from '../domain/text/sought.ts'

type Index = 'public_search' | 'staff_search'

/** Of a shorter last word too many words are a longer one. */
const SHORTEST_BEGINNING = 3

/** Reports of which a page has fewer: only then is the last word taken for an unfinished one. */
const ENOUGH = 13

/** Ids, newest first: at or after `from`, before `to`. */
export interface Window {
  from: number
  to: number
}

/**
 * By rowid alone: the match never meets a column filter (docs/data.md, Lists that stay flat).
 * D1 binds numbers as REAL, of which FTS5 takes no bound: uncast, it walks the whole match.
 */
export function newestOf(index: Index, match: SQL, { from, to }: Window, limit: number): SQL {
  const table = sql.raw(index)
  return sql`select rowid as id from ${table} where ${table} match ${match}
    and rowid >= cast(${from} as integer) and rowid < cast(${to} as integer)
    order by rowid desc limit ${limit}`
}

/**
 * A place that is named may stand in the words or in the report's own place.
 * `more` is appended as it stands (' AND tokens : kat3'); words are quoted, so none is an operator.
 * A last word in few reports is also read as a beginning: of a common one FTS5 gathers each report
 * before the first row comes out (200,000 of a million have "jalan"). Counted under `more`, or the
 * answer would tell of words in reports that are kept from whoever asks.
 */
export function ftsMatch(
  index: Index,
  typed: string,
  more = '',
  names: readonly PlaceName[] = [],
): SQL | null {
  const { places, rest } = placedIn(typed, names)
  const there = places.map(
    ({ words, tokens }) => `(${saidIn(allOf(words))} OR tokens : ${anyOf(tokens)})`,
  )
  const words = soughtIn(rest)
  const last = words.at(-1)
  if (last === undefined) return there.length > 0 ? sql`${there.join(' AND ') + more}` : null
  const before = words.slice(0, -1).map(({ forms }) => anyOf(forms))
  const said = (end: string) => [saidIn([...before, end]), ...there].join(' AND ')
  const whole = said(anyOf(last.forms)) + more
  if (last.word.length < SHORTEST_BEGINNING) return sql`${whole}`
  const table = sql.raw(index)
  const begun = `("${last.word}"* OR ${anyOf(last.forms)})`
  return sql`(case (select count(*) from (select 1 from ${table}
    where ${table} match ${`({title body} : ${anyOf(last.own)})${more}`} limit ${ENOUGH}))
    when ${ENOUGH} then ${whole} else ${said(begun) + more} end)`
}

function saidIn(words: readonly string[]): string {
  return `({title body} : (${words.join(' AND ')}))`
}

function allOf(typed: string): string[] {
  return soughtIn(typed).map(({ forms }) => anyOf(forms))
}

function anyOf(forms: readonly string[]): string {
  return `(${forms.map((form) => `"${form}"`).join(' OR ')})`
}
