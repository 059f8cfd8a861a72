import { credentialOf } from '../db/credentials.ts'
import type { Database } from '../db/database.ts'
import { LONGEST_PASSWORD } from './password-rules.ts'
import { verifyPassword } from './passwords.ts'

/** Of nobody: no password has a key of noughts. */
const NOBODYS = `scrypt$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** The id of whoever has this address and password. An address that nobody has takes as long. */
export async function whoSignsIn(
  db: Database,
  email: string,
  password: string,
): Promise<string | null> {
  if (password.length > LONGEST_PASSWORD) return null
  const found = await credentialOf(db, email)
  const matches = await verifyPassword({ hash: found?.hash ?? NOBODYS, password })
  return found && matches ? found.userId : null
}
