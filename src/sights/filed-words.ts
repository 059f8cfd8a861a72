import type { Case } from '../db/cases.ts'
import type { City } from '../domain/city/city.ts'
import type { Instant } from '../domain/time/time.ts'
import { eyeOf, shown } from './eye.ts'

/** The words that were filed and the salt they were signed with, for whoever holds the key. */
export function filedWords({ complaint, row }: Case, city: City, now: Instant) {
  const sees = eyeOf({ kind: 'key' }, complaint, city, now)
  const { title, salt } = row
  const text = shown(sees, 'originalText', row.text)
  return title === null || text === null || salt === null ? null : { ...row, title, text, salt }
}
