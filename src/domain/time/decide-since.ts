import type { RuleContext } from '../case/command.ts'
import type { Complaint } from '../case/complaint.ts'
import { workingDayOnOrAfter } from './calendar.ts'
import { ruleFor } from './clock-rules.ts'
import { addDays, earlier, type IsoDate } from './time.ts'

export type Dated = Pick<Complaint, 'dayZero' | 'firstRoutedDay' | 'class' | 'supervisory'>
export type DateContext = Pick<RuleContext, 'calendar' | 'clockRules'>

/** First found complete: the day of the first routing, at the latest when that should be judged. */
export function decideSince(complaint: Dated, ctx: DateContext): IsoDate {
  const { dayZero, firstRoutedDay } = complaint
  const latest = addDays(dayZero, ruleFor(ctx.clockRules, 'complete', complaint, dayZero).length)
  if (firstRoutedDay === null) return latest
  const routed = workingDayOnOrAfter(firstRoutedDay, ctx.calendar)
  return earlier(routed, latest)
}
