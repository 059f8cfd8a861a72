import type { State } from '../../domain/case/complaint.ts'
import type { Words } from '../../words/words.ts'

export interface DeskRow {
  href: string
  current: boolean
  title: string
  reference: string
  agency: string
  state: State
  /** 'lewat 3 hari', with its tone and sign. */
  due: { text: string; tone: string } | null
  clusterSize: number
  /** Why it ranks where it does. */
  why: string[]
  supervisory: boolean
}

function Row(row: DeskRow & { t: Words }) {
  const { t } = row
  return (
    <li>
      <a href={row.href} aria-current={row.current ? 'true' : undefined}>
        <b>{row.title}</b>
        {row.due ? <span class={`due ${row.due.tone}`}>{row.due.text}</span> : <span />}
        <small>
          {[
            row.reference,
            row.agency,
            t.stateLabelForOthers(row.state),
            row.clusterSize > 1 && t.desk.similar(row.clusterSize),
            row.supervisory && t.desk.supervisory,
          ]
            .filter(Boolean)
            .join(' · ')}
          {row.why.length > 0 && <i> {row.why.join(', ')}</i>}
        </small>
      </a>
    </li>
  )
}

/** One page of a view. */
export function DeskRows({ t, rows, empty }: { t: Words; rows: DeskRow[]; empty: string }) {
  return rows.length === 0 ? (
    <p class="none">{empty}</p>
  ) : (
    <ul>
      {rows.map((row) => (
        <Row t={t} {...row} />
      ))}
    </ul>
  )
}

/** On to the next page, or back to the first. */
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
