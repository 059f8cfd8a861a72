import { Hono } from 'hono'
import * as z from 'zod/mini'
import { type Filing, fileOnce } from '../../db/filing.ts'
import { isStaffMailbox } from '../../db/staff-mailbox.ts'
import { type Channel, isTest } from '../../domain/case/complaint.ts'
import { holdsRole } from '../../domain/people/actor.ts'
import { contactFrom } from '../../domain/people/contact.ts'
import { cleanLine } from '../../domain/text/clean-text.ts'
import { dateOf } from '../../domain/time/time.ts'
import { type Back, FRESH, overtaken, refused } from '../../forms/answers.ts'
import type { FieldError } from '../../forms/field-error.ts'
import { refusalError } from '../../forms/field-of.ts'
import { choice } from '../../forms/fields.ts'
import { readFields, type Typed } from '../../forms/read.ts'
import { unlisted } from '../../forms/unlisted.ts'
import { type AppContext, type AppEnv, surroundings } from '../../http.ts'
import { enqueue } from '../../letters/enqueue.ts'
import { staffFormToken } from '../../middleware/same-origin.ts'
import { build, patterns } from '../../paths.ts'
import { mayOpen } from '../../sights/viewer.ts'
import { ADMIN_CHANNELS, FilingForm, STAFF_CHANNELS } from '../../views/desk/filing.tsx'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import { newToken, tokenOf } from '../filing-token.ts'
import { FILING, filingFields, toFiling } from '../public/filing-fields.ts'
import { receiptPage } from '../public/receipt.tsx'
import { catalogOf } from '../public/site.ts'
import { frameOf } from './desk-page.tsx'
import { mayFile } from './views-of.ts'

export const staffFiling = new Hono<AppEnv>()

staffFiling.get(patterns.staffFile, async (c) =>
  mayFile(c.var.staff, c.var.now) ? c.render(await page(c, FRESH)) : c.notFound(),
)

/** Files for somebody at the counter, on the phone or by letter, and answers with the receipt to print. */
staffFiling.post(patterns.staffFile, async (c) => {
  if (!mayFile(c.var.staff, c.var.now)) return c.notFound()
  const { t, city, now } = c.var
  const { filing } = t.deskForms
  const kanal = choice(channelsOf(c), filing.channelMissing)
  const read = await readFields(c, z.extend(filingFields(t, city, now), { kanal }))
  const { typed } = read.posted
  const errors = read.ok ? [] : read.errors
  errors.push(...unlisted(read.posted, { pemegang: ['ya', 'tidak'] }, t.deskForms.unlisted))
  if (await isOfStaff(c, typed)) errors.push({ field: 'kontak_email', text: filing.staffAddress })
  const again = (errors: FieldError[]) => refused(c, { typed, errors }, page)
  if (!read.ok || errors.length > 0) return again(errors)
  const form = withDesk(c, toFiling(read.fields, city, read.fields.kanal), typed)
  const filed = await fileOnce(surroundings(c, c.var.staff), c.env, form)
  if (filed.kind === 'no_token') return again([{ field: null, text: t.filingErrors.tokenLost }])
  if (filed.kind === 'refused') return again([refusalError(t, FILING, filed.refusal)])
  if (filed.kind === 'old')
    return overtaken(c, { typed, errors: [{ field: null, text: t.filingErrors.old }] }, page)
  if (filed.kind !== 'filed') return overtaken(c, { typed, errors: [] }, page)
  c.executionCtx.waitUntil(enqueue(c.env, filed.queued))
  const key = form.command.hasKeyHolder ? filed.key : null
  const { complaint } = filed.found
  const caseHref = mayOpen(c.var.staff, complaint, c.var.now)
    ? build('caseFile', { nomor: complaint.reference })
    : null
  const given = form.identity
  return c.render(await receiptPage(c, filed.found, { key, given, desk: { caseHref } }))
})

/** Letters there would let whoever files act as the reporter. */
async function isOfStaff(c: AppContext, typed: Typed): Promise<boolean> {
  const { kontak_email: email = '', kontak_telepon: phone = '' } = typed
  const address = contactFrom({ email, phone }).email
  return address !== null && (await isStaffMailbox(c.var.db, address))
}

/** What does not count is not for whoever could hide a person's report in it. */
function channelsOf({ var: { staff, now } }: AppContext): Channels {
  return holdsRole(staff, 'admin', now) ? ADMIN_CHANNELS : STAFF_CHANNELS
}

type Channels = readonly [Channel, ...Channel[]]

function withDesk({ var: { t } }: AppContext, form: Filing, typed: Typed): Filing {
  const { title } = form.words
  return {
    ...form,
    command: { ...form.command, hasKeyHolder: typed.pemegang !== 'tidak' },
    words: {
      ...form.words,
      title: isTest(form.command) ? t.deskForms.filing.testTitle(title) : title,
      laporNumber: cleanLine(typed.nomor_lapor ?? '').slice(0, 40) || null,
    },
  }
}

async function page(c: AppContext, { typed, errors, overtaken }: Back) {
  const { t } = c.var
  return (
    <DeskSolo
      t={t}
      title={t.deskForms.filing.title}
      {...(await frameOf(c))}
      failed={errors.length > 0}
    >
      <FilingForm
        t={t}
        session={await staffFormToken(c)}
        token={overtaken ? newToken(c) : tokenOf(c, typed)}
        typed={typed}
        errors={errors}
        channels={channelsOf(c)}
        catalog={catalogOf(c.var.city)}
        today={dateOf(c.var.now, c.var.city.settings.offset)}
        asked={overtaken === true && errors.length === 0}
      />
    </DeskSolo>
  )
}
