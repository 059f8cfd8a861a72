import { Hono } from 'hono'
import { loadCity } from '../../../db/city.ts'
import { cityChangeAt, movesDates } from '../../../db/city-change.ts'
import { beginAnew, type CityDraft, draftById, markSaved } from '../../../db/city-drafts.ts'
import { purgeReports } from '../../../db/edge-cache.ts'
import { lastRecompute, recomputeAsked } from '../../../db/recompute-asked.ts'
import { mayUndo, runCityChange } from '../../../db/run-city-change.ts'
import type { City } from '../../../domain/city/city.ts'
import { sheets } from '../../../domain/city/sheets/all.ts'
import type { CalendarRow } from '../../../domain/city/sheets/sheet.ts'
import { cityAfter } from '../../../domain/city/typed-row.ts'
import { readForm } from '../../../forms/read.ts'
import type { AppContext, AppEnv } from '../../../http.ts'
import { recompute } from '../../../jobs/recompute.ts'
import { jobWorld } from '../../../jobs/world.ts'
import { staffFormToken } from '../../../middleware/same-origin.ts'
import { build, patterns } from '../../../paths.ts'
import { DeskSolo } from '../../../views/layouts/desk.tsx'
import { CityDraftPage } from '../../../views/office/settings/city-draft.tsx'
import { frameOf } from '../../desk/desk-page.tsx'
import { adminOnly } from '../staff-rights.ts'
import { goOn } from './begin-draft.ts'
import { calendarRefused } from './calendar-year.tsx'
import { ruleRefused } from './clock-rules.tsx'
import { type OpenedRow, settingAnswer } from './setting-answer.tsx'

export const cityDrafts = new Hono<AppEnv>()

/** Steps of fifty reports that are reckoned anew after the answer; the job does the rest. */
const AT_ONCE = 2

function draftIn(c: AppContext): Promise<CityDraft | null> {
  return draftById(c.var.db, Number(c.req.param('id')) || 0)
}

cityDrafts.get(patterns.cityDraft, adminOnly, async (c) => {
  const draft = await draftIn(c)
  return draft ? c.render(await page(c, draft)) : c.notFound()
})

/** What was looked at is made; where the city is another by now, it is looked at once more. */
cityDrafts.post(patterns.cityDraft, adminOnly, async (c) => {
  const { db, now, staff, env } = { ...c.var, env: c.env }
  await readForm(c)
  const draft = await draftIn(c)
  if (!draft) return c.notFound()
  const here = build('cityDraft', draft)
  if (draft.state !== 'ready') return c.redirect(here, 303)
  const city = await loadCity(db)
  const after = cityAfter(city, draft)
  if (draft.version !== city.version && after && movesDates(city, after)) {
    await beginAnew(db, draft.id, city.version)
    goOn(c, draft.id)
    return c.redirect(`${here}?kabar=lagi`, 303)
  }
  const outcome = await runCityChange({ db, now, by: `staff:${staff.id}` }, draft)
  if (outcome.kind === 'done') {
    await markSaved(db, draft.id, outcome.seq)
    c.executionCtx.waitUntil(reckonAnew(c, env, now))
    return c.redirect(here, 303)
  }
  // sent twice: the first one made it
  if (outcome.kind === 'same') {
    await markSaved(db, draft.id, draft.seq)
    return c.redirect(here, 303)
  }
  const back = { typed: draft.typed, errors: [] }
  if (draft.noun === 'calendar') return calendarRefused(c, draft.rowId, back, outcome)
  if (draft.noun === 'clock_rule') return ruleRefused(c, back, outcome)
  return settingAnswer(c, openedOf(draft, city), back, outcome)
})

function openedOf({ noun, rowId }: CityDraft, city: City): OpenedRow {
  const sheet = sheets[noun]
  return { sheet, row: sheet.rows(city).find(({ id }) => id === rowId) ?? null }
}

async function reckonAnew(c: AppContext, env: Env, now: number): Promise<void> {
  const w = await jobWorld(env, now, { steps: AT_ONCE })
  await recompute(w)
  purgeReports(c.executionCtx, w.changed)
}

async function page(c: AppContext, draft: CityDraft) {
  const { t, db, city, now, staff } = c.var
  const asked = draft.state === 'saved' ? await recomputeAsked(db) : null
  const over = draft.state === 'saved' && !asked ? await lastRecompute(db) : null
  const change = draft.seq === null ? null : await cityChangeAt(db, draft.seq)
  const offered = change && (await mayUndo({ db, now, by: `staff:${staff.id}` }, city, change))
  const { row } = openedOf(draft, city)
  const working = draft.state === 'reckoning' || asked !== null
  return (
    <DeskSolo
      t={t}
      title={t.calendar.draft.title}
      {...(await frameOf(c))}
      again={working ? 3 : undefined}
    >
      <CityDraftPage
        t={t}
        token={await staffFormToken(c)}
        city={city}
        draft={draft}
        year={draft.noun === 'calendar' ? (row as CalendarRow | null) : null}
        anew={c.req.query('kabar') === 'lagi'}
        asked={asked}
        over={over}
        undo={offered ? change.seq : null}
      />
    </DeskSolo>
  )
}
