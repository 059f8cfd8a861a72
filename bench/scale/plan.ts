import type { ComplaintClass } from '../../src/domain/case/complaint.ts'
import type { City } from '../../src/domain/city/city.ts'
import { addDays, daysBetween, type IsoDate } from '../../src/domain/time/time.ts'

export type Outcome =
  | 'received'
  | 'referred'
  | 'archived'
  | 'withdrawn'
  | 'routed'
  | 'returned'
  | 'joined'
  | 'taken'
  | 'asked'
  | 'answered'
  | 'proposed'
  | 'disputed'
  | 'silent'
  | 'confirmed'
  | 'reopened'

/** How far lives go; open ones often enough that every list is full in a small city, too. */
const SHARES: Record<Outcome, number> = {
  ...{ received: 1, referred: 2, archived: 1, withdrawn: 1, routed: 1, returned: 2, joined: 1 },
  ...{ taken: 2, asked: 3, answered: 2, proposed: 3, disputed: 3 },
  ...{ silent: 9, confirmed: 17, reopened: 1 },
}
const OUTCOMES = (Object.keys(SHARES) as Outcome[]).flatMap((outcome) =>
  Array<Outcome>(SHARES[outcome]).fill(outcome),
)

/** One life to be played through the ledger and then copied. */
export interface Plan {
  n: number
  day: IsoDate
  outcome: Outcome
  class: ComplaintClass
  categoryId: number
  agencyId: number
  districtId: number | null
  subdistrictId: number | null
  anonymous: boolean
  confidential: boolean
  released: boolean
  priority: 'normal' | 'important' | 'urgent'
  /** Days between two steps of it. */
  pace: number
}

function at<T>(list: readonly T[], n: number): T {
  return list[n % list.length] as T
}

/** Varied lives, spread evenly from the first loaded year to the day before `today`. */
export function plansFor(city: City, today: IsoDate, count: number): Plan[] {
  const first = `${city.firstYear}-01-05`
  const days = Math.max(1, daysBetween(first, today))
  const places = city.areas.filter((area) => area.parentId !== null)
  const categories = city.categories.filter((category) => category.active)
  return Array.from({ length: count }, (_, n) => {
    // 7 and 11 are prime to the number of outcomes: no outcome sticks to one category or place
    const other = at(categories, n * 7 + Math.floor(n / categories.length))
    // one desk with more work than any list or capped count shows, in a small city too
    const category = n % 2 === 0 ? (categories[0] ?? other) : other
    const place = at(places, n * 11 + Math.floor(n / places.length))
    const hidden = n % 19 === 3
    const outcome = at(OUTCOMES, n * 13 + Math.floor(n / OUTCOMES.length))
    return {
      n,
      day: addDays(first, Math.floor((n * days) / count)),
      outcome,
      class: at(['complaint', 'complaint', 'complaint', 'aspiration', 'information'] as const, n),
      categoryId: category.id,
      agencyId: category.defaultAgencyId ?? at(city.agencies, n).id,
      districtId: n % 23 === 5 ? null : place.parentId,
      subdistrictId: n % 23 === 5 ? null : place.id,
      // an anonymous reporter's answer waits for the verifier's screen
      anonymous: outcome === 'answered' || n % 9 === 4,
      confidential: hidden,
      released: !hidden && n % 6 !== 1,
      priority: at(['normal', 'normal', 'normal', 'important', 'normal', 'urgent'] as const, n),
      pace: 1 + (n % 4),
    }
  })
}
