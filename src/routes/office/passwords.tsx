import { Hono } from 'hono'
import * as z from 'zod/mini'
import { rememberDevice } from '../../auth/known-device.ts'
import { SHORTEST_PASSWORD } from '../../auth/password-rules.ts'
import { hashPassword } from '../../auth/passwords.ts'
import { setPassword } from '../../db/credentials.ts'
import {
  cleanEmail,
  issueToken,
  type Person,
  personOfToken,
  RESET_HOURS,
  staffByEmail,
} from '../../db/staff.ts'
import { HOUR } from '../../domain/time/time.ts'
import { type Back, FRESH, refused } from '../../forms/answers.ts'
import { typed } from '../../forms/fields.ts'
import { readFields } from '../../forms/read.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { mailReset } from '../../letters/account-letters.ts'
import { email as byEmail } from '../../letters/channels/email.ts'
import { addressOf, attempt } from '../../middleware/limits.ts'
import { tooMany } from '../../middleware/refuse.ts'
import { build, patterns } from '../../paths.ts'
import { randomBytes } from '../../random.ts'
import {
  ForgotPage,
  ForgotSentPage,
  LinkGonePage,
  SetPasswordPage,
} from '../../views/office/session.tsx'
import type { Words } from '../../words/words.ts'
import { siteOf } from '../public/site.ts'
import { newPassword } from './new-password.ts'

export const passwords = new Hono<AppEnv>()

passwords.get(patterns.forgot, (c) => c.render(forgotPage(c, FRESH)))

function address(t: Words) {
  return z.object({
    email: typed(cleanEmail).check(
      z.refine((email) => email.includes('@'), t.session.emailMissing),
    ),
  })
}

/** Answers alike, and as fast, whether or not the address belongs to anybody. */
passwords.post(patterns.forgot, async (c) => {
  const read = await readFields(c, address(c.var.t))
  if (!read.ok) return refused(c, { typed: read.posted.typed, errors: read.errors }, forgotPage)
  const { email } = read.fields
  const from = addressOf(c)
  const wait = from ? await attempt(c, 'resetAddress', from) : null
  if (wait !== null) tooMany(c, wait)
  // beyond the limit of one mailbox the links already in it stay good, so nobody is shut out
  if ((await attempt(c, 'reset', email)) === null) c.executionCtx.waitUntil(sendLink(c, email))
  return c.render(<ForgotSentPage t={c.var.t} site={siteOf(c.var.city)} />)
})

function forgotPage(c: AppContext, { typed, errors }: Back) {
  const { t, city } = c.var
  return <ForgotPage t={t} site={siteOf(city)} errors={errors} email={typed.email} />
}

/** Mail fails for a moment now and then; beyond these seconds the person asks again. */
const RETRY_AFTER_MS = [0, 1_000, 5_000]

async function sendLink(c: AppContext, email: string): Promise<void> {
  const { db, now, city } = c.var
  const person = await staffByEmail(db, email)
  if (!person) return
  const around = { db, now, random: randomBytes }
  const token = await issueToken(around, person, RESET_HOURS * HOUR)
  const link = c.env.PUBLIC_URL + build('setPassword', { token })
  const letter = { to: person.email, link }
  for (const wait of RETRY_AFTER_MS) {
    await scheduler.wait(wait)
    try {
      return await mailReset(c.var.t, byEmail(c.env.MAIL), city, letter)
    } catch (error) {
      // the page has been answered: the log is all that tells
      const failed = String(error)
      console.error({ alert: 'a letter for a password failed', person: person.id, failed })
    }
  }
}

/** Opening the link changes nothing: previews fetch links. */
passwords.get(patterns.setPassword, async (c) => {
  const person = await personOfToken(c.var.db, c.req.param('token'), c.var.now)
  return person ? c.render(page(c, person, FRESH)) : gone(c)
})

passwords.post(patterns.setPassword, async (c) => {
  const token = c.req.param('token')
  const person = await personOfToken(c.var.db, token, c.var.now)
  if (!person) return gone(c)
  const read = await readFields(c, newPassword(c.var.t, person))
  if (!read.ok)
    return refused(c, { typed: {}, errors: read.errors }, (_, back) => page(c, person, back))
  const { db, now } = c.var
  const set = { personId: person.id, token, hash: await hashPassword(read.fields.sandi) }
  if (!(await setPassword({ db, now, random: randomBytes }, set))) return gone(c)
  // whoever holds the mailbox is the owner, even while a stranger uses up the attempts
  await rememberDevice(c, person.email)
  return c.redirect(`${build('signIn')}?kabar=sandi`, 303)
})

function gone(c: AppContext) {
  const { t } = c.var
  c.status(410)
  return c.render(<LinkGonePage t={t} site={siteOf(c.var.city)} />)
}

function page(c: AppContext, person: Person, { errors }: Back) {
  const { t } = c.var
  return (
    <SetPasswordPage
      t={t}
      site={siteOf(c.var.city)}
      errors={errors}
      token={c.req.param('token') ?? ''}
      name={person.name}
      email={person.email}
      least={SHORTEST_PASSWORD}
    />
  )
}
