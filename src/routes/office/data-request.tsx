import { Hono } from 'hono'
import * as z from 'zod/mini'
import { caseById } from '../../db/cases.ts'
import { answerRequest, requestById } from '../../db/data-requests.ts'
import { eraseComplaint } from '../../db/erasing.ts'
import type { Refusal } from '../../domain/case/command.ts'
import { permitted } from '../../domain/case/decide.ts'
import { contextOf } from '../../domain/city/rule-context.ts'
import { type NamedRequest, REQUEST_OUTCOMES } from '../../domain/people/registers.ts'
import type { Instant } from '../../domain/time/time.ts'
import { type Back, FRESH, refused } from '../../forms/answers.ts'
import type { FieldError } from '../../forms/field-error.ts'
import { type FieldsOf, fieldOf, refusalError } from '../../forms/field-of.ts'
import { choice, sure } from '../../forms/fields.ts'
import { type Posted, readFields, readForm } from '../../forms/read.ts'
import { type AppContext, type AppEnv, surroundings } from '../../http.ts'
import { enqueue } from '../../letters/enqueue.ts'
import { staffFormToken } from '../../middleware/same-origin.ts'
import { build, patterns } from '../../paths.ts'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import { DataRequestPage, type Erasure } from '../../views/office/data-request.tsx'
import type { Words } from '../../words/words.ts'
import { frameOf } from '../desk/desk-page.tsx'
import { idIn, logRegister, momentFields, registerText, thisMoment } from './register-fields.ts'
import { adminOnly } from './staff-rights.ts'

export const dataRequestPage = new Hono<AppEnv>()

dataRequestPage.get(patterns.dataRequest, adminOnly, async (c) => {
  const request = await requestById(c.var.db, idIn(c))
  return request ? c.render(await page(c, request, FRESH)) : c.notFound()
})

function answerFields(c: AppContext, since: Instant) {
  const { outcomeMissing } = c.var.t.registers.requests
  const answer = z.object({
    hasil: choice(REQUEST_OUTCOMES, outcomeMissing),
    jawaban: registerText(c.var.t, 1000),
  })
  return z.intersection(answer, momentFields(c, since))
}

/** What was answered once stays: a form sent twice changes nothing. */
dataRequestPage.post(patterns.dataRequest, adminOnly, async (c) => {
  const { db, staff } = c.var
  const request = await requestById(db, idIn(c))
  if (!request) return c.notFound()
  if (request.answeredAt !== null) return done(c, request, 'dijawab')
  const read = await readFields(c, answerFields(c, request.requestedAt))
  if (!read.ok) return again(c, request, read.posted, read.errors)
  const { hasil: outcome, jawaban: answer, at: answeredAt } = read.fields
  await answerRequest(db, request.id, { outcome, answer, answeredAt, answeredBy: staff.id })
  logRegister(c, 'request answered', request.id)
  return done(c, request, 'dijawab')
})

const ERASURE: FieldsOf = { alasan: 'reason' }

/** For somebody who holds no key; the request is answered in the same batch. */
dataRequestPage.post(patterns.caseErase, adminOnly, async (c) => {
  const posted = await readForm(c)
  const request = await requestById(c.var.db, Number(posted.typed.permintaan) || 0)
  const isThat = request?.reference === c.req.param('nomor') && request?.kind === 'erase'
  if (!request || !isThat) return c.notFound()
  if (request.answeredAt !== null) return done(c, request, 'dijawab')
  const fields = z.object({ yakin: sure(c.var.t.registers.requests.eraseUnsure) })
  const read = await readFields(c, fields)
  return read.ok ? erased(c, request, posted) : again(c, request, posted, read.errors)
})

function again(c: AppContext, request: NamedRequest, { typed }: Posted, errors: FieldError[]) {
  return refused(c, { typed, errors }, (_, back) => page(c, request, back))
}

async function erased(c: AppContext, request: NamedRequest, posted: Posted) {
  const { now, staff, db, t } = c.var
  const reason = posted.text('alasan')
  const answer = { answeredAt: now, answeredBy: staff.id, outcome: 'done', answer: reason } as const
  const answered = () => [answerRequest(db, request.id, answer)]
  const s = surroundings(c, staff)
  const result = await eraseComplaint(s, request.complaintId, answered, reason)
  if (!result.ok) {
    const errors = result.conflict
      ? [{ field: null, text: t.registers.requests.conflict }]
      : [{ field: fieldOf(ERASURE, result.refusal.field), text: whyNot(t, result.refusal) }]
    return again(c, request, posted, errors)
  }
  c.executionCtx.waitUntil(enqueue(c.env, result.queued))
  const { finishErasure } = await import('../../db/erased-outside.ts')
  await finishErasure(c.env, request.complaintId, result.keys, now)
  logRegister(c, 'erased on request', request.id)
  return done(c, request, 'dihapus')
}

function done(c: AppContext, { id }: NamedRequest, news: string) {
  return c.redirect(`${build('dataRequest', { id })}?kabar=${news}`, 303)
}

function whyNot(t: Words, refusal: Refusal): string {
  return refusal.refused === 'wrong_state'
    ? t.registers.requests.eraseOpen
    : refusalError(t, ERASURE, refusal).text
}

/** Whether the rules let this administrator erase, and if not, why; null where it was not asked. */
async function erasureOf(c: AppContext, request: NamedRequest): Promise<Erasure | null> {
  const { t } = c.var
  if (request.kind !== 'erase' || request.answeredAt !== null) return null
  const found = await caseById(c.var.db, request.complaintId)
  if (!found) return null
  const { complaint } = found
  if (complaint.erased) return { allowed: false, why: t.registers.requests.erased }
  if (complaint.hasKeyHolder) return { allowed: false, why: t.registers.requests.eraseByKey }
  const context = contextOf(surroundings(c, c.var.staff))
  const refusal = permitted(complaint, 'erase', context)
  return refusal ? { allowed: false, why: whyNot(t, refusal) } : { allowed: true }
}

async function page(c: AppContext, request: NamedRequest, { typed, errors }: Back) {
  const { t } = c.var
  const news = c.req.query('kabar') ?? ''
  return (
    <DeskSolo
      t={t}
      title={t.registers.requests.title}
      {...(await frameOf(c))}
      failed={errors.length > 0}
    >
      <DataRequestPage
        t={t}
        token={await staffFormToken(c)}
        now={c.var.now}
        request={request}
        erasure={await erasureOf(c, request)}
        typed={{ ...thisMoment(c), ...typed }}
        errors={errors}
        said={
          Object.hasOwn(t.registers.requests.done, news)
            ? (t.registers.requests.done[news] ?? null)
            : null
        }
      />
    </DeskSolo>
  )
}
