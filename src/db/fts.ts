import { type SQL, sql } from 'drizzle-orm'
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
 * `more` is appended as it stands (' AND tokens : kat3'); words are quoted, so none is an operator.
 * A last word in few reports is also read as a beginning: of a common one FTS5 gathers each report
 * before the first row comes out (200,000 of a million have "jalan"). Counted under `more`, or the
 * answer would tell of words in reports that are kept from whoever asks.
 */
export function ftsMatch(index: Index, typed: string, more = ''): SQL | null {
  const words = soughtIn(typed)
  const last = words.at(-1)
  if (last === undefined) return null
  const said = (end: string) =>
    `({title body} : (${[...words.slice(0, -1).map(({ forms }) => anyOf(forms)), end].join(' AND ')}))`
  const whole = said(anyOf(last.forms)) + more
  if (last.word.length < SHORTEST_BEGINNING) return sql`${whole}`
  const table = sql.raw(index)
  const begun = `("${last.word}"* OR ${anyOf(last.forms)})`
  return sql`(case (select count(*) from (select 1 from ${table}
    where ${table} match ${`({title body} : ${anyOf(last.own)})${more}`} limit ${ENOUGH}))
    when ${ENOUGH} then ${whole} else ${said(begun) + more} end)`
}

function anyOf(forms: readonly string[]): string {
  return `(${forms.map((form) => `"${form}"`).join(' OR ')})`
}
