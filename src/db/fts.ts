import { type SQL, sql } from 'drizzle-orm'

type Index = 'public_search' | 'staff_search'

/** What Indonesian hangs on a word: lampunya, jalanan, laporkan, lalui. */
const ENDINGS = ['nya', 'an', 'kan', 'i']

/** Letters from which a word may carry an ending, or be the beginning of a longer one. */
const STEM = 3

/** Reports of which a page has fewer: only then is the last word taken for an unfinished one. */
const ENOUGH = 13

/**
 * The MATCH expression for a person's words in title and body, `more` appended to it as it stands
 * (e.g. ' AND tokens : kat3'). The words cannot be read as operators: each is quoted. Each is found
 * with the common endings, too. A last word that stands in few reports is also read as a beginning;
 * not every time, since FTS5 gathers each report of such a word before the first row comes out
 * (200,000 of a million have "jalan"). Counted under `more`, too, or the answer would tell of words
 * in reports that are kept from whoever asks. Null without a word.
 */
export function ftsMatch(index: Index, typed: string, more = ''): SQL | null {
  const words = wordsOf(typed)
  const last = words.at(-1)
  if (last === undefined) return null
  const said = (end: string) =>
    `({title body} : (${[...words.slice(0, -1).map(forms), end].join(' AND ')}))`
  const whole = said(forms(last)) + more
  if (last.length < STEM) return sql`${whole}`
  const table = sql.raw(index)
  return sql`(case (select count(*) from (select 1 from ${table}
    where ${table} match ${`({title body} : ${forms(last)})${more}`} limit ${ENOUGH}))
    when ${ENOUGH} then ${whole} else ${said(`"${last}"*`) + more} end)`
}

/** Words of which each may be sought, at most eight. */
function wordsOf(typed: string): string[] {
  const words = typed.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(0, 8).map((word) => word.slice(0, 40))
}

function forms(word: string): string {
  return word.length < STEM || /\p{N}/u.test(word)
    ? `"${word}"`
    : `(${['', ...ENDINGS].map((ending) => `"${word}${ending}"`).join(' OR ')})`
}
