import { WAITING_CAP, type Waiting } from '../../db/oversight.ts'
import type { NamedEntry } from '../../db/oversight-entries.ts'
import { calendarOf } from '../../domain/city/city.ts'
import { explainBy } from '../../domain/time/explain-by.ts'
import { dateOf } from '../../domain/time/time.ts'
import type { AppContext } from '../../http.ts'
import { build, patterns } from '../../paths.ts'
import { oversightIn } from './oversight-guard.ts'

/** What waits for a head, or what heads let wait. `limits`: the list of limits that are past. */
export function waitingIn(
  c: AppContext,
  { owed, late, limits, drafts }: Waiting,
  questions: readonly NamedEntry[],
  limitsHref: string,
) {
  const { t } = c.var
  const counted = (n: number, more: number, label: string, href: string) => {
    const shown = n > WAITING_CAP ? `${t.number(WAITING_CAP, 0)}+` : undefined
    return { n: n + more, shown, label, href }
  }
  const past = counted(limits, 0, t.oversight.limitsPast, limitsHref)
  if (oversightIn(c).city) {
    const more = questions.filter((one) => isLate(c, one)).length
    return [past, counted(late, more, t.oversight.explainedLate, patterns.inquiries)]
  }
  return [
    past,
    counted(drafts, 0, t.oversight.toApprove, build('queue', { view: 'persetujuan' })),
    counted(owed, questions.length, t.oversight.toExplain, patterns.inquiries),
  ]
}

function isLate({ var: { city, now } }: AppContext, { at, agencyId }: NamedEntry): boolean {
  const due = explainBy(at, city.clockRules, calendarOf(city, agencyId))
  return due !== null && due < dateOf(now, city.settings.offset)
}
