import type { Pages } from '../../sights/pages.ts'
import type { Words } from '../../words/words.ts'

interface Props {
  pages: Pages
  /** Of the page itself. */
  here: string
}

/** Under a history that is too long for one page. */
export function Pager({ t, pages: { older, newest }, here }: Props & { t: Words }) {
  if (older === null && newest) return null
  return (
    <p class="noprint">
      {older !== null && (
        <a href={`${here}${here.includes('?') ? '&' : '?'}sebelum=${older}`}>{t.status.older}</a>
      )}
      {older !== null && !newest && ' · '}
      {!newest && <a href={here}>{t.status.newest}</a>}
    </p>
  )
}
