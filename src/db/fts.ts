import { type SQL, sql } from 'drizzle-orm'

/** A full-text index and the list of its words. */
const INDEXES = {
  public_search: sql.raw('public_words'),
  staff_search: sql.raw('staff_words'),
}

/** Words of the index that an unfinished last word is read as, besides itself. */
const COMPLETIONS = 12

/** Letters of which a last word may be the beginning of a longer one. */
const UNFINISHED = 3

/**
 * The MATCH expression for a person's words in title and body, `more` appended to it as it stands
 * (e.g. ' AND tokens : kat3'). The words cannot be read as operators: each is quoted. The last one
 * also finds the words that begin with it: looked up in the index's own list, since FTS5 reads
 * `"jalan"*` by gathering every report with such a word (200,000 of a million). Null without a word.
 */
export const ftsMatch = (index: keyof typeof INDEXES, typed: string, more = ''): SQL | null => {
  const words = wordsOf(typed)
  const last = words.at(-1)
  if (last === undefined) return null
  const before = words.slice(0, -1).map((word) => `"${word}" AND `)
  const start = `({title body} : (${before.join('')}("${last}`
  const end = `")))${more}`
  if (last.length < UNFINISHED) return sql`${start + end}`
  return sql`(${completed(INDEXES[index], last, start, end)})`
}

/** Words as the index holds them, at most eight: no capitals, no accents. */
const wordsOf = (typed: string): string[] => {
  const words = typed.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []
  return words
    .slice(0, 8)
    .map((word) => word.slice(0, 40).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase())
}

/** One seek a word, from each to the next: ':' follows the digits, so that 'kat' skips kat1, kat2. */
const completed = (list: SQL, word: string, start: string, end: string): SQL => sql`
  with recursive longer(term, n) as (
    select (select term from ${list} where term >= ${`${word}:`} limit 1), 1
    union all
    select (select term from ${list} where term >= longer.term || char(1) limit 1), n + 1
    from longer where n < ${COMPLETIONS} and term glob ${`${word}*`}
  )
  select ${start} || coalesce('" OR "' || group_concat(term, '" OR "'), '') || ${end}
  from longer where term glob ${`${word}*`}`
