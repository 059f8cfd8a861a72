import { workingDaysIn } from '../../../domain/city/calendar-days.ts'
import type { CalendarRow } from '../../../domain/city/sheets/sheet.ts'
import { build, patterns } from '../../../paths.ts'
import type { Words } from '../../../words/words.ts'
import { ButtonLink, Notice } from '../../components/parts.tsx'
import { Done } from '../../desk/notices.tsx'

interface Props {
  t: Words
  years: CalendarRow[]
  /** The one after the last. */
  next: number
  /** Next year, where it is time for it. */
  missing: number | null
  /** How far dates are reckoned anew. */
  working: { looked: number } | null
  said: string | null
}

export function CalendarPage({ t, years, next, missing, working, said }: Props) {
  return (
    <>
      <p>
        <a href={patterns.settings}>‹ {t.settings.back}</a>
      </p>
      <h1>{t.settings.nouns.calendar.title}</h1>
      <p class="soft">{t.settings.nouns.calendar.lead}</p>
      <Done t={t} said={said} undo={null} />
      <MissingYear t={t} year={missing} />
      {working && (
        <Notice tone="wait">
          <p role="status">
            <b>{t.calendar.draft.working}</b> {t.calendar.draft.looked(t.number(working.looked))}
          </p>
        </Notice>
      )}
      <p class="acts">
        <ButtonLink href={build('calendarYear', { tahun: 'baru' })}>
          {t.calendar.add(next)}
        </ButtonLink>{' '}
        <ButtonLink line href={patterns.clockRules}>
          {t.calendar.rules}
        </ButtonLink>{' '}
        <ButtonLink line href={build('settingImport', { bagian: 'kalender' })}>
          {t.settings.import}
        </ButtonLink>{' '}
        <ButtonLink line href={build('settingTable', { bagian: 'kalender' })}>
          {t.settings.table}
        </ButtonLink>
      </p>
      {years.length > 0 && <Years t={t} years={years} />}
    </>
  )
}

export function MissingYear({ t, year }: { t: Words; year: number | null }) {
  return year === null ? null : (
    <Notice tone="wait">
      <p>
        <a href={build('calendarYear', { tahun: 'baru' })}>{t.calendar.missing(year)}</a>
      </p>
    </Notice>
  )
}

function Years({ t, years }: { t: Words; years: CalendarRow[] }) {
  const count = ({ days }: CalendarRow, of: string) => days.filter(({ kind }) => kind === of).length
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>{t.calendar.year}</th>
            <th>{t.calendar.holidays}</th>
            <th>{t.calendar.jointLeave}</th>
            <th>{t.calendar.workingDays}</th>
            <th>{t.calendar.source}</th>
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr>
              <td>
                <a href={build('calendarYear', { tahun: year.id })}>{year.id}</a>
              </td>
              <td>{count(year, 'libur_nasional')}</td>
              <td>{count(year, 'cuti_bersama')}</td>
              <td>{workingDaysIn(year.id, year.days)}</td>
              <td>{year.source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
