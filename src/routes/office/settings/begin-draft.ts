import { loadCity } from '../../../db/city.ts'
import { movesDates } from '../../../db/city-change.ts'
import { beginDraft } from '../../../db/city-drafts.ts'
import { hasReports } from '../../../db/city-use.ts'
import { judgeCityChange, type TypedRow } from '../../../db/run-city-change.ts'
import type { City } from '../../../domain/city/city.ts'
import type { Noun } from '../../../domain/city/sheets/sheet.ts'
import type { AppContext } from '../../../http.ts'
import { reckonDraft } from '../../../jobs/reckon-drafts.ts'

/** Steps of fifty reports that are looked at before the answer, and after it; the job does the rest. */
const BEFORE = 2
const AFTER = 4
const STEP = 50

/** What was typed, judged and put by to be looked at: nothing of the city is changed yet. */
export async function draftFrom(c: AppContext, given: TypedRow) {
  const { db, now, staff } = c.var
  const by = `staff:${staff.id}`
  const city = await loadCity(db)
  const judged = await judgeCityChange({ db, now, by }, city, given)
  return judged.kind === 'ready' ? putBy(c, city, given, judged.after) : judged
}

/** Null where no date of a report can hang on it. */
export async function draftOfMoves(c: AppContext, given: TypedRow): Promise<number | null> {
  const { db, now, staff } = c.var
  // on a new agency hangs no report
  if (!DATED.has(given.noun) || given.rowId === null) return null
  const city = await loadCity(db)
  const judged = await judgeCityChange({ db, now, by: `staff:${staff.id}` }, city, given)
  if (judged.kind !== 'ready' || !movesDates(city, judged.after)) return null
  return (await hasReports(db)) ? (await putBy(c, city, given, judged.after)).id : null
}

/** Office hours and zone, and who works every day. */
const DATED: ReadonlySet<Noun> = new Set(['hours', 'agency'])

async function putBy(c: AppContext, city: City, given: TypedRow, after: City) {
  const { db, now, staff } = c.var
  const id = await beginDraft(
    db,
    { ...given, at: now, by: `staff:${staff.id}`, version: city.version },
    movesDates(city, after),
  )
  await reckonDraft(db, id, { steps: BEFORE, stepSize: STEP })
  goOn(c, id)
  return { kind: 'draft', id } as const
}

export function goOn(c: AppContext, id: number): void {
  c.executionCtx.waitUntil(reckonDraft(c.var.db, id, { steps: AFTER, stepSize: STEP }))
}
