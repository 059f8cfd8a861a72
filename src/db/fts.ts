import { type SQL, sql } from 'drizzle-orm'
import { type PlaceName, placedIn } from '../domain/text/placed.ts'
import { soughtIn } from '../domain/text/sought.ts'
import type { Slot } from './kept.ts'

type Index = 'public_search' | 'staff_search'

/** Of a shorter last word too many words are a longer one. */
const SHORTEST_BEGINNING = 3

/** Reports of which a page has fewer: only then is the last word taken for an unfinished one. */
const ENOUGH = 13

/** Ids, newest first: at or after `from`, before `to`. */
export interface Window<N extends number | Slot<number> = number> {
  from: N
  to: N
}

/**
 * By rowid alone: the match never meets a column filter (docs/data.md, Lists that stay flat).
 * D1 binds numbers as REAL, of which FTS5 takes no bound: uncast, it walks the whole match.
 */
export function newestOf(
  index: Index,
  match: SQL,
  { from, to }: Window<number | Slot<number>>,
  limit: number | Slot<number>,
): SQL {
  const table = sql.raw(index)
  return sql`select rowid as id from ${table} where ${table} match ${match}
    and rowid >= cast(${from} as integer) and rowid < cast(${to} as integer)
    order by rowid desc limit ${limit}`
}

type Text = string | Slot<string>

/** What is sought: as it stands, and as it is read where few reports have its last word. */
export interface Sought<T extends Text = string> {
  whole: T
  /** `own`: what those few are counted by. */
  unfinished: { own: T; begun: T } | null
}

/**
 * A place that is named may stand in the words or in the report's own place.
 * `more` is appended as it stands (' AND tokens : kat3'); words are quoted, so none is an operator.
 * `number`: the facet of a report's number that was typed a part of.
 * A last word in few reports is also read as a beginning: of a common one FTS5 gathers each report
 * before the first row comes out (200,000 of a million have "jalan"). Counted under `more`, or the
 * answer would tell of words in reports that are kept from whoever asks.
 */
export function soughtBy(
  typed: string,
  more = '',
  names: readonly PlaceName[] = [],
  number: string | null = null,
): Sought | null {
  const or = (said: string) => (number === null ? said : `(${said} OR tokens : "${number}")`) + more
  const { places, rest } = placedIn(typed, names)
  const there = places.map(
    ({ words, tokens }) => `(${saidIn(allOf(words))} OR tokens : ${anyOf(tokens)})`,
  )
  const words = soughtIn(rest)
  const last = words.at(-1)
  if (last === undefined)
    return there.length > 0 ? { whole: or(there.join(' AND ')), unfinished: null } : null
  const before = words.slice(0, -1).map(({ forms }) => anyOf(forms))
  const said = (end: string) => or([saidIn([...before, end]), ...there].join(' AND '))
  const whole = said(anyOf(last.forms))
  if (last.word.length < SHORTEST_BEGINNING) return { whole, unfinished: null }
  const own = `({title body} : ${anyOf(last.own)})${more}`
  return { whole, unfinished: { own, begun: said(`("${last.word}"* OR ${anyOf(last.forms)})`) } }
}

export function matchOfSought(index: Index, { whole, unfinished }: Sought<Text>): SQL {
  if (!unfinished) return sql`${whole}`
  const table = sql.raw(index)
  return sql`(case (select count(*) from (select 1 from ${table}
    where ${table} match ${unfinished.own} limit ${ENOUGH}))
    when ${ENOUGH} then ${whole} else ${unfinished.begun} end)`
}

export function ftsMatch(
  ...[index, ...typed]: [Index, ...Parameters<typeof soughtBy>]
): SQL | null {
  const sought = soughtBy(...typed)
  return sought && matchOfSought(index, sought)
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
