import { env } from 'cloudflare:workers'
import { addressMark, type OneTimeLink, signLink } from '../../src/auth/one-time-link.ts'
import { database } from '../../src/db/database.ts'
import { contactOf } from '../../src/db/my-data.ts'
import { parseIdentityKeys } from '../../src/seal/identity-keys.ts'

/** The token of a link as it stands in a letter to the address that the report has now. */
export const letterLink = async (link: Omit<OneTimeLink, 'mark'>): Promise<string> => {
  const keys = parseIdentityKeys(env.IDENTITY_KEYS)
  const { email } = await contactOf(database(env.DB), keys, link.complaintId)
  if (email === null) throw new Error('no letter goes to somebody without an address')
  const mark = await addressMark(env.SERVER_SECRET, link.complaintId, email)
  return signLink(env.SERVER_SECRET, { ...link, mark })
}
