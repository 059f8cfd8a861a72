import { Hono } from 'hono'
import { complaintIdOf, recordRequest, requestRegister } from '../../db/data-requests.ts'
import { REQUEST_CHANNELS, REQUEST_KINDS } from '../../domain/people/registers.ts'
import { parseReference } from '../../domain/text/reference.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { staffFormToken } from '../../middleware/same-origin.ts'
import { build, patterns } from '../../paths.ts'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import { DataRequestsPage } from '../../views/office/data-requests.tsx'
import { frameOf } from '../desk/desk-page.tsx'
import { typedValues } from '../public/form-errors.ts'
import {
  choiceOf,
  cursorAfter,
  logRegister,
  momentOf,
  settledBefore,
  type Typed,
  textOf,
  thisMoment,
} from './register-fields.ts'
import { adminOnly } from './staff-rights.ts'

export const dataRequestPages = new Hono<AppEnv>()

dataRequestPages.get(patterns.dataRequests, adminOnly, (c) =>
  page(c, { values: thisMoment(c), errors: [] }),
)

/** Writes down what came by counter, phone or letter; its 72 hours run from when it came. */
dataRequestPages.post(patterns.dataRequests, adminOnly, async (c) => {
  const { db, staff } = c.var
  const typed: Typed = { values: typedValues(await c.req.parseBody()), errors: [] }
  const complaintId = await reportOf(c, typed)
  const request = {
    kind: choiceOf(typed, 'jenis', REQUEST_KINDS, c.var.t.registers.requests.kindMissing),
    channel: choiceOf(typed, 'kanal', REQUEST_CHANNELS, c.var.t.registers.requests.channelMissing),
    checked: textOf(c.var.t, typed, 'pemeriksaan', 300),
    requestedAt: momentOf(c, typed),
    recordedBy: staff.id,
  }
  if (complaintId === null || typed.errors.length > 0) return page(c, typed)
  const id = await recordRequest(db, { complaintId, ...request })
  logRegister(c, 'request recorded', id)
  return c.redirect(`${build('dataRequest', { id })}?kabar=dicatat`, 303)
})

async function reportOf(c: AppContext, { values, errors }: Typed): Promise<number | null> {
  const { t } = c.var
  const number = parseReference(values.nomor ?? '', c.var.city.settings.prefix)
  const id = number.ok ? await complaintIdOf(c.var.db, number.reference) : null
  if (id === null) errors.push({ field: 'nomor', text: t.registers.requests.referenceWrong })
  return id
}

/** Together with the reports they name, within the rows that a page may read. */
const OPEN = 50
const ANSWERED = 20

async function page(c: AppContext, typed: Typed) {
  const { t } = c.var
  const before = settledBefore(c)
  const found = await requestRegister(c.var.db, before, { open: OPEN + 1, answered: ANSWERED + 1 })
  const answered = found.answered.slice(0, ANSWERED)
  const last = answered.at(-1)
  const more = found.answered.length > ANSWERED
  if (typed.errors.length > 0) c.status(422)
  return c.render(
    <DeskSolo
      t={t}
      title={t.registers.requests.title}
      {...(await frameOf(c))}
      failed={typed.errors.length > 0}
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
        typed={typed.values}
        errors={typed.errors}
      />
    </DeskSolo>,
  )
}
