import { agencyById, type City } from '../../../domain/city/city.ts'
import type { DraftState, Found } from '../../../domain/city/drafts.ts'
import { sheets } from '../../../domain/city/sheets/all.ts'
import { type CalendarRow, type Noun, shownRow } from '../../../domain/city/sheets/sheet.ts'
import { rowTyped } from '../../../domain/city/typed-row.ts'
import { build } from '../../../paths.ts'
import type { Words } from '../../../words/words.ts'
import { HiddenToken } from '../../components/fields.tsx'
import { Button, ButtonLink, Notice } from '../../components/parts.tsx'
import { CalendarDays } from './calendar-days.tsx'
import { RuleMeaning } from './rule-meaning.tsx'
import { saidOf } from './said-of.ts'
import { Undo } from './setting-undo.tsx'

interface Props {
  t: Words
  token: string
  city: City
  draft: {
    id: number
    noun: Noun
    rowId: number | null
    typed: Readonly<Record<string, string>>
    state: DraftState
    found: Found
  }
  /** As it is now; null: not loaded. */
  year: CalendarRow | null
  /** It was reckoned once more, since the city is another. */
  anew: boolean
  /** How far dates are reckoned anew; `over`: what the last time did. */
  asked: { looked: number } | null
  over: { looked: number; moved: number } | null
  /** The change that may be taken back. */
  undo: number | null
}

export function CityDraftPage(props: Props) {
  const { t, draft, city } = props
  const isCalendar = draft.noun === 'calendar'
  const reckons = draft.noun !== 'clock_rule'
  return (
    <>
      <p>
        <a href={build('settingList', { bagian: sheets[draft.noun].at })}>
          ‹ {t.settings.nouns[draft.noun].title}
        </a>
      </p>
      <h1>{t.calendar.draft.title}</h1>
      <State {...props} />
      {isCalendar && draft.state !== 'saved' && (
        <CalendarDays t={t} city={city} year={props.year} draft={draft} />
      )}
      {!isCalendar && reckons && draft.state !== 'saved' && (
        <Changes t={t} city={city} draft={draft} />
      )}
      {draft.noun === 'clock_rule' && <RuleMeaning t={t} city={city} draft={draft} />}
      {draft.state === 'ready' && <Decide {...props} />}
      {reckons && draft.state !== 'reckoning' && <Moves t={t} city={city} found={draft.found} />}
    </>
  )
}

function State({ t, token, draft, anew, asked, over, undo }: Props) {
  const say = t.calendar.draft
  const { looked, reports, dates } = draft.found
  if (draft.state === 'saved')
    return (
      <Notice tone={asked ? 'wait' : 'done'}>
        <p role="status">
          <b>{say.saved}</b> {asked && `${say.working} ${say.looked(t.number(asked.looked))}`}
          {draft.noun !== 'clock_rule' &&
            over &&
            say.doneMoves(t.number(over.looked), t.number(over.moved))}
        </p>
        {undo !== null && <Undo t={t} token={token} seq={undo} />}
      </Notice>
    )
  return (
    <Notice tone="wait">
      {anew && <p>{say.anew}</p>}
      <p role="status">
        <b>{draft.state === 'reckoning' ? say.reckoning : say.ready}</b>{' '}
        {draft.noun !== 'clock_rule' && say.looked(t.number(looked))}
      </p>
      {draft.noun !== 'clock_rule' && draft.state === 'ready' && (
        <p>{dates > 0 ? say.moves(t.number(reports), t.number(dates)) : say.none}</p>
      )}
    </Notice>
  )
}

function Decide({ t, token, draft }: Props) {
  return (
    <form method="post" action={build('cityDraft', draft)} class="acts">
      <HiddenToken name="sesi" value={token} />
      <Button>{t.calendar.draft.save}</Button>{' '}
      <ButtonLink line href={`${formOf(draft)}?usulan=${draft.id}`}>
        {t.calendar.draft.change}
      </ButtonLink>
    </form>
  )
}

function formOf({ noun, rowId }: Props['draft']): string {
  if (noun === 'calendar') return build('calendarYear', { tahun: rowId ?? 'baru' })
  if (noun === 'clock_rule') return build('clockRule', { aturan: 'baru' })
  return build('settingRow', { bagian: sheets[noun].at, id: rowId ?? 'baru' })
}

/** What was typed, beside what stands. */
function Changes({ t, city, draft }: Pick<Props, 't' | 'city' | 'draft'>) {
  const sheet = sheets[draft.noun]
  const row = sheet.rows(city).find(({ id }) => id === draft.rowId)
  const next = rowTyped(city, draft)
  const stands = row ? shownRow(sheet, row, city) : {}
  const typed = next ? shownRow(sheet, next, city) : {}
  const others = Object.keys(typed).filter((name) => stands[name] !== typed[name])
  return (
    <ul>
      {others.map((name) => (
        <li>
          {t.settings.from(
            t.settings.fields[name]?.[0] ?? name,
            saidOf(t, name, stands[name] ?? ''),
            saidOf(t, name, typed[name] ?? ''),
          )}
        </li>
      ))}
    </ul>
  )
}

function Moves({ t, city, found }: { t: Words; city: City; found: Found }) {
  const say = t.calendar.draft
  if (found.dates === 0) return null
  const agencies = Object.entries(found.agencies).toSorted(([, a], [, b]) => b - a)
  return (
    <>
      <h2>{say.agencies}</h2>
      <ul>
        {agencies.map(([id, reports]) => (
          <li>
            {agencyById(city, Number(id))?.name ?? say.noAgency}: {t.number(reports)}
          </li>
        ))}
      </ul>
      <h2>{say.first(t.number(found.first.length))}</h2>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th>{say.report}</th>
              <th>{say.clock}</th>
              <th>{say.from}</th>
              <th>{say.to}</th>
            </tr>
          </thead>
          <tbody>
            {found.first.map(({ reference, kind, from, to }) => (
              <tr>
                <td>
                  <a href={build('caseFile', { nomor: reference })}>{reference}</a>
                </td>
                <td>{t.caseWords.clockNames[kind]}</td>
                <td>{t.mediumDate(from)}</td>
                <td>{t.mediumDate(to)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
