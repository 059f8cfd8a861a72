import { emailChangeOf } from '../db/email-changes.ts'
import { build } from '../paths.ts'
import type { Writer } from './general.ts'

/** To an old mailbox without the new address: it may be a stranger's. @throws TypeError: not on record */
export const emailChanged: Writer = async (t, { db, env, city }, id = '', did = '', to = '') => {
  const change = await emailChangeOf(db, Number(id))
  if (!change) throw new TypeError(`no change of address ${id}`)
  const asked = did === 'email_asked' ? 'asked' : 'gone'
  const part = to === 'new_address' ? 'yours' : asked
  return t.systemNotices.email_changed(
    part,
    city.settings.cityName,
    t.longMoment(change.ripensAt ?? change.expiresAt),
    change.ripensAt !== null,
    `${env.PUBLIC_URL}${build('grants')}`,
  )
}
