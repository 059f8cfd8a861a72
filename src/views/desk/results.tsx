import { build } from '../../paths.ts'
import type { DeskRowSight } from '../../sights/desk-rows.ts'
import type { Words } from '../../words/words.ts'
import { DeskRows } from './rows.tsx'

interface Props {
  sought: string
  year: number | null
  rows: DeskRowSight[]
  /** Other years that may be asked for, newest first. */
  years: { year: number; href: string }[]
  next: string | null
}

export function Results({ t, sought, year, rows, years, next }: Props & { t: Words }) {
  return (
    <>
      <h1 class="head">{sought ? t.desk.searchFor(sought) : t.desk.searchTitle}</h1>
      <p class="head soft small">{year === null ? t.desk.searchWindow : t.desk.searchYear(year)}</p>
      <DeskRows
        t={t}
        rows={rows}
        brings="case"
        hrefOf={(nomor) => build('caseFile', { nomor })}
        empty={sought ? t.desk.searchNone : t.desk.searchAsk}
      />
      {next && (
        <nav class="pager" aria-label={t.desk.older}>
          <span />
          <a href={next} rel="next">
            {t.desk.older} ›
          </a>
        </nav>
      )}
      {sought && years.length > 0 && (
        <p class="head small">
          {t.desk.otherYears}:{' '}
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
