import { Hono } from 'hono'
import { draftById } from '../../../db/city-drafts.ts'
import { type CityOutcome, runCityChange, type TypedRow } from '../../../db/run-city-change.ts'
import { sheets } from '../../../domain/city/sheets/all.ts'
import { clockRules } from '../../../domain/city/sheets/clock-rules.ts'
import { shownRow } from '../../../domain/city/sheets/sheet.ts'
import { dateOf } from '../../../domain/time/time.ts'
import { type Back, FRESH, refused } from '../../../forms/answers.ts'
import { readForm, type Typed } from '../../../forms/read.ts'
import type { AppContext, AppEnv } from '../../../http.ts'
import { staffFormToken } from '../../../middleware/same-origin.ts'
import { build, patterns } from '../../../paths.ts'
import { DeskSolo } from '../../../views/layouts/desk.tsx'
import { ClockRuleForm, ClockRulesPage } from '../../../views/office/settings/clock-rules.tsx'
import { frameOf } from '../../desk/desk-page.tsx'
import { adminOnly } from '../staff-rights.ts'
import { draftFrom } from './begin-draft.ts'
import { cityFaultErrors, fieldFaultErrors } from './setting-errors.ts'

export const clockRulePages = new Hono<AppEnv>()

const sheet = sheets.clock_rule
const FIELDS = ['jam', 'jenis_laporan', 'lama', 'hitungan', 'sejak', 'dasar_hukum'] as const

clockRulePages.get(patterns.clockRules, adminOnly, async (c) => {
  const { t, city, now } = c.var
  const news = c.req.query('kabar') ?? ''
  return c.render(
    <DeskSolo t={t} title={t.settings.nouns.clock_rule.title} {...(await frameOf(c))}>
      <ClockRulesPage
        t={t}
        token={await staffFormToken(c)}
        rules={[...clockRules.rows(city)]}
        today={dateOf(now, city.settings.offset)}
        said={Object.hasOwn(t.settings.done, news) ? (t.settings.done[news] ?? null) : null}
      />
    </DeskSolo>,
  )
})

clockRulePages.get(patterns.clockRule, adminOnly, async (c) => {
  if (c.req.param('aturan') !== 'baru') return c.notFound()
  const draft = await draftById(c.var.db, Number(c.req.query('usulan')) || 0)
  const typed = draft?.noun === 'clock_rule' ? draft.typed : {}
  return c.render(await formPage(c, { ...FRESH, typed }))
})

clockRulePages.post(patterns.clockRule, adminOnly, async (c) => {
  const { typed } = await readForm(c)
  const at = c.req.param('aturan')
  if (at !== 'baru') return withdraw(c, Number(at))
  const own: Typed = Object.fromEntries(FIELDS.map((name) => [name, typed[name] ?? '']))
  const given: TypedRow = { noun: 'clock_rule', rowId: null, typed: own, seen: 0 }
  const outcome = await draftFrom(c, given)
  return outcome.kind === 'draft'
    ? c.redirect(build('cityDraft', { id: outcome.id }), 303)
    : ruleRefused(c, { typed: own, errors: [] }, outcome)
})

/** One that has not begun: no date hangs on it. */
async function withdraw(c: AppContext, rowId: number) {
  const { db, now, staff } = c.var
  const outcome = await runCityChange(
    { db, now, by: `staff:${staff.id}` },
    // it can only have been made or withdrawn: nothing of it is overwritten
    { noun: 'clock_rule', rowId, typed: { aktif: 'tidak' }, seen: Number.MAX_SAFE_INTEGER },
  )
  if (outcome.kind === 'unknown') return c.notFound()
  return c.redirect(
    `${patterns.clockRules}?kabar=${outcome.kind === 'done' ? 'disimpan' : 'tetap'}`,
    303,
  )
}

/** Why it was not taken, with the form as it was filled in. */
export function ruleRefused(
  c: AppContext,
  back: Back,
  outcome: Exclude<CityOutcome, { kind: 'done' }>,
) {
  if (outcome.kind !== 'refused') return c.redirect(`${patterns.clockRules}?kabar=tetap`, 303)
  const errors = [
    ...fieldFaultErrors(c.var.t, sheet, outcome.faults),
    ...cityFaultErrors(c.var.t, sheet, 0, outcome.cityFaults, c.var.city),
  ]
  return refused(c, { ...back, errors }, (_, shown) => formPage(c, shown))
}

async function formPage(c: AppContext, { typed, errors }: Back) {
  const { t, city } = c.var
  const blank = shownRow(sheet, clockRules.blank(city), city)
  return (
    <DeskSolo
      t={t}
      title={t.calendar.clockRules.newTitle}
      {...(await frameOf(c))}
      failed={errors.length > 0}
    >
      <ClockRuleForm
        t={t}
        token={await staffFormToken(c)}
        typed={{ ...blank, ...typed }}
        errors={errors}
      />
    </DeskSolo>
  )
}
