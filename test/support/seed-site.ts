import { DEMO_PASSWORD, seedAccounts } from '../../seed/accounts.ts'
import { seedCity } from '../../seed/city.ts'
import { database } from '../../src/db/database.ts'

/** The city and its demo staff, with no report yet. Returns the password of them all. */
export async function seedSite({ DB }: { DB: D1Database }): Promise<string> {
  const db = database(DB)
  await seedCity(db)
  await seedAccounts(db, Date.now())
  return DEMO_PASSWORD
}
