import { knownDevice, rememberDevice } from '../auth/known-device.ts'
import { attemptOf, endAttempt } from '../auth/passkey/attempt.ts'
import { giveCookie, SESSION_HOURS, sessionToken } from '../auth/staff-session.ts'
import { whoSignsIn } from '../auth/who-signs-in.ts'
import { opensAlone } from '../db/passkeys.ts'
import {
  beginSession,
  beginWeek,
  endSession,
  type StaffSession,
  staffBySession,
} from '../db/staff-sessions.ts'
import { endOfWeek, needsSecond } from '../domain/people/second-step.ts'
import { HOUR } from '../domain/time/time.ts'
import type { AppContext } from '../http.ts'
import { randomBytes } from '../random.ts'
import { addressOf, attempt, burst } from './limits.ts'
import { usedKey } from './passkey.ts'

export type SignedIn =
  /** `owes`: the session opens nothing before the second step. */
  | { kind: 'in'; token: string; owes: boolean }
  | { kind: 'wrong' }
  /** Of a passkey: it is locked from now on. */
  | { kind: 'copied' }
  /** Too many tries; the seconds until the next one. */
  | { kind: 'wait'; seconds: number }

/** Begins a session, whose cookie goes with the answer, and ends the one before in this browser. */
export async function signIn(c: AppContext, email: string, password: string): Promise<SignedIn> {
  const seconds = await waitBeforeSignIn(c, email)
  if (seconds !== null) return { kind: 'wait', seconds }
  const { db, now } = c.var
  const who = await whoSignsIn(db, email, password)
  const around = { db, now, random: randomBytes }
  const token = who && (await beginSession(around, who, SESSION_HOURS * HOUR))
  if (!token) return { kind: 'wrong' }
  await takeOver(c, token)
  const session = await staffBySession(db, token, now)
  const owes = session?.owes === true
  if (session) await askForSecond(c, session)
  // a password alone makes no browser known where it does not open the desk
  if (!owes) await rememberDevice(c, email)
  return { kind: 'in', token, owes }
}

/**
 * By a passkey that looked at its owner: instead of the password and of the second step. A right one
 * is never counted. `posted`: what passkey.js put into the form.
 */
export async function signInByKey(c: AppContext, posted: string): Promise<SignedIn> {
  const { db, now } = c.var
  const use = await usedKey(c, posted, { to: attemptOf(c), userId: null })
  if (use.kind !== 'used') {
    const address = addressOf(c)
    const seconds = address ? await attempt(c, 'signInAddress', address) : null
    return seconds === null ? { kind: use.kind } : { kind: 'wait', seconds }
  }
  const { id, userId, email } = use.key
  const around = { db, now, random: randomBytes }
  const who = { userId, good: opensAlone(id), secondAt: now }
  const token = await beginSession(around, who, SESSION_HOURS * HOUR)
  if (!token) return { kind: 'wrong' }
  await takeOver(c, token)
  endAttempt(c)
  await rememberDevice(c, email)
  return { kind: 'in', token, owes: false }
}

/** The session before in this browser ends. */
async function takeOver(c: AppContext, token: string): Promise<void> {
  const before = await sessionToken(c)
  if (before) await endSession(c.var.db, before)
  c.set('staffCookie', await giveCookie(c, token))
}

async function askForSecond(c: AppContext, { staff, second, secondDue }: StaffSession) {
  const { db, now } = c.var
  if (!second && secondDue === null && needsSecond(staff, now))
    await beginWeek(db, staff.id, endOfWeek(now))
}

/**
 * The seconds to wait, or null. Whoever guesses at an account uses up what strangers may try, while
 * its owner still gets in from a known browser; a link in the mailbox makes one (passwords.tsx).
 */
async function waitBeforeSignIn(c: AppContext, email: string): Promise<number | null> {
  const device = await knownDevice(c, email)
  const whom = device ? `device ${device}` : `account ${email}`
  if (await burst(c, 'sign-in', whom)) return 60
  const address = addressOf(c)
  const byAddress = address ? await attempt(c, 'signInAddress', address) : null
  // a known browser is not held up by what its neighbours behind one address do
  if (byAddress !== null && !device) return byAddress
  return attempt(c, 'signIn', whom)
}
