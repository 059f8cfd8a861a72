import type { Database } from '../src/db/database.ts'
import { membership, user } from '../src/db/schema/staff.ts'
import { agencyBySlug, type City } from '../src/domain/city/city.ts'
import type { Role, Staff } from '../src/domain/people/actor.ts'
import type { Instant } from '../src/domain/time/time.ts'
import { type DemoAccount, demoAccounts, liaisonsOf } from './accounts.ts'
import { inChunks } from './chunks.ts'

/** Everyone has held the role since before the first complaint. */
const SINCE: Instant = Date.UTC(2025, 11, 1)

const FIRST =
  'Desi Irwan Mira Taufik Elvi Khairul Novita Syafrizal Wulan Andika Ratna Hasan Siska Eko Melati Ilham Rosmaini Arif Yulianti Joni Dewi Fauzan Marlina'.split(
    ' ',
  )
const LAST =
  'Chaniago Lubis Wijaya Harahap Hidayat Pohan Sinaga Maulana Piliang Sembiring Manurung Daulay Gunawan Simbolon Effendi Jambak Purba Koto Ritonga'.split(
    ' ',
  )

/** Who works on the demo's complaints, by the part they play. */
export interface Cast {
  verifiers: Staff[]
  leader: Staff
  /** Of an agency; at the Inspektorat whoever handles its cases. */
  liaison: (agencyId: number) => Staff
  officers: (agencyId: number) => Staff[]
}

/** The city's staff as actors: the demo accounts, and colleagues of theirs who cannot sign in. */
export function castOf(city: City): Cast {
  const slugs = slugsOf(city)
  const people = [...demoAccounts, ...liaisonsOf(slugs), ...colleaguesOf(slugs)].map((one) => ({
    ...one,
    agencyId: one.agency === null ? null : (agencyBySlug(city, one.agency)?.id ?? null),
  }))
  const holding = (role: Role, agencyId: number | null): Staff[] =>
    people
      .filter((one) => one.agencyId === agencyId && [role, 'inspectorate'].includes(one.role))
      .map(({ id, name, role }) => ({
        ...{ kind: 'staff', id, name },
        memberships: [{ role, agencyId, since: SINCE, until: null }],
      }))
  const only = (role: Role, agencyId: number | null): Staff => {
    const [person] = holding(role, agencyId)
    if (!person) throw new RangeError(`no ${role} of agency ${agencyId}`)
    return person
  }
  return {
    verifiers: holding('verifier', null),
    leader: only('leader', null),
    liaison: (agencyId) => only('liaison', agencyId),
    officers: (agencyId) => holding('officer', agencyId),
  }
}

/** In the order of their ids, as seedAccounts takes them. */
function slugsOf(city: City): string[] {
  return [...city.agencies].sort((a, b) => a.id - b.id).map(({ slug }) => slug)
}

/** A second verifier, and an officer and a head wherever no demo account is one. */
function colleaguesOf(slugs: readonly string[]): DemoAccount[] {
  const provided = new Set(demoAccounts.map(({ agency }) => agency))
  const posts: [Role, string | null][] = [
    ['verifier', null],
    ...slugs
      .filter((slug) => !provided.has(slug))
      .flatMap((slug): [Role, string][] => [
        ['officer', slug],
        ['head', slug],
      ]),
  ]
  return posts.map(([role, agency], i) => {
    const name = `${FIRST[i % FIRST.length]} ${LAST[i % LAST.length]}`
    const mailbox = `${role}.${agency ?? 'kota'}`
    return { id: `demo-${mailbox}`, name, email: `${mailbox}@contoh.id`, role, agency }
  })
}

/** Rows of those colleagues; without a password none of them can sign in. Safe to repeat. */
export async function seedColleagues(db: Database, city: City): Promise<void> {
  const at = new Date(SINCE)
  const people = colleaguesOf(slugsOf(city))
  const users = people.map(({ id, name, email }) => ({
    ...{ id, name, email, emailVerified: true, createdAt: at, updatedAt: at },
  }))
  const roles = people.map(({ id, role, agency }) => ({
    ...{ userId: id, role, since: SINCE },
    agencyId: agency === null ? 0 : (agencyBySlug(city, agency)?.id ?? 0),
  }))
  const [first, ...rest] = [
    ...inChunks(users, 12).map((v) => db.insert(user).values(v).onConflictDoNothing()),
    ...inChunks(roles, 18).map((v) => db.insert(membership).values(v).onConflictDoNothing()),
  ]
  if (first) await db.batch([first, ...rest])
}
