import { loadCity } from '../db/city.ts'
import { movesDates } from '../db/city-change.ts'
import { beginAnew, draftById, draftsAtWork, keepStep } from '../db/city-drafts.ts'
import { openCases } from '../db/clock-sweeps.ts'
import type { Database } from '../db/database.ts'
import { openReports } from '../db/open-reports.ts'
import { calendarOf } from '../domain/city/city.ts'
import { foundMore } from '../domain/city/drafts.ts'
import { cityAfter } from '../domain/city/typed-row.ts'
import { movesOf } from '../domain/time/calendar-moves.ts'
import type { Job } from './world.ts'

/** Which dates a change of the city would move, for those who look at it before it is made. */
export const reckonDrafts: Job = async ({ db, steps, stepSize }) => {
  const counts = { looked: 0 }
  for (const { id } of await draftsAtWork(db, 3))
    counts.looked += await reckonDraft(db, id, { steps, stepSize })
  return counts
}

/** In steps, each written down before the next: cut off, it goes on with the step that was lost. */
export async function reckonDraft(
  db: Database,
  id: number,
  { steps, stepSize }: { steps: number; stepSize: number },
): Promise<number> {
  let looked = 0
  for (let step = 0; step < steps; step++) {
    const draft = await draftById(db, id)
    if (draft?.state !== 'reckoning') break
    const city = await loadCity(db)
    if (city.version !== draft.version) {
      await beginAnew(db, id, city.version)
      continue
    }
    const places = await openCases(db, draft.after, stepSize)
    const after = cityAfter(city, draft) ?? city
    const ctx = { calendar: calendarOf(after), clockRules: city.clockRules }
    const ids = places.map(({ complaintId }) => complaintId)
    const seen = movesDates(city, after) && ids.length > 0 ? await openReports(db, ids) : []
    const found = foundMore(
      draft.found,
      seen.map((report) => ({ ...report, moves: movesOf(report, ctx) })),
    )
    const over = places.length < stepSize
    if (!(await keepStep(db, draft, { after: places.at(-1), found, over }))) break
    looked += seen.length
    if (over) break
  }
  return looked
}
