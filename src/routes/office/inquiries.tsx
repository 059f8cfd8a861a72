import { Hono } from 'hono'
import * as z from 'zod/mini'
import {
  answerInquiry,
  askAgency,
  type InquiryOutcome,
  LATE_CAP,
  remindAgency,
} from '../../db/inquiries.ts'
import {
  askEntries,
  askOpenQuestions,
  entryAt,
  type NamedEntry,
} from '../../db/oversight-entries.ts'
import { explanationsOwed } from '../../db/oversight-lists.ts'
import { type RawRow, toQueueRow } from '../../db/queue-rows.ts'
import { raw } from '../../db/raw.ts'
import { asked, oneTrip } from '../../db/trip.ts'
import { type Agency, agencyById, agencyBySlug, calendarOf } from '../../domain/city/city.ts'
import { holdsRole } from '../../domain/people/actor.ts'
import { asksFromOutside } from '../../domain/people/oversight.ts'
import { REASON_MIN, TEXT_MAX } from '../../domain/text/limits.ts'
import { explainBy } from '../../domain/time/explain-by.ts'
import { nextOpening } from '../../domain/time/quiet-hours.ts'
import { dateOf } from '../../domain/time/time.ts'
import { type Back, FRESH, refused } from '../../forms/answers.ts'
import { typed, words } from '../../forms/fields.ts'
import { readFields } from '../../forms/read.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { enqueue } from '../../letters/enqueue.ts'
import { staffFormToken } from '../../middleware/same-origin.ts'
import { build, patterns } from '../../paths.ts'
import { deskRows } from '../../sights/desk-rows.ts'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import { Inquiries, type SaidEntry } from '../../views/office/inquiries.tsx'
import { oversightSheet } from '../../views/styles/oversight-sheet.ts'
import { frameOf } from '../desk/desk-page.tsx'
import { ownText } from '../own-text.ts'
import { overseenOnly, oversightIn } from './oversight-guard.ts'
import { idIn } from './register-fields.ts'

export const inquiryPages = new Hono<AppEnv>()

const PAGE = 15
const CASES = 25

inquiryPages.get(patterns.inquiries, overseenOnly, async (c) => c.render(await page(c, FRESH)))

inquiryPages.post(patterns.inquiries, overseenOnly, async (c) => {
  const { t, staff, now } = c.var
  if (!asksFromOutside(staff, null, now)) return c.notFound()
  const refusals = t.inquiries.refused
  const read = await readFields(
    c,
    z.object({
      opd: typed((slug) => toAsk(c).find((one) => one.slug === slug)?.id ?? 0).check(
        z.refine((id) => id !== 0, refusals.agency),
      ),
      langkah: z.enum(['reminder', 'question'], refusals.kind),
      pesan: text(c),
    }),
  )
  if (!read.ok) return refused(c, { typed: read.posted.typed, errors: read.errors }, page)
  const { opd, langkah, pesan } = read.fields
  const say = langkah === 'reminder' ? remindAgency : askAgency
  const outcome = await say(around(c), opd, pesan)
  if (outcome.kind === 'done') return done(c, outcome, langkah)
  const errors = [{ field: 'pesan', text: refusals[langkah] }]
  return refused(c, { typed: read.posted.typed, errors }, page)
})

inquiryPages.post(patterns.inquiry, overseenOnly, async (c) => {
  const { db, staff, now, t } = c.var
  const entry = await entryAt(db, idIn(c))
  if (entry?.kind !== 'question' || !holdsRole(staff, 'head', now, entry.agencyId))
    return c.notFound()
  const field = answerField(entry.seq)
  const read = await readFields(c, z.object({ [field]: text(c) }))
  if (!read.ok) return refused(c, { typed: read.posted.typed, errors: read.errors }, page)
  const outcome = await answerInquiry(around(c), entry, read.fields[field] ?? '')
  if (outcome.kind === 'done') return done(c, outcome, 'answer')
  const errors = [{ field, text: t.inquiries.refused.answer }]
  return refused(c, { typed: read.posted.typed, errors }, page)
})

/** Several may wait on one page. */
function answerField(seq: number): string {
  return `penjelasan_${seq}`
}

function text({ var: { t } }: AppContext) {
  const { short, long } = t.inquiries.refused
  return words([REASON_MIN, short], [TEXT_MAX, long])
}

/** Whom they may remind and ask. */
function toAsk({ var: { city, staff, now } }: AppContext): Agency[] {
  return city.agencies.filter(({ id, active }) => active && asksFromOutside(staff, id, now))
}

function around({ var: { db, now, city, staff } }: AppContext) {
  const notBefore = nextOpening(now, 'staff', calendarOf(city))
  return { db, now, today: dateOf(now, city.settings.offset), by: staff, notBefore }
}

function done(
  c: AppContext,
  { queued }: Extract<InquiryOutcome, { kind: 'done' }>,
  news: 'reminder' | 'question' | 'answer',
) {
  c.executionCtx.waitUntil(enqueue(c.env, queued))
  return c.redirect(`${patterns.inquiries}?kabar=${news}`, 303)
}

async function page(c: AppContext, { typed, errors }: Back) {
  const { db, t, city, staff, now } = c.var
  const oversight = oversightIn(c)
  const own = oversight.city ? null : oversight.agencyIds
  const before = Number(c.req.query('sebelum')) || Number.MAX_SAFE_INTEGER
  const [open, past, cases] = await oneTrip(db, [
    askOpenQuestions(db, own),
    askEntries(db, before, ['reminder', 'question', 'answer'], own, PAGE + 1),
    asked([raw<RawRow>(db, explanationsOwed(own, CASES))], ([rows]) => rows as RawRow[]),
  ])
  const rows = past.slice(0, PAGE)
  const last = past.length > PAGE ? rows.at(-1) : undefined
  return (
    <DeskSolo
      t={t}
      title={t.inquiries.title}
      {...(await frameOf(c))}
      sheet={oversightSheet}
      failed={errors.length > 0}
    >
      <Inquiries
        t={t}
        city={oversight.city}
        token={await staffFormToken(c)}
        said={ownText(t.inquiries.done, c.req.query('kabar')) ?? null}
        today={dateOf(now, city.settings.offset)}
        owed={open.map((entry) => ({
          ...saidIn(c, entry),
          due: explainBy(entry.at, city.clockRules, calendarOf(city, entry.agencyId)),
          answer: holdsRole(staff, 'head', now, entry.agencyId)
            ? { action: build('inquiry', { id: entry.seq }), field: answerField(entry.seq) }
            : null,
        }))}
        cases={deskRows(cases.map(toQueueRow), staff, city, now)}
        agencies={asksFromOutside(staff, null, now) ? toAsk(c) : null}
        chosen={typed.opd ?? agencyBySlug(city, c.req.query('opd') ?? '')?.slug ?? ''}
        past={rows.map((entry) => saidIn(c, entry))}
        first={before === Number.MAX_SAFE_INTEGER ? null : patterns.inquiries}
        next={last ? `${patterns.inquiries}?sebelum=${last.seq}` : null}
        typed={typed}
        errors={errors}
      />
    </DeskSolo>
  )
}

function saidIn({ var: { t, city } }: AppContext, entry: NamedEntry): SaidEntry {
  const agency = agencyById(city, entry.agencyId)?.shortName ?? ''
  const { late = 0 } = JSON.parse(entry.facts) as { late?: number }
  const kind = entry.kind === 'answer' || entry.kind === 'reminder' ? entry.kind : 'question'
  return {
    at: entry.at,
    what: t.inquiries.did[kind](entry.name ?? t.caseWords.someone, agency),
    words: entry.words ?? '',
    late: late === 0 ? null : late > LATE_CAP ? `${t.number(LATE_CAP, 0)}+` : t.number(late, 0),
  }
}
