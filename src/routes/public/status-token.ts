import type { Complaint } from '../../domain/complaint.ts'
import { sameHash } from '../../domain/digest.ts'
import type { AppContext } from '../../http.ts'
import { reporterFormToken } from '../../middleware/same-origin.ts'

/**
 * What every form of a keyed page carries: the version that the reporter had read, so that a
 * form sent twice counts once, and the token that proves it to be ours. Equal on every view of
 * an unchanged page, and one for all its forms, which costs a slow line a few bytes.
 */
export const tokenFor = async (c: AppContext, { reference, version }: Complaint): Promise<string> =>
  `${version}.${await reporterFormToken(c, reference)}`

/** The version that a posted token was rendered for, or null when it is not ours. */
export const versionOf = async (
  c: AppContext,
  reference: string,
  token: string,
): Promise<number | null> => {
  const [text = '', proof = ''] = token.split('.')
  const version = Number(text)
  if (!Number.isSafeInteger(version) || version < 1) return null
  return sameHash(proof, await reporterFormToken(c, reference)) ? version : null
}
