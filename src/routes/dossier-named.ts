import { type Dossier, dossierByReference, withBeside } from '../db/dossier.ts'
import type { AppContext } from '../http.ts'
import { readingOf } from '../middleware/reading.ts'

/** As it came with the city, where it did. */
export async function dossierNamed(c: AppContext, reference: string): Promise<Dossier | null> {
  const { brought, db } = c.var
  const reading = readingOf(c)
  if (brought?.reference !== reference) return dossierByReference(db, reference, reading)
  return reading === 'whole' ? brought.dossier : withBeside(db, brought.dossier)
}
