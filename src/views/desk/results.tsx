import { desk } from '../../words/id/desk.ts'
import { type DeskRow, DeskRows } from './rows.tsx'

interface Props {
  sought: string
  year: number | null
  rows: DeskRow[]
  /** Other years that may be asked for, newest first. */
  years: { year: number; href: string }[]
  next: string | null
}

/** What a search found, in place of a queue. */
export function Results({ sought, year, rows, years, next }: Props) {
  return (
    <>
      <h1 class="head">{sought ? desk.searchFor(sought) : desk.searchTitle}</h1>
      <p class="head soft small">{year === null ? desk.searchWindow : desk.searchYear(year)}</p>
      <DeskRows rows={rows} empty={sought ? desk.searchNone : desk.searchAsk} />
      {next && (
        <nav class="pager" aria-label={desk.older}>
          <span />
          <a href={next} rel="next">
            {desk.older} ›
          </a>
        </nav>
      )}
      {sought && years.length > 0 && (
        <p class="head small">
          {desk.otherYears}:{' '}
          {years.map((one) => (
            <>
              <a href={one.href}>{one.year}</a>{' '}
            </>
          ))}
        </p>
      )}
    </>
  )
}
