import { loadCity } from '../db/city.ts'
import { allCityChanges } from '../db/city-change.ts'
import { allEntries } from '../db/oversight-entries.ts'
import { verifyCity } from '../seal/city-check.ts'
import { verifyEntries } from '../seal/oversight-check.ts'
import { alarm } from './history-alarm.ts'
import type { Job } from './world.ts'

/** What the city is run by is as its trail says, and what was said in overseeing as it was written; `npm run check:history` asks the same. */
export const checkCity: Job = async (w) => {
  const changes = await allCityChanges(w.db)
  const findings = await verifyCity(changes, await loadCity(w.db))
  for (const { problem, row, seq } of findings.slice(0, 20))
    await alarm(w, problem, { complaint: row, day: null, seq })
  const entries = await allEntries(w.db)
  const altered = await verifyEntries(entries)
  for (const { problem, seq } of altered.slice(0, 20))
    await alarm(w, problem, { complaint: null, day: null, seq })
  return { changes: changes.length, differ: findings.length + altered.length }
}
