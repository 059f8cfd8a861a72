import type { IsoDate } from '../time/time.ts'
import { type City, categoryById, type FormNotice } from './city.ts'

/** Those that stand on the form on a day; one of a category that is not chosen any more does not. */
export function noticesOn(city: City, day: IsoDate): FormNotice[] {
  return city.notices.filter(
    ({ active, fromDay, untilDay, categoryId }) =>
      active &&
      fromDay <= day &&
      (untilDay === null || day <= untilDay) &&
      (categoryId === null || categoryById(city, categoryId)?.active === true),
  )
}
