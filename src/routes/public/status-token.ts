import type { Complaint } from '../../domain/case/complaint.ts'
import type { AppContext } from '../../http.ts'
import { reporterFormToken } from '../../middleware/same-origin.ts'
import { sameHash } from '../../seal/digest.ts'

/**
 * The version that the reporter had read, so that a form sent twice counts once, with its proof.
 * Equal on every view of an unchanged page, and for all its forms: a slow line pays for few bytes.
 */
export async function tokenFor(c: AppContext, { reference, version }: Complaint): Promise<string> {
  return `${version}.${await reporterFormToken(c, reference)}`
}

/** The version that a posted token was rendered for, or null when it is not ours. */
export async function versionOf(
  c: AppContext,
  reference: string,
  token: string,
): Promise<number | null> {
  const [text = '', proof = ''] = token.split('.')
  const version = Number(text)
  if (!Number.isSafeInteger(version) || version < 1) return null
  return sameHash(proof, await reporterFormToken(c, reference)) ? version : null
}
