import { Hono } from 'hono'
import { openSession } from '../../auth/reporter-session.ts'
import { fileOnce } from '../../db/filing.ts'
import type { Channel } from '../../domain/case/complaint.ts'
import { agencyBySlug, calendarOf } from '../../domain/city/city.ts'
import { addWorkingDays, dayZero } from '../../domain/time/calendar.ts'
import { ruleFor } from '../../domain/time/clock-rules.ts'
import { dateOf } from '../../domain/time/time.ts'
import { type AppContext, type AppEnv, surroundings } from '../../http.ts'
import { enqueue } from '../../letters/enqueue.ts'
import { limitFiling } from '../../middleware/limits.ts'
import { patterns } from '../../paths.ts'
import { randomBytes } from '../../random.ts'
import { mintToken, parseToken } from '../../seal/form-token.ts'
import type { FieldError } from '../../views/components/parts.tsx'
import { type FormValues, ReportForm } from '../../views/public/report-form.tsx'
import { filingFields, toFiling } from './filing-fields.ts'
import { fieldErrors, refusalErrors, typedValues } from './form-errors.ts'
import { receiptPage } from './receipt.tsx'
import { catalogOf, siteOf } from './site.ts'

export const filing = new Hono<AppEnv>()

filing.get(patterns.report, (c) => c.render(formPage(c, startingValues(c), [])))

/** Files once, answers with the receipt itself: safe to send again (docs/data.md, Filing once). */
filing.post(patterns.report, async (c) => {
  const values = typedValues(await c.req.parseBody({ all: true }))
  const parsed = filingFields(c.var.t, c.var.city, c.var.now).safeParse(values)
  if (!parsed.success) return again(c, values, fieldErrors(parsed.error))
  const form = toFiling(parsed.data, c.var.city, channelOf(values.dari))
  if (!form.token)
    return again(c, values, [{ field: null, text: c.var.t.filingErrors.tokenLost }], true)
  const hold = () => limitFiling(c)
  const filed = await fileOnce(surroundings(c, { kind: 'reporter' }), c.env, form, hold)
  if (filed.kind === 'refused')
    return again(c, values, refusalErrors(c.var.t, 'file', filed.refusal))
  if (filed.kind === 'wait') return later(c, values, filed.seconds)
  if (filed.kind === 'other_fields') {
    c.status(409)
    return c.render(formPage(c, values, [], { again: true }))
  }
  await openSession(c, filed.found.complaint.reference)
  c.executionCtx.waitUntil(enqueue(c.env, filed.queued))
  return c.render(
    await receiptPage(c, filed.found, {
      key: filed.key,
      willMail: form.identity.email !== null,
      light: true,
    }),
  )
})

/** An agency's frame names the agency and itself; what is odd in an address is left out. */
function startingValues(c: AppContext): FormValues {
  const agency = agencyBySlug(c.var.city, c.req.query('opd') ?? '')
  const dari = c.req.query('dari')
  return {
    ...(agency?.active ? { opd: String(agency.id) } : {}),
    ...(channelOf(dari) === 'web' ? {} : { dari }),
  }
}

/** Channels that a form may say it was opened by. */
const FROM = ['widget'] as const satisfies readonly Channel[]

function channelOf(dari?: string): Channel {
  return FROM.find((channel) => channel === dari) ?? 'web'
}

/** The form as it was typed, with what is to be mended; the token stays, so that it still counts once. */
function again(
  c: AppContext,
  values: Record<string, string>,
  errors: FieldError[],
  newToken = false,
) {
  c.status(422)
  return c.render(formPage(c, values, errors, { keep: newToken ? undefined : values.kiriman }))
}

/** Too many reports from one place: what was typed stays, and so does the form's token. */
function later(c: AppContext, values: Record<string, string>, seconds: number) {
  const { t } = c.var
  c.status(429)
  c.header('Retry-After', String(seconds))
  const text = t.filingErrors.tooMany(Math.ceil(seconds / 60))
  return c.render(formPage(c, values, [{ field: null, text }], { keep: values.kiriman }))
}

function formPage(
  c: AppContext,
  values: FormValues,
  errors: FieldError[],
  { again = false, keep }: { again?: boolean; keep?: string } = {},
) {
  const { t } = c.var
  return (
    <ReportForm
      t={t}
      site={siteOf(c.var.city)}
      action={patterns.report}
      token={parseToken(keep ?? '') ?? mintToken(randomBytes)}
      values={values}
      errors={errors}
      catalog={catalogOf(c.var.city)}
      verifyBy={t.longDate(verifyBy(c))}
      today={dateOf(c.var.now, c.var.city.settings.offset)}
      again={again}
    />
  )
}

/** The day by which a report filed now is verified. */
function verifyBy({ var: { city, now } }: AppContext): string {
  const calendar = calendarOf(city)
  const from = dayZero(now, calendar)
  const { length } = ruleFor(
    city.clockRules,
    'verify',
    { class: 'complaint', supervisory: false },
    from,
  )
  return addWorkingDays(from, length, calendar).day
}
