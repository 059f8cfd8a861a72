import { Hono } from 'hono'
import { caseById } from '../../db/cases.ts'
import { answerRequest, requestById } from '../../db/data-requests.ts'
import { eraseComplaint } from '../../db/erasing.ts'
import { contextOf } from '../../db/run-command.ts'
import type { Refusal } from '../../domain/case/command.ts'
import { permitted } from '../../domain/case/decide.ts'
import { type NamedRequest, REQUEST_OUTCOMES } from '../../domain/people/registers.ts'
import { cleanText } from '../../domain/text/clean-text.ts'
import { type AppContext, type AppEnv, surroundings } from '../../http.ts'
import { enqueue } from '../../letters/enqueue.ts'
import { staffFormToken } from '../../middleware/same-origin.ts'
import { build, patterns } from '../../paths.ts'
import { deleteAttachment } from '../../storage/attachments.ts'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import { DataRequestPage, type Erasure } from '../../views/office/data-request.tsx'
import type { Words } from '../../words/words.ts'
import { frameOf } from '../desk/desk-page.tsx'
import { inForm } from '../field-names.ts'
import { typedValues } from '../public/form-errors.ts'
import {
  choiceOf,
  idIn,
  logRegister,
  momentOf,
  type Typed,
  textOf,
  thisMoment,
} from './register-fields.ts'
import { adminOnly } from './staff-rights.ts'

export const dataRequestPage = new Hono<AppEnv>()

dataRequestPage.get(patterns.dataRequest, adminOnly, async (c) => {
  const request = await requestById(c.var.db, idIn(c))
  return request ? page(c, request, { values: thisMoment(c), errors: [] }) : c.notFound()
})

/** What was answered once stays: a form sent twice changes nothing. */
dataRequestPage.post(patterns.dataRequest, adminOnly, async (c) => {
  const { db, staff } = c.var
  const request = await requestById(db, idIn(c))
  if (!request) return c.notFound()
  if (request.answeredAt !== null) return done(c, request, 'dijawab')
  const typed: Typed = { values: typedValues(await c.req.parseBody()), errors: [] }
  const given = {
    outcome: choiceOf(typed, 'hasil', REQUEST_OUTCOMES, c.var.t.registers.requests.outcomeMissing),
    answer: textOf(c.var.t, typed, 'jawaban', 1000),
    answeredAt: momentOf(c, typed, request.requestedAt),
    answeredBy: staff.id,
  }
  if (typed.errors.length > 0) return page(c, request, typed)
  await answerRequest(db, request.id, given)
  logRegister(c, 'request answered', request.id)
  return done(c, request, 'dijawab')
})

/**
 * Erases for somebody who holds no key, as they asked; the rules decide, the ledger records, and
 * the request is answered in the same batch.
 */
dataRequestPage.post(patterns.caseErase, adminOnly, async (c) => {
  const typed: Typed = { values: typedValues(await c.req.parseBody()), errors: [] }
  const request = await requestById(c.var.db, Number(typed.values.permintaan) || 0)
  const isThat = request?.reference === c.req.param('nomor') && request?.kind === 'erase'
  if (!request || !isThat) return c.notFound()
  if (request.answeredAt !== null) return done(c, request, 'dijawab')
  if (typed.values.yakin !== 'ya')
    typed.errors.push({ field: 'yakin', text: c.var.t.registers.requests.eraseUnsure })
  const reason = cleanText(typed.values.alasan ?? '')
  return typed.errors.length > 0 ? page(c, request, typed) : erased(c, request, typed, reason)
})

async function erased(c: AppContext, request: NamedRequest, typed: Typed, reason: string) {
  const { now, staff, db, t } = c.var
  const answer = { answeredAt: now, answeredBy: staff.id, outcome: 'done', answer: reason } as const
  const answered = () => [answerRequest(db, request.id, answer)]
  const s = surroundings(c, staff)
  const result = await eraseComplaint(s, request.complaintId, answered, reason)
  if (!result.ok) {
    const errors = result.conflict
      ? [{ field: null, text: t.registers.requests.conflict }]
      : [{ field: inForm('erase', result.refusal).field ?? null, text: whyNot(t, result.refusal) }]
    return page(c, request, { ...typed, errors })
  }
  c.executionCtx.waitUntil(enqueue(c.env, result.queued))
  await Promise.all(result.keys.map((key) => deleteAttachment(c.env.FILES, key)))
  logRegister(c, 'erased on request', request.id)
  return done(c, request, 'dihapus')
}

function done(c: AppContext, { id }: NamedRequest, news: string) {
  return c.redirect(`${build('dataRequest', { id })}?kabar=${news}`, 303)
}

function whyNot(t: Words, refusal: Refusal): string {
  return refusal.refused === 'wrong_state'
    ? t.registers.requests.eraseOpen
    : t.refusalText(inForm('erase', refusal))
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
  const context = contextOf(surroundings(c, c.var.staff), complaint)
  const refusal = permitted(complaint, 'erase', context)
  return refusal ? { allowed: false, why: whyNot(t, refusal) } : { allowed: true }
}

async function page(c: AppContext, request: NamedRequest, typed: Typed) {
  const { t } = c.var
  if (typed.errors.length > 0) c.status(422)
  const news = c.req.query('kabar') ?? ''
  return c.render(
    <DeskSolo
      t={t}
      title={t.registers.requests.title}
      {...(await frameOf(c))}
      failed={typed.errors.length > 0}
    >
      <DataRequestPage
        t={t}
        token={await staffFormToken(c)}
        now={c.var.now}
        request={request}
        erasure={await erasureOf(c, request)}
        typed={{ ...thisMoment(c), ...typed.values }}
        errors={typed.errors}
        said={
          Object.hasOwn(t.registers.requests.done, news)
            ? (t.registers.requests.done[news] ?? null)
            : null
        }
      />
    </DeskSolo>,
  )
}
