import { loadCity } from '../db/city.ts'
import { allCityChanges } from '../db/city-change.ts'
import { verifyCity } from '../seal/city-check.ts'
import { alarm } from './history-alarm.ts'
import type { Job } from './world.ts'

/** What the city is run by is as its trail says; `npm run check:history` asks the same. */
export const checkCity: Job = async (w) => {
  const changes = await allCityChanges(w.db)
  const findings = await verifyCity(changes, await loadCity(w.db))
  for (const { problem, row, seq } of findings.slice(0, 20))
    await alarm(w, problem, { complaint: row, day: null, seq })
  return { changes: changes.length, differ: findings.length }
}
