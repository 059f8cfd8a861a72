import type { Database } from '../src/db/database.ts'
import { membership, user } from '../src/db/schema/staff.ts'
import type { Role, Staff } from '../src/domain/actor.ts'
import { type City, rulesOf } from '../src/domain/city.ts'
import { crockfordLetters } from '../src/domain/crockford.ts'
import type { Instant } from '../src/domain/time.ts'
import { inChunks } from './chunks.ts'
import { seeded } from './random.ts'

/** Everyone has held the role since before the first complaint. */
const SINCE: Instant = Date.UTC(2025, 0, 1)

/** Invented; a first name and a last one are put together for each post. */
const FIRST =
  'Rina Yusri Desi Hendra Lestari Zulkifli Mira Fauzan Elvi Rahmat Novita Syafrizal Tuti Andika Wulan Irwan Sari Khairul Dewi Bambang Nurhayati Arif Melati Joni Fitriani Rudi Suryani Taufik Ratna Eko Yulianti Hasan Maya Dedi Rosmaini Ilham Siska Agus Marlina Budi'.split(
    ' ',
  )
const LAST =
  'Siregar Chaniago Lubis Wijaya Harahap Saputra Tanjung Nasution Hidayat Pohan Ramadhan Sinaga Maulana Piliang Kurniawan Sembiring Syahputra Manurung Caniago Hasibuan Pratama Simbolon Effendi Jambak Gunawan Daulay Iskandar Purba Anwar Sikumbang Firmansyah Batubara Marpaung Yunus Koto Ritonga Setiawan'.split(
    ' ',
  )

export interface Person extends Staff {
  email: string
}

/** Who works on the demo's complaints, by the part they play. */
export interface Cast {
  everyone: Person[]
  verifiers: Person[]
  admin: Person
  leader: Person
  liaison: (agencyId: number) => Person
  officers: (agencyId: number) => Person[]
  head: (agencyId: number) => Person
}

type Post = [role: Role, agencyId: number | null]

/** The posts of a city: its verifiers, and in every agency a liaison, two officers and a head. */
export const castOf = (city: City): Cast => {
  const inspectorate = rulesOf(city).inspectorateAgencyId
  const byId = [...city.agencies].sort((a, b) => a.id - b.id)
  const posts: Post[] = [
    ['admin', null],
    ['verifier', null],
    ['verifier', null],
    ['leader', null],
    ['auditor', null],
    ...byId.flatMap(({ id }): Post[] =>
      id === inspectorate
        ? [
            ['inspectorate', id],
            ['inspectorate', id],
          ]
        : [
            ['liaison', id],
            ['officer', id],
            ['officer', id],
            ['head', id],
          ],
    ),
  ]
  const everyone = posts.map(personOf)
  const holding = (role: Role, agencyId: number | null = null): Person[] =>
    everyone.filter(({ memberships: [m] }) => m?.role === role && m.agencyId === agencyId)
  const only = (role: Role, agencyId: number | null = null): Person => {
    const [person] = holding(agencyId === inspectorate ? 'inspectorate' : role, agencyId)
    if (!person) throw new RangeError(`no ${role} of agency ${agencyId}`)
    return person
  }
  return {
    everyone,
    verifiers: holding('verifier'),
    admin: only('admin'),
    leader: only('leader'),
    liaison: (agencyId) => only('liaison', agencyId),
    officers: (agencyId) =>
      holding(agencyId === inspectorate ? 'inspectorate' : 'officer', agencyId),
    head: (agencyId) => only('head', agencyId),
  }
}

const personOf = ([role, agencyId]: Post, i: number): Person => {
  const first = FIRST[i % FIRST.length] ?? ''
  const last = LAST[i % LAST.length] ?? ''
  return {
    kind: 'staff',
    id: crockfordLetters(seeded('person', i).bytes(16)).toLowerCase(),
    name: `${first} ${last}`,
    email: `${first}.${last}@staf.contoh.id`.toLowerCase(),
    memberships: [{ role, agencyId, since: SINCE, until: null }],
  }
}

/** Rows of everybody who acts in the demo; without a password none of them can sign in. */
export const seedPeople = async (db: Database, { everyone }: Cast): Promise<void> => {
  const at = new Date(SINCE)
  const users = everyone.map(({ id, name, email }) => ({
    ...{ id, name, email, emailVerified: true, createdAt: at, updatedAt: at },
  }))
  const roles = everyone.flatMap(({ id, memberships }) =>
    memberships.map(({ role, agencyId, since }) => ({
      ...{ userId: id, role, agencyId: agencyId ?? 0, since },
    })),
  )
  const [first, ...rest] = [
    ...inChunks(users, 12).map((v) => db.insert(user).values(v).onConflictDoNothing()),
    ...inChunks(roles, 18).map((v) => db.insert(membership).values(v).onConflictDoNothing()),
  ]
  if (first) await db.batch([first, ...rest])
}
