import { dossierByReference } from '../../db/dossier.ts'
import type { AppContext } from '../../http.ts'
import { build } from '../../paths.ts'
import { publicSight } from '../../sights/public.ts'

/** Of the report's own page where everyone may read it. All others, known or not, are alike: null. */
export async function publicAddress(
  { var: { city, db, now } }: AppContext,
  number: string,
): Promise<string | null> {
  const dossier = await dossierByReference(db, number)
  const sight = dossier && publicSight(dossier, city, now)
  return sight?.kind === 'report' ? build('publicReport', { nomor: number }) : null
}
