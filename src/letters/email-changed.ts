import { emailChangeOf } from '../db/email-changes.ts'
import type { Writer } from './general.ts'

/** To an old mailbox without the new address: it may be a stranger's. @throws TypeError: not on record */
export const emailChanged: Writer = async (t, { db, city }, id = '', did = '', to = '') => {
  const change = await emailChangeOf(db, Number(id))
  if (!change) throw new TypeError(`no change of address ${id}`)
  const asked = did === 'email_asked' ? 'asked' : 'gone'
  const part = to === 'new_address' ? 'yours' : asked
  const until = t.longMoment(change.expiresAt)
  return t.systemNotices.email_changed(part, city.settings.cityName, until)
}
