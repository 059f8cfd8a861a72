import type { Noun } from '../domain/city/sheets/sheet.ts'
import type { Instant } from '../domain/time/time.ts'
import { type CityAsk, closeAsk } from './city-asks.ts'
import type { Database } from './database.ts'
import { type CityOutcome, runCityChange } from './run-city-change.ts'

interface Around {
  db: Database
  now: Instant
  /** 'staff:<id>' of whoever said yes, or 'timer'. */
  by: string
}

/**
 * What waited comes into force, then is closed: cut off in between, a second yes finds nothing to change.
 * What no longer fits the city is refused in its stead.
 */
export async function settleCityAsk(
  around: Around,
  ask: CityAsk,
  outcome: 'granted' | 'refused' | 'expired',
): Promise<boolean> {
  if (outcome !== 'granted') return closeAsk(around.db, ask.id, outcome)
  const done = await runCityChange(around, {
    noun: ask.noun as Noun,
    rowId: ask.rowId,
    typed: JSON.parse(ask.typed) as Record<string, string>,
    seen: Number.MAX_SAFE_INTEGER,
    agreed: true,
  })
  return closeAsk(around.db, ask.id, fits(done) ? 'granted' : 'refused')
}

function fits({ kind }: CityOutcome): boolean {
  return kind === 'done' || kind === 'same'
}
