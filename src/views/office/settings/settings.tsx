import type { PropsWithChildren } from 'hono/jsx'
import type { City } from '../../../domain/city/city.ts'
import { SHEETS } from '../../../domain/city/sheets/all.ts'
import { isRetired, type Sheet } from '../../../domain/city/sheets/sheet.ts'
import { build, patterns } from '../../../paths.ts'
import type { Words } from '../../../words/words.ts'

export function SettingsPage({ t, city, children }: PropsWithChildren<{ t: Words; city: City }>) {
  return (
    <>
      <h1>{t.settings.title}</h1>
      <p class="soft">{t.settings.lead}</p>
      {children}
      <h2>{t.settings.groups.settings}</h2>
      <Nouns t={t} city={city} of={SHEETS.filter(({ single }) => single)} />
      <h2>{t.settings.groups.rows}</h2>
      <Nouns t={t} city={city} of={SHEETS.filter(({ single }) => !single)} />
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
          {!sheet.single && <span class="soft">({inUse(sheet, city)})</span>}
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
