import { knownDevice, rememberDevice } from '../auth/known-device.ts'
import { factorsOf, totpId, useCode, useStep } from '../db/factors.ts'
import type { StaffSession } from '../db/staff-sessions.ts'
import type { AppContext } from '../http.ts'
import { randomBytes } from '../random.ts'
import { codeDigest } from '../seal/recovery-codes.ts'
import { stepOfCode } from '../seal/totp.ts'
import { attempt, burst } from './limits.ts'

export type Shown = { kind: 'shown' } | { kind: 'wrong' } | { kind: 'wait'; seconds: number }

/** What was typed is of their app, now and for the first time, or one of their recovery codes. */
export async function showSecond(
  c: AppContext,
  session: StaffSession,
  typed: string,
): Promise<Shown> {
  const seconds = await waitBeforeCode(c, session.email)
  if (seconds !== null) return { kind: 'wait', seconds }
  const right = (await isOfApp(c, session, typed)) || (await isCode(c, session, typed))
  if (!right) return { kind: 'wrong' }
  await rememberDevice(c, session.email)
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
