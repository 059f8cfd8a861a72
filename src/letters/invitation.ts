import { noteInvited, type RightsAround } from '../db/rights.ts'
import { invite } from '../db/staff.ts'
import { agencyById, type City } from '../domain/city/city.ts'
import type { HeldRole } from '../domain/people/listed-person.ts'
import { build } from '../paths.ts'
import type { Words } from '../words/words.ts'
import { mailInvitation } from './account-letters.ts'
import { email as byEmail } from './channels/email.ts'

export interface Inviting {
  around: RightsAround
  env: Pick<Env, 'MAIL' | 'PUBLIC_URL'>
  city: City
  t: Words
}

/** Mails a link for a first password; false, and logged without the address, when it was refused. */
export async function sendInvitation(
  { around, env, city, t }: Inviting,
  person: { id: string; email: string },
  held: HeldRole | undefined,
): Promise<boolean> {
  const token = await invite(around, person)
  const link = env.PUBLIC_URL + build('setPassword', { token })
  const role = held ? t.people.roles[held.role] : t.people.someRole
  const agency = agencyById(city, held?.agencyId ?? null)?.name
  try {
    await mailInvitation(t, byEmail(env.MAIL), city, { to: person.email, link, role, agency })
  } catch (error) {
    console.warn({ letter: 'invitation', person: person.id, failed: String(error) })
    return false
  }
  await noteInvited(around, person.id)
  return true
}
