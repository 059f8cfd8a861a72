import { isUnsent } from '../db/recipients.ts'
import { isStaffMailbox } from '../db/staff-mailbox.ts'
import { agencyById } from '../domain/city/city.ts'
import type { Addressee, Asking } from './recipients.ts'

/**
 * What an agency's people are told goes to its mailbox as well (docs/rules.md, Whom a letter reaches).
 * Whoever reads that may be the accused: nothing of a supervisory case. An address of the staff has a
 * letter of its own, or is kept from it.
 */
export async function agencyCopy(asking: Asking): Promise<Addressee[]> {
  const { db, channel, row, found, city } = asking
  if (found?.complaint.supervisory) return []
  const agency = agencyById(city, row.agencyId ?? found?.complaint.leadAgencyId ?? 0)
  const mailbox = agency?.mailbox ?? null
  if (!agency || mailbox === null) return []
  const key = `agency:${agency.id}`
  const left = await isUnsent(db, row.id, channel.name, key)
  if (!left || (await isStaffMailbox(db, mailbox))) return []
  return [{ kind: 'agency', key, cursor: '', address: async () => mailbox }]
}
