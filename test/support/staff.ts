import { env } from 'cloudflare:workers'
import { serializeSigned } from 'hono/utils/cookie'
import { STAFF_COOKIE } from '../../src/auth/cookies.ts'
import { hashPassword } from '../../src/auth/passwords.ts'
import { SESSION_HOURS } from '../../src/auth/staff-session.ts'
import { database } from '../../src/db/database.ts'
import { account, session } from '../../src/db/schema/staff.ts'
import { createStaff, type Person } from '../../src/db/staff.ts'
import { addMembership } from '../../src/db/staff-rights.ts'
import type { Role } from '../../src/domain/people/actor.ts'
import { DAY, HOUR } from '../../src/domain/time/time.ts'
import { randomBytes } from '../../src/random.ts'
import { post } from './request.ts'

export const PASSWORD = 'sandi-uji-yang-panjang'

let known: Promise<string> | undefined

/** A person with a password and one role; the city must be there. */
export const aStaff = async (
  role: Role,
  agencyId: number | null = null,
  email = `${role}-${agencyId ?? 0}@contoh.id`,
): Promise<Person> => {
  const now = Date.now()
  const around = { db: database(env.DB), now, random: randomBytes }
  const person = await createStaff(around, { name: `Uji ${role}`, email })
  if (!person) throw new Error(`${email} is taken`)
  await addMembership({ ...around, now: now - 30 * DAY }, person.id, role, agencyId)
  known ??= hashPassword(PASSWORD)
  const at = new Date(now)
  await around.db.insert(account).values({
    id: `account-${person.id}`,
    accountId: person.id,
    providerId: 'credential',
    userId: person.id,
    password: await known,
    createdAt: at,
    updatedAt: at,
  })
  return person
}

/** The cookies of an answer, as a browser sends them back. */
export const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

/** Signs in by the form, as a person would; returns the Cookie header. */
export const signedIn = async (email: string, password = PASSWORD): Promise<string> => {
  const answer = await post('/petugas/masuk', { email, sandi: password })
  if (answer.status !== 303) throw new Error(`${answer.status}: ${await answer.text()}`)
  return cookiesOf(answer)
}

/** A session as sign-in would have left it, without the cost of a password; the Cookie header. */
export const sessionOf = async ({ id }: Person, now = Date.now()): Promise<string> => {
  const token = crypto.randomUUID()
  const at = new Date(now)
  await database(env.DB)
    .insert(session)
    .values({
      id: `session-${token}`,
      token,
      userId: id,
      expiresAt: new Date(now + SESSION_HOURS * HOUR),
      createdAt: at,
      updatedAt: at,
    })
  const cookie = await serializeSigned(STAFF_COOKIE, token, env.AUTH_SECRET, {
    path: '/',
    secure: true,
  })
  return cookie.split(';')[0] ?? ''
}

/** Roles held in an agency by people at work, in order. */
export const rolesIn = async (agencyId: number, now: number): Promise<string[]> => {
  const { results } = await env.DB.prepare(
    `select m.role from membership m join user u on u.id = m.user_id
      where m.agency_id = ?1 and (m.until is null or m.until > ?2) and u.disabled_at is null
      order by m.role`,
  )
    .bind(agencyId, now)
    .all<{ role: string }>()
  return results.map(({ role }) => role)
}
