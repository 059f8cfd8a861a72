import * as z from 'zod/mini'
import { type City, rulesOf } from '../../domain/city/city.ts'
import { ROLES, type Role } from '../../domain/people/actor.ts'
import type { HeldRole } from '../../domain/people/listed-person.ts'
import type { Words } from '../../words/words.ts'

const OF_AN_AGENCY: ReadonlySet<Role> = new Set(['liaison', 'officer', 'head'])

/** The Inspektorat's role is its agency's. */
export function roleFields(t: Words, city: City) {
  const sent = z.object({ peran: z.optional(z.string()), opd: z.optional(z.string()) })
  return z.pipe(
    sent,
    z.transform((chosen, ctx): HeldRole => {
      const fault = (field: 'peran' | 'opd', message: string) => {
        ctx.issues.push({ code: 'custom', path: [field], message, input: chosen })
        return z.NEVER
      }
      const role = ROLES.find((one) => one === chosen.peran)
      const agency = city.agencies.find(({ id, active }) => active && String(id) === chosen.opd)
      if (chosen.opd && !agency) fault('opd', t.people.agencyMissing)
      if (!role) return fault('peran', t.people.roleMissing)
      if (chosen.opd && !agency) return z.NEVER
      if (role === 'inspectorate') {
        const agencyId = rulesOf(city).inspectorateAgencyId
        return agencyId === null ? fault('peran', t.people.noInspectorate) : { role, agencyId }
      }
      if (!OF_AN_AGENCY.has(role)) return { role, agencyId: null }
      return agency ? { role, agencyId: agency.id } : fault('opd', t.people.agencyMissing)
    }),
  )
}
