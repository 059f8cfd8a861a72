import type { State } from '../../domain/case/complaint.ts'
import { desk } from '../../words/id/desk.ts'
import { stateLabelForOthers } from '../../words/id/states.ts'

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

function Row(row: DeskRow) {
  return (
    <li>
      <a href={row.href} aria-current={row.current ? 'true' : undefined}>
        <b>{row.title}</b>
        {row.due ? <span class={`due ${row.due.tone}`}>{row.due.text}</span> : <span />}
        <small>
          {[
            row.reference,
            row.agency,
            stateLabelForOthers(row.state),
            row.clusterSize > 1 && desk.similar(row.clusterSize),
            row.supervisory && desk.supervisory,
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
export function DeskRows({ rows, empty }: { rows: DeskRow[]; empty: string }) {
  return rows.length === 0 ? (
    <p class="none">{empty}</p>
  ) : (
    <ul>
      {rows.map((row) => (
        <Row {...row} />
      ))}
    </ul>
  )
}

/** On to the next page, or back to the first. */
export function ListPager({ first, next }: { first: string | null; next: string | null }) {
  return first || next ? (
    <nav class="pager" aria-label={desk.older}>
      {first ? <a href={first}>{desk.first}</a> : <span />}
      {next && (
        <a href={next} rel="next">
          {desk.older} ›
        </a>
      )}
    </nav>
  ) : null
}
