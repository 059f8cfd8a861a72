import { Hono } from 'hono'
import * as z from 'zod/mini'
import { complaintIdOf, recordRequest, requestRegister } from '../../db/data-requests.ts'
import { REQUEST_CHANNELS, REQUEST_KINDS } from '../../domain/people/registers.ts'
import { typedReference } from '../../domain/text/reference.ts'
import { type Back, refused } from '../../forms/answers.ts'
import { choice, typed } from '../../forms/fields.ts'
import { readFields, readForm } from '../../forms/read.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { staffFormToken } from '../../middleware/same-origin.ts'
import { build, patterns } from '../../paths.ts'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import { DataRequestsPage } from '../../views/office/data-requests.tsx'
import { frameOf } from '../desk/desk-page.tsx'
import {
  cursorAfter,
  logRegister,
  momentFields,
  registerText,
  settledBefore,
  thisMoment,
} from './register-fields.ts'
import { adminOnly } from './staff-rights.ts'

export const dataRequestPages = new Hono<AppEnv>()

dataRequestPages.get(patterns.dataRequests, adminOnly, async (c) =>
  c.render(await page(c, { typed: thisMoment(c), errors: [] })),
)

/** `complaintId`: of the report whose number was typed; null where there is none. */
function fields(c: AppContext, complaintId: number | null) {
  const { kindMissing, channelMissing, referenceWrong } = c.var.t.registers.requests
  const request = z.object({
    nomor: z.pipe(
      typed(() => complaintId),
      z.number(referenceWrong),
    ),
    jenis: choice(REQUEST_KINDS, kindMissing),
    kanal: choice(REQUEST_CHANNELS, channelMissing),
    pemeriksaan: registerText(c.var.t, 300),
  })
  return z.intersection(request, momentFields(c))
}

/** Writes down what came by counter, phone or letter; its 72 hours run from when it came. */
dataRequestPages.post(patterns.dataRequests, adminOnly, async (c) => {
  const { db, staff } = c.var
  const { typed } = await readForm(c)
  const read = await readFields(c, fields(c, await reportUnder(c, typed.nomor)))
  if (!read.ok) return refused(c, { typed, errors: read.errors }, page)
  const { nomor: complaintId, jenis: kind, kanal: channel, pemeriksaan, at } = read.fields
  const request = { complaintId, kind, channel, checked: pemeriksaan, requestedAt: at }
  const id = await recordRequest(db, { ...request, recordedBy: staff.id })
  logRegister(c, 'request recorded', id)
  return c.redirect(`${build('dataRequest', { id })}?kabar=dicatat`, 303)
})

async function reportUnder({ var: { db, city } }: AppContext, typed = ''): Promise<number | null> {
  const number = typedReference(typed, city.settings.prefix)
  return number.ok ? complaintIdOf(db, number.reference) : null
}

/** Together with the reports they name, within the rows that a page may read. */
const OPEN = 50
const ANSWERED = 20

async function page(c: AppContext, { typed, errors }: Back) {
  const { t } = c.var
  const before = settledBefore(c)
  const found = await requestRegister(c.var.db, before, { open: OPEN + 1, answered: ANSWERED + 1 })
  const answered = found.answered.slice(0, ANSWERED)
  const last = answered.at(-1)
  const more = found.answered.length > ANSWERED
  return (
    <DeskSolo
      t={t}
      title={t.registers.requests.title}
      {...(await frameOf(c))}
      failed={errors.length > 0}
    >
      <DataRequestsPage
        t={t}
        token={await staffFormToken(c)}
        now={c.var.now}
        open={found.open.slice(0, OPEN)}
        moreOpen={found.open.length > OPEN}
        answered={answered}
        first={before ? patterns.dataRequests : null}
        next={more ? `${patterns.dataRequests}?${cursorAfter(last?.answeredAt, last?.id)}` : null}
        typed={typed}
        errors={errors}
      />
    </DeskSolo>
  )
}
