import { env } from 'cloudflare:workers'
import { hashPassword } from '../../src/auth/passwords.ts'
import { database } from '../../src/db/database.ts'
import { account } from '../../src/db/schema/staff.ts'
import { addMembership, createStaff, type Person } from '../../src/db/staff.ts'
import type { Role } from '../../src/domain/actor.ts'
import { randomBytes } from '../../src/http.ts'
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
  await addMembership({ ...around, now: now - 1000 }, person.id, role, agencyId)
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
