import { emptyCityRows, emptySettings } from '../../seed/empty-city.ts'
import { settings as seeded } from '../../seed/settings.ts'
import type { Settings } from '../../src/domain/city/city.ts'
import { citySql, closedAtFirst } from '../city-sql.ts'
import { literal } from '../sql.ts'
import type { Standing } from './city.ts'

/** Under a name with a colon: how the database was made, not the city's own setting. */
const EMPTY = 'deploy:kosong'

interface CityData {
  /** Where letters come from, and what the outage page says. */
  settings: Settings
  statements: (standing: Pick<Standing, 'cities' | 'empty'>) => string[]
}

/** Of the seed's city; or with `kosong` of one that says everything itself, by its own pages. */
export function cityData(wishes: { kosong: boolean; sender?: string | undefined }): CityData {
  if (!wishes.kosong)
    return {
      settings: seeded,
      statements: ({ empty }) => {
        if (empty) throw new Error('This city was made with --kosong: say so again')
        return [closedAtFirst(), ...citySql()]
      },
    }
  const { sender } = wishes
  if (!sender) throw new Error('Say with --sender from which address letters come')
  return { settings: emptySettings(sender), statements: (standing) => emptySql(sender, standing) }
}

/** What the city said meanwhile is its own: later, only days off and legal clocks are brought. */
export function emptySql(
  sender: string,
  { cities, empty }: Pick<Standing, 'cities' | 'empty'>,
): string[] {
  if (cities && !empty) throw new Error('The database holds a city: --kosong is for a new one')
  const rows = emptyCityRows(sender)
  if (empty) return citySql({ ...rows, settings: [] })
  return [`insert into setting (key, value) values (${literal(EMPTY)}, 'true');`, ...citySql(rows)]
}
