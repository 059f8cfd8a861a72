import { type Dossier, dossierByReference } from '../db/dossier.ts'
import type { AppContext } from '../http.ts'

/** As it came with the city, where it did. */
export async function dossierNamed(c: AppContext, reference: string): Promise<Dossier | null> {
  const { brought, db } = c.var
  return brought?.reference === reference ? brought.dossier : dossierByReference(db, reference)
}
