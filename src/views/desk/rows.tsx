import type { DeskRowSight } from '../../sights/desk-rows.ts'
import type { Words } from '../../words/words.ts'
import { titleText } from './desk-title.ts'

interface RowProps {
  t: Words
  row: DeskRowSight
  href: string
  current: boolean
}

function Row({ t, row, href, current }: RowProps) {
  const due = dueOf(t, row.clock)
  const why = whyHere(t, row)
  return (
    <li>
      <a href={href} aria-current={current ? 'true' : undefined}>
        <b>{titleText(t, row.title)}</b>{' '}
        {due ? <span class={`due ${due.tone}`}>{due.text}</span> : <span />}{' '}
        <small>
          {[
            row.reference,
            row.agency?.shortName ?? t.desk.verifierDesk,
            t.stateLabelForOthers(row.state),
            row.clusterSize > 1 && t.desk.similar(row.clusterSize),
            row.supervisory && t.desk.supervisory,
          ]
            .filter(Boolean)
            .join(' · ')}
          {why.length > 0 && <i> {why.join(', ')}</i>}
        </small>
      </a>
    </li>
  )
}

/** '! lewat sejak 10 Desember', with its tone. */
function dueOf(t: Words, clock: DeskRowSight['clock']): { text: string; tone: string } | null {
  if (clock === null) return null
  const { tone, sign, brief } = t.dueWords(clock.due, clock.left, clock.today)
  return { text: tone === 'wait' || tone === 'late' ? `${sign} ${brief}` : brief, tone }
}

/** A case that stands further up than its due date alone would put it, in words. */
function whyHere(t: Words, { why, clusterSize }: DeskRowSight): string[] {
  return [
    why.priority === 'urgent' && t.desk.why.urgent,
    why.priority === 'important' && t.desk.why.important,
    why.clusterDays > 0 && t.desk.why.cluster(why.clusterDays, clusterSize),
    why.disputed && t.desk.why.disputed,
  ].filter((words) => words !== false)
}

interface Props {
  t: Words
  rows: DeskRowSight[]
  hrefOf: (reference: string) => string
  /** The one that is open. */
  current?: string | null
  empty: string
  /** A click brings the case beside the list: alone, or with the list and its counts as they are now. */
  brings?: 'case' | 'all'
}

const CASE = 'swap:outerHTML select:#berkas target:#berkas'

/** Without the script it opens the whole page. */
const BOOST = {
  case: { 'hx-boost:inherited': CASE },
  all: { 'hx-boost:inherited': `${CASE} selectOOB:"#daftar:outerMorph,#pandangan:outerMorph"` },
}

export function DeskRows({ t, rows, hrefOf, current = null, empty, brings }: Props) {
  return rows.length === 0 ? (
    <p class="none">{empty}</p>
  ) : (
    <ul {...(brings && BOOST[brings])}>
      {rows.map((row) => (
        <Row t={t} row={row} href={hrefOf(row.reference)} current={row.reference === current} />
      ))}
    </ul>
  )
}

export function ListPager({
  t,
  first,
  next,
}: {
  t: Words
  first: string | null
  next: string | null
}) {
  return first || next ? (
    <nav class="pager" aria-label={t.desk.older}>
      {first ? <a href={first}>{t.desk.first}</a> : <span />}
      {next && (
        <a href={next} rel="next">
          {t.desk.older} ›
        </a>
      )}
    </nav>
  ) : null
}
