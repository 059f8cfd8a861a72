import { loadCity } from '../../../db/city.ts'
import { movesDates } from '../../../db/city-change.ts'
import { beginDraft } from '../../../db/city-drafts.ts'
import { judgeCityChange, type TypedRow } from '../../../db/run-city-change.ts'
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
  if (judged.kind !== 'ready') return judged
  const id = await beginDraft(
    db,
    { ...given, at: now, by, version: city.version },
    movesDates(city, judged.after),
  )
  await reckonDraft(db, id, { steps: BEFORE, stepSize: STEP })
  goOn(c, id)
  return { kind: 'draft', id } as const
}

export function goOn(c: AppContext, id: number): void {
  c.executionCtx.waitUntil(reckonDraft(c.var.db, id, { steps: AFTER, stepSize: STEP }))
}
