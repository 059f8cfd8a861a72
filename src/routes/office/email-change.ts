import { settleEmail, type WaitingEmail, waitingEmailById } from '../../db/email-changes.ts'
import { staffPerson } from '../../db/staff-list.ts'
import type { AppContext } from '../../http.ts'
import { sendInvitation } from '../../letters/invitation.ts'
import { inviting, rightsAround, toldRights } from './staff-rights.ts'

export function emailAsked(c: AppContext, id: number): Promise<WaitingEmail | null> {
  return waitingEmailById(c.var.db, c.var.now, id)
}

/** False: answered meanwhile, over, or the address is no longer free. */
export async function answerEmail(
  c: AppContext,
  change: WaitingEmail,
  yes: boolean,
  why: string,
): Promise<boolean> {
  const outcome = yes ? 'granted' : 'refused'
  const queued = await settleEmail(rightsAround(c), change, outcome, why)
  if (!queued) return false
  const { userId, email } = change
  toldRights(c, queued, yes ? 'email_changed' : 'email_refused', userId)
  if (!yes) return true
  const person = await staffPerson(c.var.db, c.var.now, userId)
  await sendInvitation(inviting(c), { id: userId, email }, person?.roles[0])
  return true
}
