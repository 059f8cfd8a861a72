import { holdsRole } from '../../domain/actor.ts'
import type { AppContext } from '../../http.ts'

/**
 * Whose file it is: the reporter's when whoever filed for somebody adds what was handed over the
 * counter, else the agency's. An officer of the lead agency adds evidence, also to a case of his own.
 */
export const sourceOf = ({ var: { dossier, staff, now } }: AppContext): 'reporter' | 'agency' => {
  const { hasKeyHolder, filedBy, leadAgencyId } = dossier.complaint
  if (hasKeyHolder || filedBy !== staff.id) return 'agency'
  const works = (['liaison', 'officer', 'head', 'inspectorate'] as const).some((role) =>
    holdsRole(staff, role, now, leadAgencyId),
  )
  return leadAgencyId !== null && works ? 'agency' : 'reporter'
}
