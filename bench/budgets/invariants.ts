import { loadCity } from '../../src/db/city.ts'
import { database } from '../../src/db/database.ts'
import { complaintFaults, sample } from '../../test/support/check-complaint.ts'
import { faults } from '../../test/support/invariants.ts'
import { d1On, openForFilling } from '../support/d1-on-file.ts'
import { faultless, type Row } from './row.ts'

const SAMPLED = 200

/** A filled database passes the checks of a live one: as a whole, and 200 complaints to the bone. */
export async function invariantRows(file: string, now: number): Promise<Row[]> {
  const opened = openForFilling(file)
  const db = database(d1On(opened))
  const city = await loadCity(db)
  const found: string[] = []
  for (const reference of await sample(db, SAMPLED))
    found.push(...(await complaintFaults(db, city, reference, now)))
  const whole = await faults(db)
  opened.close()
  return [
    faultless('filled database: figures, chains and letters', whole),
    faultless(`filled database: ${SAMPLED} complaints checked through`, found),
  ]
}
