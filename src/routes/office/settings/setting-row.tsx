import { Hono } from 'hono'
import { loadCity } from '../../../db/city.ts'
import { draftById } from '../../../db/city-drafts.ts'
import { judgeCityChange, runCityChange, type TypedRow } from '../../../db/run-city-change.ts'
import { sheetAt } from '../../../domain/city/sheets/all.ts'
import type { Sheet } from '../../../domain/city/sheets/sheet.ts'
import { FRESH, refused } from '../../../forms/answers.ts'
import { readForm, type Typed } from '../../../forms/read.ts'
import type { AppContext, AppEnv } from '../../../http.ts'
import { build, patterns } from '../../../paths.ts'
import { adminOnly } from '../staff-rights.ts'
import { draftOfMoves } from './begin-draft.ts'
import { sentPictures } from './sent-pictures.ts'
import { type OpenedRow, settingAnswer, settingErrors, settingPage } from './setting-answer.tsx'

export const settingRow = new Hono<AppEnv>()

function opened(c: AppContext): OpenedRow | null {
  const sheet = sheetAt(c.req.param('bagian') ?? '')
  const id = c.req.param('id') ?? ''
  if (!sheet) return null
  if (id === 'baru') return sheet.single ? null : { sheet, row: null }
  const row = sheet.rows(c.var.city).find((one) => String(one.id) === id)
  return row ? { sheet, row } : null
}

settingRow.get(patterns.settingRow, adminOnly, async (c) => {
  const at = opened(c)
  if (!at) return c.notFound()
  const asked = Number(c.req.query('usulan')) || 0
  const draft = asked === 0 ? null : await draftById(c.var.db, asked)
  const isOfRow = draft?.noun === at.sheet.noun && draft.rowId === (at.row?.id ?? null)
  return c.render(await settingPage(c, at, { ...FRESH, typed: isOfRow ? draft.typed : {} }))
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
  if (pictures.errors.length > 0) {
    const judged = await judgeCityChange(around, await loadCity(db), given)
    const errors = [...pictures.errors, ...settingErrors(c, at, judged)]
    return refused(c, { ...back, errors }, (_, shown) => settingPage(c, at, shown))
  }
  const draft = await draftOfMoves(c, given)
  if (draft !== null) return c.redirect(build('cityDraft', { id: draft }), 303)
  return settingAnswer(c, at, back, await runCityChange(around, given))
})

/** A box that is not ticked is not sent. */
function wholeForm({ columns }: Sheet, typed: Typed): Typed {
  return Object.fromEntries(columns.map(({ name }) => [name, typed[name] ?? '']))
}
