import * as z from 'zod/mini'
import type { Settled } from '../../db/data-requests.ts'
import { plainTyped } from '../../domain/text/plain-typed.ts'
import { dateOf, type Instant, instantAt, minuteOfDay } from '../../domain/time/time.ts'
import { readDate } from '../../domain/time/typed-date.ts'
import { typed, words } from '../../forms/fields.ts'
import type { Typed } from '../../forms/read.ts'
import type { AppContext } from '../../http.ts'
import type { Words } from '../../words/words.ts'

export function registerText(t: Words, most: number) {
  return words([3, t.registers.missing], [most, t.registers.tooLong(most)])
}

const TIME = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/

/** The instant of `tanggal` and `jam`, not after now and not before `since`. */
export function momentFields(c: AppContext, since: Instant = Number.NEGATIVE_INFINITY) {
  const { now, city, t } = c.var
  const day = z.string(t.registers.dateWrong)
  const time = z.string(t.registers.timeWrong).check(z.regex(TIME, t.registers.timeWrong))
  const sent = z.object({
    tanggal: z.pipe(typed(readDate), day),
    jam: z.pipe(z.pipe(typed(plainTyped), time), z.transform(minuteOf)),
  })
  const taken = ({ tanggal, jam }: z.output<typeof sent>, ctx: z.core.ParsePayload) => {
    const at = instantAt(tanggal, jam, city.settings.offset)
    const fault = (message: string) =>
      ctx.issues.push({ code: 'custom', path: ['tanggal'], message, input: tanggal })
    if (at > now) fault(t.registers.inFuture)
    // the form knows minutes, the register milliseconds
    if (at < since - 60_000) fault(t.registers.tooEarly(t.moment(since)))
    return { at: Math.max(at, since) }
  }
  return z.pipe(sent, z.transform(taken))
}

function minuteOf(time: string): number {
  const [, hours, minutes] = TIME.exec(time) ?? []
  return 60 * Number(hours) + Number(minutes)
}

export function thisMoment(c: AppContext): Typed {
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

export function cursorAfter(at: Instant | null | undefined, id: number | undefined): string {
  return `sebelum=${at}-${id}`
}

/** Who wrote what into which register, by ids alone. */
export function logRegister(c: AppContext, did: string, id: number): void {
  console.log({ what: 'register', did, by: c.var.staff.id, id, request: c.var.requestId })
}
