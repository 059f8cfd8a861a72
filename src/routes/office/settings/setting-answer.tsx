import { waitingAskOf } from '../../../db/city-asks.ts'
import { lastChangeOf } from '../../../db/city-change.ts'
import { type CityOutcome, mayUndo } from '../../../db/run-city-change.ts'
import { namesOf } from '../../../db/staff-names.ts'
import { tellCityAsk } from '../../../db/tell-city-ask.ts'
import { type CityRow, type Sheet, shownRow } from '../../../domain/city/sheets/sheet.ts'
import { type Back, overtaken, refused } from '../../../forms/answers.ts'
import type { FieldError } from '../../../forms/field-error.ts'
import type { Typed } from '../../../forms/read.ts'
import type { AppContext } from '../../../http.ts'
import { enqueue } from '../../../letters/enqueue.ts'
import { staffFormToken } from '../../../middleware/same-origin.ts'
import { build } from '../../../paths.ts'
import { DeskSolo } from '../../../views/layouts/desk.tsx'
import { SettingRowPage } from '../../../views/office/settings/setting-row.tsx'
import { frameOf } from '../../desk/desk-page.tsx'
import { cityFaultErrors, fieldFaultErrors } from './setting-errors.ts'

export interface OpenedRow {
  sheet: Sheet
  /** Null: a new one. */
  row: CityRow | null
}

/** What became of a form of settings. */
export async function settingAnswer(
  c: AppContext,
  at: OpenedRow,
  back: Back,
  outcome: CityOutcome,
): Promise<Response> {
  const { db, now } = c.var
  const here = (rowId: number, news: string) =>
    c.redirect(`${build('settingRow', { bagian: at.sheet.at, id: rowId })}?kabar=${news}`, 303)
  switch (outcome.kind) {
    case 'unknown':
      return c.notFound()
    case 'refused':
      return refused(c, { ...back, errors: settingErrors(c, at, outcome) }, (_, shown) =>
        settingPage(c, at, shown),
      )
    case 'overtaken':
      return overtaken(c, back, (_, shown) =>
        settingPage(c, { ...at, row: outcome.row }, shown, outcome.last),
      )
    case 'waits': {
      const queued = await tellCityAsk(db, outcome.askId, 'asked', now)
      c.executionCtx.waitUntil(enqueue(c.env, queued))
      return here(outcome.rowId, 'menunggu')
    }
    default:
      return here(outcome.rowId, outcome.kind === 'done' ? 'disimpan' : 'tetap')
  }
}

export function settingErrors(
  { var: { t, city } }: AppContext,
  { sheet, row }: OpenedRow,
  outcome: { kind: string },
): FieldError[] {
  const { faults = [], cityFaults = [] } = outcome as Partial<
    Extract<CityOutcome, { kind: 'refused' }>
  >
  return [
    ...fieldFaultErrors(t, sheet, faults),
    ...cityFaultErrors(t, sheet, row?.id ?? 0, cityFaults, city),
  ]
}

type Last = Awaited<ReturnType<typeof lastChangeOf>>

export async function settingPage(
  c: AppContext,
  { sheet, row }: OpenedRow,
  { typed, errors }: Back,
  meanwhile: Last = null,
) {
  const { t, db, city, now, staff } = c.var
  const [last, ask, [who]] = await Promise.all([
    meanwhile ?? (row && lastChangeOf(db, sheet.noun, row.id)),
    row && waitingAskOf(db, now, sheet.noun, row.id),
    meanwhile ? namesOf(db, [meanwhile.by.replace('staff:', '')]) : [],
  ])
  const stands = shownRow(sheet, row ?? sheet.blank(city), city)
  const news = c.req.query('kabar') ?? ''
  const offered =
    last !== null &&
    news === 'disimpan' &&
    (await mayUndo({ db, now, by: `staff:${staff.id}` }, city, last))
  const title = row && !sheet.single ? sheet.titleOf(row, city) : t.settings.nouns[sheet.noun].one
  return (
    <DeskSolo t={t} title={title} {...(await frameOf(c))} failed={errors.length > 0}>
      <SettingRowPage
        t={t}
        token={await staffFormToken(c)}
        city={city}
        sheet={sheet}
        rowId={row?.id ?? null}
        title={row ? title : t.settings.newRow(title)}
        stands={stands}
        typed={Object.keys(typed).length > 0 ? typed : stands}
        seen={last?.seq ?? 0}
        waits={ask ? (JSON.parse(ask.typed) as Typed) : null}
        errors={errors}
        said={Object.hasOwn(t.settings.done, news) ? (t.settings.done[news] ?? null) : null}
        undo={offered ? last.seq : null}
        meanwhile={meanwhile && { who: who?.name ?? t.settings.someone, at: meanwhile.at }}
      />
    </DeskSolo>
  )
}
