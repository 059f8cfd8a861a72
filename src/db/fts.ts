import { type SQL, sql } from 'drizzle-orm'

type Index = 'public_search' | 'staff_search'

/** What Indonesian hangs on a word: lampunya, jalanan, laporkan, lalui. */
const ENDINGS = ['nya', 'an', 'kan', 'i']

const SHORTEST_STEM = 3

/** Reports of which a page has fewer: only then is the last word taken for an unfinished one. */
const ENOUGH = 13

/**
 * `more` is appended as it stands (' AND tokens : kat3'); words are quoted, so none is an operator.
 * A last word in few reports is also read as a beginning: of a common one FTS5 gathers each report
 * before the first row comes out (200,000 of a million have "jalan"). Counted under `more`, or the
 * answer would tell of words in reports that are kept from whoever asks.
 */
export function ftsMatch(index: Index, typed: string, more = ''): SQL | null {
  const words = wordsOf(typed)
  const last = words.at(-1)
  if (last === undefined) return null
  const said = (end: string) =>
    `({title body} : (${[...words.slice(0, -1).map(forms), end].join(' AND ')}))`
  const whole = said(forms(last)) + more
  if (last.length < SHORTEST_STEM) return sql`${whole}`
  const table = sql.raw(index)
  return sql`(case (select count(*) from (select 1 from ${table}
    where ${table} match ${`({title body} : ${forms(last)})${more}`} limit ${ENOUGH}))
    when ${ENOUGH} then ${whole} else ${said(`"${last}"*`) + more} end)`
}

function wordsOf(typed: string): string[] {
  const words = typed.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(0, 8).map((word) => word.slice(0, 40))
}

function forms(word: string): string {
  return word.length < SHORTEST_STEM || /\p{N}/u.test(word)
    ? `"${word}"`
    : `(${['', ...ENDINGS].map((ending) => `"${word}${ending}"`).join(' OR ')})`
}
