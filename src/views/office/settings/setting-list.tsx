import type { City } from '../../../domain/city/city.ts'
import { type CityRow, isRetired, keyOf, type Sheet } from '../../../domain/city/sheets/sheet.ts'
import { build, patterns } from '../../../paths.ts'
import type { Words } from '../../../words/words.ts'
import { ButtonLink } from '../../components/parts.tsx'

interface Props {
  t: Words
  city: City
  sheet: Sheet
  /** What one of them cannot do its work without. */
  lacks?: (id: number) => readonly string[]
}

export function SettingListPage(props: Props) {
  const { t, city, sheet } = props
  const say = t.settings.nouns[sheet.noun]
  const rows = sheet.rows(city)
  return (
    <>
      <p>
        <a href={patterns.settings}>‹ {t.settings.back}</a>
      </p>
      <h1>{say.title}</h1>
      <p class="soft">{say.lead}</p>
      <p class="acts">
        <ButtonLink href={build('settingRow', { bagian: sheet.at, id: 'baru' })}>
          {t.settings.add}
        </ButtonLink>{' '}
        <ButtonLink line href={build('settingImport', { bagian: sheet.at })}>
          {t.settings.import}
        </ButtonLink>{' '}
        <ButtonLink line href={build('settingTable', { bagian: sheet.at })}>
          {t.settings.table}
        </ButtonLink>
      </p>
      {rows.length === 0 ? <p>{t.settings.none}</p> : <Rows {...props} />}
    </>
  )
}

function Rows({ t, city, sheet, lacks }: Props) {
  const ordered = sheet
    .rows(city)
    .toSorted((a, b) => Number(isRetired(a)) - Number(isRetired(b)) || byKey(sheet, city)(a, b))
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>{t.settings.what}</th>
            <th>{t.settings.state}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((row) => (
            <tr>
              <td>
                <a href={build('settingRow', { bagian: sheet.at, id: row.id })}>
                  {sheet.titleOf(row, city)}
                </a>{' '}
                <span class="hint">{keyOf(sheet, row, city)}</span>
              </td>
              <td>
                {isRetired(row) ? t.settings.retired : t.settings.active}
                {lacks?.(row.id).map((missing) => (
                  <>
                    <br />
                    <b class="hint">{missing}</b>
                  </>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Areas by their code, so that a district stands before its own; all else by name. */
function byKey(sheet: Sheet, city: City) {
  const word = (row: CityRow) =>
    sheet.noun === 'area' ? keyOf(sheet, row, city) : sheet.titleOf(row, city)
  return (a: CityRow, b: CityRow) => word(a).localeCompare(word(b), 'id')
}
