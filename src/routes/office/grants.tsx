import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { type CityAsk, cityAskById, waitingAskById, waitingAsks } from '../../db/city-asks.ts'
import { waitingEmailOf, waitingEmails } from '../../db/email-changes.ts'
import { rightsBefore } from '../../db/rights-log.ts'
import {
  grantById,
  type NamedGrant,
  settleGrant,
  waitingGrants,
  waitingOf,
} from '../../db/role-grants.ts'
import { waitingResetById, waitingResetOf, waitingResets } from '../../db/second-resets.ts'
import { settleCityAsk } from '../../db/settle-city-ask.ts'
import { staffPerson } from '../../db/staff-list.ts'
import { tellCityAsk } from '../../db/tell-city-ask.ts'
import type { Noun } from '../../domain/city/sheets/sheet.ts'
import { mayAnswer, mayAnswerEmail, maySayYes, seesGrants } from '../../domain/people/grants.ts'
import { type Back, FRESH, overtaken, refused } from '../../forms/answers.ts'
import { type Posted, readForm } from '../../forms/read.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { enqueue } from '../../letters/enqueue.ts'
import { sendInvitation } from '../../letters/invitation.ts'
import { askedChanges } from '../../letters/setting-guarded.ts'
import { staffFormToken } from '../../middleware/same-origin.ts'
import { patterns } from '../../paths.ts'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import { GrantsPage, type Waiting } from '../../views/office/grants.tsx'
import { frameOf } from '../desk/desk-page.tsx'
import { answerEmail, emailAsked } from './email-change.ts'
import { idIn } from './register-fields.ts'
import { answerReset } from './second-reset.ts'
import { inviting, reasonField, rightsAround, toldRights } from './staff-rights.ts'

export const grantPages = new Hono<AppEnv>()

const overseerOnly = createMiddleware<AppEnv>(async (c, next) =>
  seesGrants(c.var.staff, c.var.now) ? next() : c.notFound(),
)

/** Also for whoever is to get another address: they can refuse it. */
const concernedOnly = createMiddleware<AppEnv>(async (c, next) => {
  const { db, now, staff } = c.var
  if (seesGrants(staff, now)) return next()
  const [emails, resets] = await db.batch([
    waitingEmailOf(db, now, staff.id),
    waitingResetOf(db, now, staff.id),
  ])
  const concerned = emails.length + resets.length > 0
  return concerned ? next() : c.notFound()
})

grantPages.get(patterns.grants, concernedOnly, async (c) => c.render(await page(c, FRESH)))

grantPages.post(patterns.grant, overseerOnly, async (c) => {
  const { db, now, staff, t } = c.var
  const posted = await readForm(c)
  const id = idIn(c)
  const grant = await grantById(db, now, id)
  if (!grant) return idIn(c) === 0 ? c.notFound() : late(c, posted)
  const yes = posted.line('putusan') === 'setuju'
  if (!mayAnswer(staff, grant, yes, now)) return back(c, posted, id, null, t.grants.notYours)
  const why = reasonOf(c, grant, yes, posted)
  if (why === null) return back(c, posted, id, `catatan-${id}`, t.grants.whyMissing)
  const outcome = yes ? 'granted' : 'refused'
  const queued = await settleGrant(rightsAround(c), grant, outcome, why)
  if (!queued) return late(c, posted)
  toldRights(c, queued, outcome, grant.userId, grant)
  if (yes) await inviteIfNew(c, grant)
  return c.redirect(`${patterns.grants}?kabar=${yes ? 'setuju' : 'tolak'}`, 303)
})

grantPages.post(patterns.emailChange, concernedOnly, async (c) => {
  const { now, staff, t } = c.var
  const posted = await readForm(c)
  const id = idIn(c)
  const change = await emailAsked(c, id)
  if (!change) return id === 0 ? c.notFound() : late(c, posted)
  const yes = posted.line('putusan') === 'setuju'
  if (!mayAnswerEmail(staff, change, yes, now)) return back(c, posted, id, null, t.grants.notYours)
  const why = reasonOf(c, change, yes, posted)
  if (why === null) return back(c, posted, id, `catatan-${id}`, t.grants.whyMissing)
  if (!(await answerEmail(c, change, yes, why))) return late(c, posted, t.grants.emailTaken)
  return c.redirect(`${patterns.grants}?kabar=${yes ? 'email' : 'tolak-email'}`, 303)
})

grantPages.post(patterns.secondReset, concernedOnly, async (c) => {
  const { db, now, staff, t } = c.var
  const posted = await readForm(c)
  const id = idIn(c)
  const reset = await waitingResetById(db, now, id)
  if (!reset) return id === 0 ? c.notFound() : late(c, posted)
  const yes = posted.line('putusan') === 'setuju'
  if (!mayAnswerEmail(staff, reset, yes, now)) return back(c, posted, id, null, t.grants.notYours)
  const why = reasonOf(c, reset, yes, posted)
  if (why === null) return back(c, posted, id, `catatan-${id}`, t.grants.whyMissing)
  if (!(await answerReset(c, reset, yes, why))) return late(c, posted)
  return c.redirect(`${patterns.grants}?kabar=${yes ? 'langkah' : 'tolak-langkah'}`, 303)
})

grantPages.post(patterns.settingAsk, overseerOnly, async (c) => {
  const { db, now, staff, t } = c.var
  const posted = await readForm(c)
  const id = idIn(c)
  const ask = await waitingAskById(db, now, id)
  if (!ask) return id === 0 ? c.notFound() : late(c, posted)
  const yes = posted.line('putusan') === 'setuju'
  const whose = { askedBy: ask.askedBy, userId: ask.askedBy }
  if (!mayAnswer(staff, whose, yes, now)) return back(c, posted, id, null, t.grants.notYours)
  const around = { db, now, by: `staff:${staff.id}` }
  const settled = await settleCityAsk(around, ask, yes ? 'granted' : 'refused')
  const after = await cityAskById(db, id)
  if (!settled || (yes && after?.outcome !== 'granted'))
    return late(c, posted, t.grants.settingGone)
  c.executionCtx.waitUntil(enqueue(c.env, await tellCityAsk(db, id, 'ended', now)))
  return c.redirect(`${patterns.grants}?kabar=${yes ? 'pengaturan' : 'tolak-pengaturan'}`, 303)
})

/** A yes keeps the reason it was asked with; a no has its own, except from whoever takes it back. */
function reasonOf(
  c: AppContext,
  { askedBy, reason }: Pick<NamedGrant, 'askedBy' | 'reason'>,
  yes: boolean,
  posted: Posted,
): string | null {
  const note = posted.text('catatan')
  if (yes || askedBy === c.var.staff.id) return note || reason
  const read = reasonField(c.var.t).safeParse(note)
  return read.success ? read.data : null
}

async function inviteIfNew(c: AppContext, { userId, ...held }: NamedGrant) {
  const person = await staffPerson(c.var.db, c.var.now, userId)
  if (person && !person.activated) await sendInvitation(inviting(c), person, held)
}

function back(c: AppContext, posted: Posted, id: number, field: string | null, text: string) {
  const typed = { ...posted.typed, permintaan: String(id) }
  return refused(c, { typed, errors: [{ field, text }] }, page)
}

function late(c: AppContext, { typed }: Posted, text = c.var.t.grants.late) {
  return overtaken(c, { typed, errors: [{ field: null, text }] }, page)
}

const MOST_WAITING = 50
const LOG_PAGE = 40

function shownAsk(c: AppContext, ask: CityAsk) {
  const { t } = c.var
  return {
    ...ask,
    may: mayOf(c, { askedBy: ask.askedBy, userId: ask.askedBy }),
    where: t.settings.nouns[ask.noun as Noun].title,
    changes: askedChanges(t, ask),
  }
}

function mayOf(c: AppContext, grant: Pick<NamedGrant, 'askedBy' | 'userId'>): Waiting['may'] {
  const { staff, now } = c.var
  if (maySayYes(staff, grant, now)) return 'answer'
  if (grant.askedBy === staff.id) return 'own'
  return grant.userId === staff.id ? 'for_you' : 'look_on'
}

function mayOfEmail(c: AppContext, change: Pick<NamedGrant, 'askedBy' | 'userId'>): Waiting['may'] {
  const may = mayOf(c, change)
  return may === 'for_you' ? 'refuse' : may
}

async function page(c: AppContext, { typed, errors }: Back) {
  const { db, now, city, staff, t } = c.var
  const sees = seesGrants(staff, now)
  const before = Number(c.req.query('sebelum')) || null
  const [settings, waiting, emails, resets, log] = await db.batch([
    waitingAsks(db, now, sees ? MOST_WAITING : 0),
    sees ? waitingGrants(db, now, MOST_WAITING) : waitingOf(db, now, staff.id),
    sees ? waitingEmails(db, now, MOST_WAITING) : waitingEmailOf(db, now, staff.id),
    sees ? waitingResets(db, now, MOST_WAITING) : waitingResetOf(db, now, staff.id),
    rightsBefore(db, before, sees ? LOG_PAGE + 1 : 0),
  ])
  const entries = log.slice(0, LOG_PAGE)
  const last = log.length > LOG_PAGE ? entries.at(-1) : undefined
  const news = c.req.query('kabar') ?? ''
  return (
    <DeskSolo t={t} title={t.grants.title} {...(await frameOf(c))} failed={errors.length > 0}>
      <GrantsPage
        t={t}
        token={await staffFormToken(c)}
        city={city}
        emails={emails.map((change) => ({ ...change, may: mayOfEmail(c, change) }))}
        resets={resets.map((reset) => ({ ...reset, may: mayOfEmail(c, reset) }))}
        settings={settings.map((ask) => shownAsk(c, ask))}
        waiting={waiting.map((grant) => ({ ...grant, may: mayOf(c, grant) }))}
        entries={sees ? entries : null}
        older={last ? `${patterns.grants}?sebelum=${last.id}` : null}
        typed={typed}
        errors={errors}
        said={Object.hasOwn(t.grants.done, news) ? (t.grants.done[news] ?? null) : null}
      />
    </DeskSolo>
  )
}
