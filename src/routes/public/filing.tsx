import { Hono } from 'hono'
import { rememberFiling } from '../../auth/filed-here.ts'
import { hasSession, openSession } from '../../auth/reporter-session.ts'
import type { Channel } from '../../domain/case/complaint.ts'
import { agencyLed, calendarOf, categoryById } from '../../domain/city/city.ts'
import { noticesOn } from '../../domain/city/notices.ts'
import { closedSentence, isOpen } from '../../domain/city/opening.ts'
import { addWorkingDays, dayZero } from '../../domain/time/calendar.ts'
import { ruleFor } from '../../domain/time/clock-rules.ts'
import { dateOf } from '../../domain/time/time.ts'
import { type Back, overtaken, refused } from '../../forms/answers.ts'
import type { FieldError } from '../../forms/field-error.ts'
import { refusalError } from '../../forms/field-of.ts'
import { readFields, type Typed } from '../../forms/read.ts'
import { type AppContext, type AppEnv, surroundings } from '../../http.ts'
import { late } from '../../late.ts'
import { enqueue } from '../../letters/enqueue.ts'
import { limitOf } from '../../middleware/limits.ts'
import { refuse } from '../../middleware/refuse.ts'
import { build, patterns } from '../../paths.ts'
import { ReportForm, type Same } from '../../views/public/report-form.tsx'
import { newToken, tokenOf } from '../filing-token.ts'
import { formScript } from './answer-script.ts'
import { receiptPage } from './receipt.tsx'
import { catalogOf, siteOf } from './site.ts'

export const filing = new Hono<AppEnv>()

const fieldsOf = late(() => import('./filing-fields.ts'))
const writer = late(() => import('../../db/filing.ts'))

filing.get(patterns.report, async (c) => {
  const { city, t } = c.var
  if (isOpen(city.settings)) return c.render(formPage(c, { typed: startingValues(c), errors: [] }))
  const { ClosedForm } = await import('../../views/public/closed-form.tsx')
  return c.render(<ClosedForm t={t} settings={city.settings} />)
})

/** Files once, answers with the receipt itself: safe to send again (docs/data.md, Filing once). */
filing.post(patterns.report, async (c) => {
  const { t, city, now } = c.var
  const { FILING, filingFields, toFiling } = await fieldsOf()
  const { fileOnce } = await writer()
  const read = await readFields(c, filingFields(t, city, now))
  const back = (errors: FieldError[]) => ({ typed: read.posted.typed, errors })
  if (!read.ok) return onlyOpen(c) ?? refused(c, back(read.errors), formPage)
  const form = toFiling(read.fields, city, channelOf(read.posted.typed.dari))
  const asksIfSame = !read.posted.has('lagi')
  const s = surroundings(c, { kind: 'reporter' })
  const onlyKnown = !isOpen(city.settings)
  const filed = await fileOnce(s, c.env, { ...form, asksIfSame, onlyKnown }, limitOf(c, 'filing'))
  if (filed.kind === 'closed') return refuseClosed(c)
  if (filed.kind !== 'filed' && filed.kind !== 'left') onlyOpen(c)
  if (filed.kind === 'no_token')
    return refused(c, back([{ field: null, text: t.filingErrors.tokenLost }]), formPage)
  if (filed.kind === 'refused')
    return refused(c, back([refusalError(t, FILING, filed.refusal)]), formPage)
  if (filed.kind === 'other_fields') return overtaken(c, back([]), formPage)
  if (filed.kind === 'old')
    return overtaken(c, back([{ field: null, text: t.filingErrors.old }]), formPage)
  if (filed.kind === 'same') return askIfSame(c, read.posted.typed, filed.reference)
  if (filed.kind === 'left') return c.redirect(build('statusLink', { nomor: filed.reference }), 303)
  const { reference } = filed.found.complaint
  await openSession(c, reference)
  rememberFiling(c, reference, form.token)
  c.executionCtx.waitUntil(enqueue(c.env, filed.queued))
  return c.render(
    await receiptPage(c, filed.found, {
      promise: filed.promise,
      key: filed.key,
      given: form.identity,
      light: true,
    }),
  )
})

/** A form that comes back needs one that is open; else its words come back as those of a fault do. */
function onlyOpen(c: AppContext): null {
  return isOpen(c.var.city.settings) ? null : refuseClosed(c)
}

function refuseClosed({ var: { t, city } }: AppContext): never {
  return refuse(503, `${closedSentence(city.settings) || t.form.closed} ${t.form.notSaved}`)
}

/** The form comes back with its token and a mark that whoever sends it once more was asked. */
async function askIfSame(c: AppContext, typed: Typed, nomor: string) {
  const receiptHref = (await hasSession(c, nomor)) ? build('statusReceipt', { nomor }) : null
  c.status(409)
  return c.render(formPage(c, { typed, errors: [], same: { receiptHref } }))
}

/** An agency's frame names the agency and itself; what is odd in an address is left out. */
function startingValues(c: AppContext): Typed {
  const agency = agencyLed(c.var.city, c.req.query('opd') ?? '')
  const dari = c.req.query('dari')
  return {
    ...(agency?.active ? { opd: String(agency.id) } : {}),
    ...(channelOf(dari) === 'web' ? {} : { dari }),
  }
}

const FROM = ['widget'] as const satisfies readonly Channel[]

function channelOf(dari?: string): Channel {
  return FROM.find((channel) => channel === dari) ?? 'web'
}

/** A form that comes back keeps its token, so that it still counts once; not for other words. */
function formPage(c: AppContext, { typed, errors, overtaken, same }: Back & { same?: Same }) {
  const { t, now, city } = c.var
  const today = dateOf(now, city.settings.offset)
  return (
    <ReportForm
      t={t}
      site={siteOf(city)}
      action={patterns.report}
      token={overtaken ? newToken(c) : tokenOf(c, typed)}
      values={typed}
      errors={errors}
      catalog={catalogOf(city, { t, on: today })}
      verifyBy={t.longDate(verifyBy(c))}
      today={today}
      notices={noticesOn(city, today).map(({ text, categoryId }) => ({
        text,
        category: categoryById(city, categoryId)?.name ?? null,
      }))}
      again={overtaken === true && errors.length === 0}
      same={same}
      script={formScript(c)}
    />
  )
}

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
