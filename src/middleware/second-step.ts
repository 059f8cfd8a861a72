import { knownDevice, rememberDevice } from '../auth/known-device.ts'
import { factorsOf, shownBy, totpId, useCode, useStep } from '../db/factors.ts'
import type { StaffSession } from '../db/staff-sessions.ts'
import type { AppContext } from '../http.ts'
import { randomBytes } from '../random.ts'
import { codeDigest } from '../seal/recovery-codes.ts'
import { stepOfCode } from '../seal/totp.ts'
import type { Words } from '../words/words.ts'
import { attempt, burst } from './limits.ts'
import { usedKey } from './passkey.ts'

export type Shown =
  | { kind: 'shown' }
  | { kind: 'wrong' | 'wrongKey' | 'copied' }
  | { kind: 'wait'; seconds: number }

/**
 * What was typed is of their app, now and for the first time, or one of their recovery codes; or
 * `key` is the answer of one of their passkeys, which nobody guesses: it uses up no attempts.
 */
export async function showSecond(
  c: AppContext,
  session: StaffSession,
  { typed, key }: { typed: string; key: string },
): Promise<Shown> {
  if (key !== '') return showKey(c, session, key)
  const seconds = await waitBeforeCode(c, session.email)
  if (seconds !== null) return { kind: 'wait', seconds }
  const right = (await isOfApp(c, session, typed)) || (await isCode(c, session, typed))
  if (!right) return { kind: 'wrong' }
  await rememberDevice(c, session.email)
  return { kind: 'shown' }
}

/** What is said of one that was not. */
export function notShown(t: Words, shown: Exclude<Shown, { kind: 'shown' }>): string {
  if (shown.kind === 'wait') return t.session.tooManyCodes(Math.ceil(shown.seconds / 60))
  const texts = {
    wrong: t.session.wrongCode,
    wrongKey: t.account.keyWrong,
    copied: t.account.keyCopied,
  }
  return texts[shown.kind]
}

async function showKey(c: AppContext, session: StaffSession, posted: string): Promise<Shown> {
  const { staff, sessionId, email } = session
  const use = await usedKey(c, posted, { to: sessionId, userId: staff.id })
  if (use.kind !== 'used') return { kind: use.kind === 'copied' ? 'copied' : 'wrongKey' }
  await shownBy(c.var.db, sessionId, c.var.now)
  await rememberDevice(c, email)
  return { kind: 'shown' }
}

async function isOfApp(c: AppContext, { staff, sessionId }: StaffSession, typed: string) {
  const { db, now } = c.var
  const code = typed.replace(/\D/g, '')
  if (code.length !== 6) return false
  const app = (await factorsOf(db, staff.id)).find(({ id }) => id === totpId(staff.id))
  if (!app) return false
  const made = { userId: staff.id, round: app.material }
  const step = await stepOfCode(c.env.SERVER_SECRET, made, code, now)
  return step !== null && useStep(db, { userId: staff.id, sessionId }, step, now)
}

async function isCode(c: AppContext, { staff, sessionId }: StaffSession, typed: string) {
  const { db, now } = c.var
  const digest = await codeDigest(staff.id, typed)
  if (digest === null) return false
  const around = { db, now, random: randomBytes, by: `staff:${staff.id}` }
  // the letter about it waits in the outbox, and cron sends it
  return (await useCode(around, { userId: staff.id, sessionId }, digest)) !== null
}

/** As at sign-in: whoever knows a password and guesses uses up what strangers may try. */
async function waitBeforeCode(c: AppContext, email: string): Promise<number | null> {
  const device = await knownDevice(c, email)
  const whom = device ? `device ${device}` : `account ${email}`
  if (await burst(c, 'second step', whom)) return 60
  return attempt(c, 'second', whom)
}
