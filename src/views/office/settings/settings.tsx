import type { PropsWithChildren } from 'hono/jsx'
import { OLD_REPORTS } from '../../../domain/case/old-report.ts'
import type { City } from '../../../domain/city/city.ts'
import { SHEETS, sheets } from '../../../domain/city/sheets/all.ts'
import { isRetired, type Sheet } from '../../../domain/city/sheets/sheet.ts'
import { build, patterns } from '../../../paths.ts'
import type { Words } from '../../../words/words.ts'
import { MissingYear } from './calendar.tsx'

export function SettingsPage({
  t,
  city,
  missing,
  children,
}: PropsWithChildren<{ t: Words; city: City; missing: number | null }>) {
  return (
    <>
      <h1>{t.settings.title}</h1>
      <p class="soft">{t.settings.lead}</p>
      {children}
      <MissingYear t={t} year={missing} />
      <h2>{t.settings.groups.settings}</h2>
      <Nouns t={t} city={city} of={SHEETS.filter(({ single }) => single)} />
      <Nouns t={t} city={city} of={Object.values(sheets).filter(({ own }) => own)} />
      <h2>{t.settings.groups.rows}</h2>
      <Nouns t={t} city={city} of={SHEETS.filter(({ single }) => !single)} />
      <ul>
        <li>
          <a href={build('settingImport', { bagian: OLD_REPORTS })}>
            {t.settings.oldReports.title}
          </a>
          <br />
          <span class="hint">{t.settings.oldReports.lead}</span>
        </li>
        <li>
          <a href={patterns.reportTable}>{t.settings.reportTable.title}</a>
          <br />
          <span class="hint">{t.settings.reportTable.lead}</span>
        </li>
      </ul>
      <p>
        <a href={patterns.settingTrail}>{t.settings.trail}</a>
      </p>
    </>
  )
}

function Nouns({ t, city, of }: { t: Words; city: City; of: Sheet[] }) {
  return (
    <ul>
      {of.map((sheet) => (
        <li>
          <a href={build('settingList', { bagian: sheet.at })}>
            {t.settings.nouns[sheet.noun].title}
          </a>{' '}
          {!sheet.single && !sheet.own && <span class="soft">({inUse(sheet, city)})</span>}
          <br />
          <span class="hint">{t.settings.nouns[sheet.noun].lead}</span>
        </li>
      ))}
    </ul>
  )
}

function inUse(sheet: Sheet, city: City): number {
  return sheet.rows(city).filter((row) => !isRetired(row)).length
}
