import { agencyById, type City } from '../../../domain/city/city.ts'
import type { DraftState, Found } from '../../../domain/city/drafts.ts'
import type { CalendarRow, Noun } from '../../../domain/city/sheets/sheet.ts'
import { build, patterns } from '../../../paths.ts'
import type { Words } from '../../../words/words.ts'
import { HiddenToken } from '../../components/fields.tsx'
import { Button, ButtonLink, Notice } from '../../components/parts.tsx'
import { CalendarDays } from './calendar-days.tsx'
import { RuleMeaning } from './rule-meaning.tsx'
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
  const list = isCalendar ? patterns.calendar : patterns.clockRules
  return (
    <>
      <p>
        <a href={list}>‹ {t.settings.nouns[draft.noun].title}</a>
      </p>
      <h1>{t.calendar.draft.title}</h1>
      <State {...props} />
      {isCalendar && draft.state !== 'saved' && (
        <CalendarDays t={t} city={city} year={props.year} draft={draft} />
      )}
      {draft.noun === 'clock_rule' && <RuleMeaning t={t} city={city} draft={draft} />}
      {draft.state === 'ready' && <Decide {...props} />}
      {isCalendar && draft.state !== 'reckoning' && <Moves t={t} city={city} found={draft.found} />}
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
          {draft.noun === 'calendar' &&
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
        {draft.noun === 'calendar' && say.looked(t.number(looked))}
      </p>
      {draft.noun === 'calendar' && draft.state === 'ready' && (
        <p>{dates > 0 ? say.moves(t.number(reports), t.number(dates)) : say.none}</p>
      )}
    </Notice>
  )
}

function Decide({ t, token, draft }: Props) {
  const form =
    draft.noun === 'calendar'
      ? build('calendarYear', { tahun: draft.rowId ?? 'baru' })
      : build('clockRule', { aturan: 'baru' })
  return (
    <form method="post" action={build('cityDraft', draft)} class="acts">
      <HiddenToken name="sesi" value={token} />
      <Button>{t.calendar.draft.save}</Button>{' '}
      <ButtonLink line href={`${form}?usulan=${draft.id}`}>
        {t.calendar.draft.change}
      </ButtonLink>
    </form>
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
