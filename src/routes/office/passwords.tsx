import { Hono } from 'hono'
import { rememberDevice } from '../../auth/known-device.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../auth/password-rules.ts'
import {
  cleanEmail,
  issueToken,
  type Person,
  personOfToken,
  RESET_HOURS,
  staffByEmail,
  voidTokens,
} from '../../db/staff.ts'
import { HOUR } from '../../domain/time/time.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { mailReset } from '../../letters/account-letters.ts'
import { email as byEmail } from '../../letters/channels/email.ts'
import { addressOf, attempt } from '../../middleware/limits.ts'
import { tooMany } from '../../middleware/refuse.ts'
import { build, patterns } from '../../paths.ts'
import { randomBytes } from '../../random.ts'
import type { FieldError } from '../../views/components/parts.tsx'
import {
  ForgotPage,
  ForgotSentPage,
  LinkGonePage,
  SetPasswordPage,
} from '../../views/office/session.tsx'
import type { Words } from '../../words/words.ts'
import { typedValues } from '../public/form-errors.ts'
import { siteOf } from '../public/site.ts'

export const passwords = new Hono<AppEnv>()

passwords.get(patterns.forgot, (c) =>
  c.render(<ForgotPage t={c.var.t} site={siteOf(c.var.city)} errors={[]} />),
)

/** Answers alike, and as fast, whether or not the address belongs to anybody. */
passwords.post(patterns.forgot, async (c) => {
  const typed = typedValues(await c.req.parseBody())
  const email = cleanEmail(typed.email ?? '')
  const site = siteOf(c.var.city)
  if (!email.includes('@')) {
    c.status(422)
    const errors = [{ field: 'email', text: c.var.t.session.emailMissing }]
    return c.render(<ForgotPage t={c.var.t} site={site} errors={errors} email={typed.email} />)
  }
  const address = addressOf(c)
  const wait = address ? await attempt(c, 'resetAddress', address) : null
  if (wait !== null) tooMany(c, wait)
  // beyond the limit of one mailbox the links already in it stay good, so nobody is shut out
  if ((await attempt(c, 'reset', email)) === null) c.executionCtx.waitUntil(sendLink(c, email))
  return c.render(<ForgotSentPage t={c.var.t} site={site} />)
})

/** Mail fails for a moment now and then; beyond these seconds the person asks again. */
const RETRY_AFTER_MS = [0, 1_000, 5_000]

async function sendLink(c: AppContext, email: string): Promise<void> {
  const { db, now, city } = c.var
  const person = await staffByEmail(db, email)
  if (!person) return
  const around = { db, now, random: randomBytes }
  const token = await issueToken(around, person.id, RESET_HOURS * HOUR)
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
  return person ? c.render(page(c, person, [])) : gone(c)
})

passwords.post(patterns.setPassword, async (c) => {
  const token = c.req.param('token')
  const { sandi = '', ulangi = '' } = typedValues(await c.req.parseBody())
  const person = await personOfToken(c.var.db, token, c.var.now)
  if (!person) return gone(c)
  const errors = faults(c.var.t, person, sandi, ulangi)
  if (errors.length > 0) {
    c.status(422)
    return c.render(page(c, person, errors))
  }
  const { staffAuth } = await import('../../auth/staff-auth.ts')
  const { api } = staffAuth(c.var.db, c.env)
  const body = { newPassword: sandi, token }
  const answer = await api.resetPassword({ body, asResponse: true })
  if (answer.status >= 500) throw new Error(`setting a password answered ${answer.status}`)
  if (!answer.ok) return gone(c)
  await voidTokens(c.var.db, person.id)
  // whoever holds the mailbox is the owner, even while a stranger uses up the attempts
  await rememberDevice(c, person.email)
  return c.redirect(`${build('signIn')}?kabar=sandi`, 303)
})

function gone(c: AppContext) {
  const { t } = c.var
  c.status(410)
  return c.render(<LinkGonePage t={t} site={siteOf(c.var.city)} />)
}

function faults(t: Words, person: Person, password: string, repeated: string): FieldError[] {
  const fault = (text: string) => [{ field: 'sandi', text }]
  if (password.length < SHORTEST_PASSWORD) return fault(t.session.tooShort(SHORTEST_PASSWORD))
  if (password.length > LONGEST_PASSWORD) return fault(t.session.tooLong(LONGEST_PASSWORD))
  const plain = password.toLowerCase()
  const own = [person.email, person.name.toLowerCase()]
  if (own.includes(plain) || new Set(plain).size < 5) return fault(t.session.tooEasy)
  return password === repeated ? [] : [{ field: 'ulangi', text: t.session.different }]
}

function page(c: AppContext, person: Person, errors: FieldError[]) {
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
