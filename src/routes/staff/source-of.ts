import { fileSource } from '../../domain/parties.ts'
import type { AppContext } from '../../http.ts'

/** Whose file it is that this person adds. */
export const sourceOf = ({ var: { dossier, staff, now } }: AppContext): 'reporter' | 'agency' =>
  fileSource(staff, dossier.complaint, now)
