import type { MiddlewareHandler } from 'hono'
import { invite } from '../../db/staff.ts'
import { agencyById } from '../../domain/city/city.ts'
import { holdsRole } from '../../domain/people/actor.ts'
import type { HeldRole } from '../../domain/people/listed-person.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { mailInvitation } from '../../letters/account-letters.ts'
import { email as byEmail } from '../../letters/channels/email.ts'
import { build } from '../../paths.ts'
import { randomBytes } from '../../random.ts'

export const adminOnly: MiddlewareHandler<AppEnv> = (c, next) =>
  holdsRole(c.var.staff, 'admin', c.var.now) ? next() : Promise.resolve(c.notFound())

type Change = 'invited' | 'role added' | 'role ended' | 'disabled' | 'enabled'

/** Who changed whose rights, by ids alone. */
export function logRights(c: AppContext, did: Change, person: string, held?: HeldRole): void {
  console.log({
    what: 'rights',
    did,
    by: c.var.staff.id,
    person,
    role: held?.role,
    agency: held?.agencyId,
    request: c.var.requestId,
  })
}

/** Mails a link for a first password; false, and logged without the address, when it was refused. */
export async function sendInvitation(
  c: AppContext,
  person: { id: string; email: string },
  held: HeldRole | undefined,
): Promise<boolean> {
  const { db, now, city, t } = c.var
  const token = await invite({ db, now, random: randomBytes }, person.id)
  const link = c.env.PUBLIC_URL + build('setPassword', { token })
  const role = held ? t.people.roles[held.role] : t.people.someRole
  const agency = agencyById(city, held?.agencyId ?? null)?.name
  try {
    await mailInvitation(c.var.t, byEmail(c.env.MAIL), city, {
      to: person.email,
      link,
      role,
      agency,
    })
  } catch (error) {
    console.warn({ letter: 'invitation', person: person.id, failed: String(error) })
    return false
  }
  logRights(c, 'invited', person.id)
  return true
}
