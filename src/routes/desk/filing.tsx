import { Hono } from 'hono'
import { type Filing, fileOnce } from '../../db/filing.ts'
import { cleanLine } from '../../domain/text/clean-text.ts'
import { dateOf } from '../../domain/time/time.ts'
import { type AppContext, type AppEnv, surroundings } from '../../http.ts'
import { enqueue } from '../../letters/enqueue.ts'
import { staffFormToken } from '../../middleware/same-origin.ts'
import { build, patterns } from '../../paths.ts'
import { randomBytes } from '../../random.ts'
import { mintToken, parseToken } from '../../seal/form-token.ts'
import { mayOpen } from '../../sights/viewer.ts'
import type { FieldError } from '../../views/components/parts.tsx'
import { FilingForm, STAFF_CHANNELS } from '../../views/desk/filing.tsx'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import { filingFields, toFiling } from '../public/filing-fields.ts'
import { fieldErrors, refusalErrors, typedValues } from '../public/form-errors.ts'
import { receiptPage } from '../public/receipt.tsx'
import { catalogOf } from '../public/site.ts'
import { frameOf } from './desk-page.tsx'
import { mayFile } from './views-of.ts'

export const staffFiling = new Hono<AppEnv>()

staffFiling.get(patterns.staffFile, (c) =>
  mayFile(c.var.staff, c.var.now) ? page(c, {}, []) : c.notFound(),
)

/** Files for somebody at the counter, on the phone or by letter, and answers with the receipt to print. */
staffFiling.post(patterns.staffFile, async (c) => {
  if (!mayFile(c.var.staff, c.var.now)) return c.notFound()
  const typed = typedValues(await c.req.parseBody({ all: true }))
  const parsed = filingFields(c.var.t, c.var.city, c.var.now).safeParse(typed)
  if (!parsed.success) return again(c, typed, fieldErrors(parsed.error))
  const channel = STAFF_CHANNELS.find((one) => one === typed.kanal)
  if (!channel)
    return again(c, typed, [{ field: 'kanal', text: c.var.t.deskForms.filing.channelMissing }])
  const form = withDesk(toFiling(parsed.data, c.var.city, channel), typed)
  if (!form.token) return again(c, typed, [{ field: null, text: c.var.t.filingErrors.tokenLost }])
  const filed = await fileOnce(surroundings(c, c.var.staff), c.env, form)
  if (filed.kind === 'refused')
    return again(c, typed, refusalErrors(c.var.t, 'file', filed.refusal))
  if (filed.kind === 'wait') throw new Error('the counter is never made to wait')
  if (filed.kind === 'other_fields') {
    c.status(409)
    return page(c, { ...typed, kiriman: '' }, [], true)
  }
  c.executionCtx.waitUntil(enqueue(c.env, filed.queued))
  const key = form.command.hasKeyHolder ? filed.key : null
  const { complaint } = filed.found
  const caseHref = mayOpen(c.var.staff, complaint, c.var.now)
    ? build('caseFile', { nomor: complaint.reference })
    : null
  const willMail = form.identity.email !== null
  return c.render(await receiptPage(c, filed.found, { key, willMail, desk: { caseHref } }))
})

function withDesk(form: Filing, typed: Record<string, string>): Filing {
  return {
    ...form,
    command: { ...form.command, hasKeyHolder: typed.pemegang !== 'tidak' },
    words: { ...form.words, laporNumber: cleanLine(typed.nomor_lapor ?? '').slice(0, 40) || null },
  }
}

function again(c: AppContext, typed: Record<string, string>, errors: FieldError[]) {
  c.status(422)
  return page(c, typed, errors)
}

async function page(
  c: AppContext,
  typed: Record<string, string>,
  errors: FieldError[],
  asked = false,
) {
  const { t } = c.var
  return c.render(
    <DeskSolo
      t={t}
      title={t.deskForms.filing.title}
      {...(await frameOf(c))}
      failed={errors.length > 0}
    >
      <FilingForm
        t={t}
        session={await staffFormToken(c)}
        token={parseToken(typed.kiriman ?? '') ?? mintToken(randomBytes)}
        typed={typed}
        errors={errors}
        catalog={catalogOf(c.var.city)}
        today={dateOf(c.var.now, c.var.city.settings.offset)}
        asked={asked}
      />
    </DeskSolo>,
  )
}
