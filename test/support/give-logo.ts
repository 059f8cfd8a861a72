import type { Database } from '../../src/db/database.ts'
import { publishCity } from '../../src/db/publish-city.ts'
import { setting } from '../../src/db/schema/city.ts'
import { SAMPLE_LOGO } from '../fixtures/sample-logo.ts'

export const giveLogo = async (db: Database): Promise<void> => {
  await db.insert(setting).values({ key: 'logo', value: JSON.stringify(SAMPLE_LOGO) })
  await publishCity(db)
}
