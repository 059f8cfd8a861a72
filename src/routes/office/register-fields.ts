import type { Settled } from '../../db/data-requests.ts'
import { cleanText } from '../../domain/text/clean-text.ts'
import { dateOf, type Instant, instantAt, isIsoDate, minuteOfDay } from '../../domain/time/time.ts'
import type { AppContext } from '../../http.ts'
import type { FieldError } from '../../views/components/parts.tsx'
import type { Words } from '../../words/words.ts'

/** Values as typed, and what to mend; a getter that finds fault writes it down. */
export interface Typed {
  values: Record<string, string>
  errors: FieldError[]
}

/** A text of a person within its bounds, in characters. */
export function textOf(t: Words, { values, errors }: Typed, field: string, most: number): string {
  const text = cleanText(values[field] ?? '')
  const length = [...text].length
  if (length < 3) errors.push({ field, text: t.registers.missing })
  if (length > most) errors.push({ field, text: t.registers.tooLong(most) })
  return text
}

/** One of some choices; the first stands in where none was made, beside the fault. */
export function choiceOf<T extends string>(
  { values, errors }: Typed,
  field: string,
  choices: readonly [T, ...T[]],
  missing: string,
): T {
  const chosen = choices.find((one) => one === values[field])
  if (chosen) return chosen
  errors.push({ field, text: missing })
  return choices[0]
}

const TIME = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/

/** The instant of `tanggal` and `jam`, not after `now` and not before `since`. */
export function momentOf(
  c: AppContext,
  { values, errors }: Typed,
  since: Instant = Number.NEGATIVE_INFINITY,
): Instant {
  const { now, city, t } = c.var
  const { tanggal = '', jam = '' } = values
  const time = TIME.exec(jam.trim())
  if (!isIsoDate(tanggal)) errors.push({ field: 'tanggal', text: t.registers.dateWrong })
  if (!time) errors.push({ field: 'jam', text: t.registers.timeWrong })
  if (!isIsoDate(tanggal) || !time) return now
  const at = instantAt(tanggal, 60 * Number(time[1]) + Number(time[2]), city.settings.offset)
  if (at > now) errors.push({ field: 'tanggal', text: t.registers.inFuture })
  // the form knows minutes, the register milliseconds
  if (at < since - 60_000)
    errors.push({ field: 'tanggal', text: t.registers.tooEarly(t.moment(since)) })
  return Math.max(at, since)
}

/** What the two fields of a moment say before anybody types. */
export function thisMoment(c: AppContext): Record<string, string> {
  const { now, city, t } = c.var
  const { offset } = city.settings
  return { tanggal: dateOf(now, offset), jam: t.wallTime(minuteOfDay(now, offset)) }
}

/** The number in the path; 0, which no row has, for anything else. */
export function idIn(c: AppContext): number {
  const id = Number(c.req.param('id'))
  return Number.isSafeInteger(id) && id > 0 ? id : 0
}

/** From `?sebelum=1795500000000-12`; null where there is none or it is made up. */
export function settledBefore(c: AppContext): Settled | null {
  const [at, id] = (c.req.query('sebelum') ?? '').split('-').map(Number)
  return Number.isSafeInteger(at) && Number.isSafeInteger(id) && at && id ? { at, id } : null
}

/** Where the next page of what is settled begins. */
export function cursorAfter(at: Instant | null | undefined, id: number | undefined): string {
  return `sebelum=${at}-${id}`
}

/** Who wrote what into which register, by ids alone. */
export function logRegister(c: AppContext, did: string, id: number): void {
  console.log({ what: 'register', did, by: c.var.staff.id, id, request: c.var.requestId })
}
