import type { SQL } from 'drizzle-orm'
import { credentialOf, stillOpens } from '../db/credentials.ts'
import type { Database } from '../db/database.ts'
import { LONGEST_PASSWORD } from './password-rules.ts'
import { verifyPassword } from './passwords.ts'

/** Of nobody: no password has a key of noughts. */
const NOBODYS = `scrypt$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** Who has this address and password, as long as they do. An address that nobody has takes as long. */
export async function whoSignsIn(
  db: Database,
  email: string,
  password: string,
): Promise<{ userId: string; good: SQL } | null> {
  if (password.length > LONGEST_PASSWORD) return null
  const found = await credentialOf(db, email)
  const matches = await verifyPassword({ hash: found?.hash ?? NOBODYS, password })
  if (!found?.hash || !matches) return null
  return { userId: found.userId, good: stillOpens(found.userId, found.hash) }
}
