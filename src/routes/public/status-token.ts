import type { Complaint } from '../../domain/complaint.ts'
import { sameHash } from '../../domain/digest.ts'
import { commandToken } from '../../domain/form-token.ts'
import type { CommandName } from '../../domain/lifecycle.ts'
import type { AppContext } from '../../http.ts'

/**
 * The token of a citizen's command, derived from (complaint, version, command): an unchanged
 * page renders to the same bytes, and the version says what the reporter had read.
 */
export const tokenFor = async (
  c: AppContext,
  { id, version }: Complaint,
  command: CommandName,
): Promise<string> => `${version}.${await commandToken(c.env.SERVER_SECRET, id, version, command)}`

/** The version that a posted token was rendered for, or null when it is not ours. */
export const versionOf = async (
  c: AppContext,
  complaintId: number,
  command: CommandName,
  token: string,
): Promise<number | null> => {
  const [text = '', mac = ''] = token.split('.')
  const version = Number(text)
  if (!Number.isSafeInteger(version) || version < 1) return null
  const expected = await commandToken(c.env.SERVER_SECRET, complaintId, version, command)
  return sameHash(mac, expected) ? version : null
}
