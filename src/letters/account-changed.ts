import { rightsEntry } from '../db/rights-log.ts'
import { build } from '../paths.ts'
import type { Writer } from './general.ts'

/** To whose account it is. @throws TypeError for an entry that is not on record */
export const accountChanged: Writer = async (t, { db, env, city }, id = '') => {
  const entry = await rightsEntry(db, Number(id))
  if (!entry) throw new TypeError(`no change of an account ${id}`)
  return t.systemNotices.account_changed(
    city.settings.cityName,
    [t.grants.changes[entry.did], entry.detail].filter(Boolean).join(': '),
    t.longMoment(entry.at),
    `${env.PUBLIC_URL}${build('account')}`,
  )
}
