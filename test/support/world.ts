import { env } from 'cloudflare:workers'
import { seedCity } from '../../seed/city.ts'
import { loadCity } from '../../src/db/city.ts'
import { database } from '../../src/db/database.ts'
import { type Filed, type Filing, fileOnce } from '../../src/db/filing.ts'
import type { Surroundings } from '../../src/db/run-command.ts'
import type { Actor, Role, Staff } from '../../src/domain/people/actor.ts'
import type { Instant } from '../../src/domain/time/time.ts'
import { randomBytes } from '../../src/random.ts'
import { isFresh, mintToken } from '../../src/seal/form-token.ts'

/** Tuesday 24 November 2026, 09.00 WIB. */
export const TUESDAY: Instant = Date.parse('2026-11-24T02:00:00Z')

/** The seeded city around a command. */
export const world = async (actor: Actor = { kind: 'reporter' }, now = TUESDAY) => {
  const db = database(env.DB)
  await seedCity(db)
  const s: Surroundings = { db, city: await loadCity(db), now, random: randomBytes, actor }
  return s
}

/** Somebody on the staff, in one role. */
export const someone = (
  role: Role,
  agencyId: number | null = null,
  id = `${role}-${agencyId}`,
): Staff => ({
  kind: 'staff',
  id,
  name: id,
  memberships: [{ role, agencyId, since: 0, until: null }],
})

export const aForm = (changes: Partial<Filing['command']> = {}, token?: string): Filing => ({
  token: token ?? mintToken(env.SERVER_SECRET, randomBytes, TUESDAY),
  command: {
    class: 'complaint',
    categoryId: 1,
    districtId: 1,
    subdistrictId: 101,
    proposedAgencyId: null,
    anonymous: false,
    confidential: false,
    channel: 'web',
    hasKeyHolder: true,
    incidentDay: '2026-11-23',
    text: 'Jalan di depan SDN 002 berlubang dalam, sudah dua motor jatuh.',
    sensitive: null,
    ...changes,
  },
  words: {
    title: 'Jalan berlubang di depan SDN 002',
    text: 'Jalan di depan SDN 002 berlubang dalam, sudah dua motor jatuh.',
    incidentDay: '2026-11-23',
    landmark: 'depan SDN 002',
    lat: null,
    lng: null,
    onBehalf: null,
    loss: null,
    settlement: null,
    laporNumber: null,
  },
  identity: { name: 'Siti Rahmah', phone: '081200001234', email: 'siti@contoh.id' },
})

/** A form that was opened today, whenever that is. */
export const opened = <F extends Filing>(form: F, now: Instant): F =>
  isFresh(env.SERVER_SECRET, form.token, now)
    ? form
    : { ...form, token: mintToken(env.SERVER_SECRET, randomBytes, now) }

export const filed = async (s: Surroundings, form = aForm()) => {
  const as = { ...s, actor: { kind: 'reporter' } as const }
  const result: Filed = await fileOnce(as, env, opened(form, s.now))
  if (result.kind !== 'filed') throw new Error(`not filed: ${JSON.stringify(result)}`)
  return result
}
