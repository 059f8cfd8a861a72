import { Hono } from 'hono'
import { loadCity } from '../../../db/city.ts'
import { waitingAskOf } from '../../../db/city-asks.ts'
import { lastChangeOf } from '../../../db/city-change.ts'
import {
  type CityOutcome,
  judgeCityChange,
  mayUndo,
  runCityChange,
  type TypedRow,
} from '../../../db/run-city-change.ts'
import { namesOf } from '../../../db/staff-names.ts'
import { tellCityAsk } from '../../../db/tell-city-ask.ts'
import { sheetAt } from '../../../domain/city/sheets/all.ts'
import { type CityRow, type Sheet, shownRow } from '../../../domain/city/sheets/sheet.ts'
import { type Back, FRESH, overtaken, refused } from '../../../forms/answers.ts'
import type { FieldError } from '../../../forms/field-error.ts'
import { readForm, type Typed } from '../../../forms/read.ts'
import type { AppContext, AppEnv } from '../../../http.ts'
import { enqueue } from '../../../letters/enqueue.ts'
import { staffFormToken } from '../../../middleware/same-origin.ts'
import { build, patterns } from '../../../paths.ts'
import { DeskSolo } from '../../../views/layouts/desk.tsx'
import { SettingRowPage } from '../../../views/office/settings/setting-row.tsx'
import type { Words } from '../../../words/words.ts'
import { frameOf } from '../../desk/desk-page.tsx'
import { adminOnly } from '../staff-rights.ts'
import { sentPictures } from './sent-pictures.ts'
import { cityFaultErrors, fieldFaultErrors } from './setting-errors.ts'

export const settingRow = new Hono<AppEnv>()

interface Opened {
  sheet: Sheet
  /** Null: a new one. */
  row: CityRow | null
}

function opened(c: AppContext): Opened | null {
  const sheet = sheetAt(c.req.param('bagian') ?? '')
  const id = c.req.param('id') ?? ''
  if (!sheet) return null
  if (id === 'baru') return sheet.single ? null : { sheet, row: null }
  const row = sheet.rows(c.var.city).find((one) => String(one.id) === id)
  return row ? { sheet, row } : null
}

settingRow.get(patterns.settingRow, adminOnly, async (c) => {
  const at = opened(c)
  return at ? c.render(await page(c, at, FRESH)) : c.notFound()
})

settingRow.post(patterns.settingRow, adminOnly, async (c) => {
  const { db, now, staff, t } = c.var
  const at = opened(c)
  if (!at) return c.notFound()
  const posted = await readForm(c)
  const pictures = await sentPictures(t, at.sheet, posted)
  const typed = { ...posted.typed, ...pictures.typed }
  const given: TypedRow = {
    noun: at.sheet.noun,
    rowId: at.row?.id ?? null,
    typed: wholeForm(at.sheet, typed),
    seen: Number(typed.versi) || 0,
  }
  const around = { db, now, by: `staff:${staff.id}` }
  const back = { typed: given.typed, errors: [] }
  const no = (errors: FieldError[]) =>
    refused(c, { ...back, errors }, (_, shown) => page(c, at, shown))
  if (pictures.errors.length > 0) {
    const judged = await judgeCityChange(around, await loadCity(db), given)
    return no([...pictures.errors, ...errorsOf(t, at, judged)])
  }
  const outcome = await runCityChange(around, given)
  switch (outcome.kind) {
    case 'unknown':
      return c.notFound()
    case 'refused':
      return no(errorsOf(t, at, outcome))
    case 'overtaken':
      return overtaken(c, back, (_, shown) =>
        page(c, { ...at, row: outcome.row }, shown, outcome.last),
      )
    case 'waits': {
      const { rowId, askId } = outcome
      const queued = await tellCityAsk(db, askId, 'asked', now)
      c.executionCtx.waitUntil(enqueue(c.env, queued))
      return c.redirect(
        `${build('settingRow', { bagian: at.sheet.at, id: rowId })}?kabar=menunggu`,
        303,
      )
    }
    default:
      return c.redirect(
        `${build('settingRow', { bagian: at.sheet.at, id: outcome.rowId })}?kabar=${
          outcome.kind === 'done' ? 'disimpan' : 'tetap'
        }`,
        303,
      )
  }
})

function errorsOf(t: Words, { sheet, row }: Opened, outcome: { kind: string }): FieldError[] {
  const { faults = [], cityFaults = [] } = outcome as Partial<
    Extract<CityOutcome, { kind: 'refused' }>
  >
  return [
    ...fieldFaultErrors(t, sheet, faults),
    ...cityFaultErrors(t, sheet, row?.id ?? 0, cityFaults),
  ]
}

/** A box that is not ticked is not sent. */
function wholeForm({ columns }: Sheet, typed: Typed): Typed {
  return Object.fromEntries(columns.map(({ name }) => [name, typed[name] ?? '']))
}

type Last = Awaited<ReturnType<typeof lastChangeOf>>

async function page(
  c: AppContext,
  { sheet, row }: Opened,
  { typed, errors }: Back,
  meanwhile: Last = null,
) {
  const { t, db, city, now, staff } = c.var
  const last = meanwhile ?? (row && (await lastChangeOf(db, sheet.noun, row.id)))
  const [who] = meanwhile ? await namesOf(db, [meanwhile.by.replace('staff:', '')]) : []
  const ask = row && (await waitingAskOf(db, now, sheet.noun, row.id))
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
