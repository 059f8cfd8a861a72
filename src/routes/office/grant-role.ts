import { askForRole } from '../../db/role-grants.ts'
import { rulesOf } from '../../domain/city/city.ts'
import { type GrantWay, supervisorsOf } from '../../domain/people/grants.ts'
import type { HeldRole } from '../../domain/people/listed-person.ts'
import type { AppContext } from '../../http.ts'
import { rightsAround, toldRights } from './staff-rights.ts'

/** The one way in which a page of the office gives a role, or asks for it. `read`: see roles-read.ts. */
export async function grantRole(
  c: AppContext,
  userId: string,
  held: HeldRole,
  reason: string,
  read?: string,
): Promise<{ way: GrantWay['way']; written: boolean }> {
  const { city, staff } = c.var
  const asked = { userId, held, reason, askedBy: staff.id, read }
  const { way, queued } = await askForRole(rightsAround(c), asked, supervisorsOf(rulesOf(city)))
  if (queued) toldRights(c, queued, way === 'waits' ? 'asked' : 'granted', userId, held)
  return { way, written: queued !== null }
}
