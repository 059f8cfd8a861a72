import { rightsEntry } from '../db/rights-log.ts'
import { agencyById } from '../domain/city/city.ts'
import { build } from '../paths.ts'
import type { Writer } from './general.ts'

/** @throws TypeError for an entry that is not on record: entries are never taken away */
export const rightsChanged: Writer = async (t, { db, env, city }, id = '') => {
  const entry = await rightsEntry(db, Number(id))
  if (!entry) throw new TypeError(`no change of rights ${id}`)
  const agency = agencyById(city, entry.agencyId)?.shortName
  const role = entry.role && t.people.roles[entry.role]
  return t.systemNotices.rights_changed(
    [t.grants.changes[entry.did], role, agency, entry.detail].filter(Boolean).join(', '),
    entry.person ?? t.grants.nobody,
    t.grants.byWhom(entry.by, entry.actor),
    t.longMoment(entry.at),
    entry.reason,
    `${env.PUBLIC_URL}${build('grants')}`,
  )
}
