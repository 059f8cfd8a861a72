import { hashPassword } from '../src/auth/passwords.ts'
import type { Database } from '../src/db/database.ts'
import { agency } from '../src/db/schema/city.ts'
import { account, membership, user } from '../src/db/schema/staff.ts'
import type { Role } from '../src/domain/people/actor.ts'
import type { Instant } from '../src/domain/time/time.ts'

/** One password for every demo account; this file is loaded into demonstrations only. */
export const DEMO_PASSWORD = 'tanggap-demo'

/** Before the first demo report, so that every role was held throughout. */
const SINCE: Instant = Date.UTC(2025, 11, 1)

export interface DemoAccount {
  id: string
  name: string
  email: string
  role: Role
  /** Slug of the agency; null for a role of the whole city. */
  agency: string | null
}

function one(
  mailbox: string,
  name: string,
  role: Role,
  agencySlug: string | null = null,
): DemoAccount {
  return {
    id: `demo-${mailbox}`,
    name,
    email: `${mailbox}@contoh.id`,
    role,
    agency: agencySlug,
  }
}

/** Invented people, one for each role and two officers for each of the two agencies. */
export const demoAccounts: DemoAccount[] = [
  one('admin', 'Yusniar Harahap', 'admin'),
  one('verifikator', 'Rina Marlina', 'verifier'),
  one('penghubung.dishub', 'Hendra Saputra', 'liaison', 'dinas-perhubungan'),
  one('kepala.dishub', 'Zulkifli Anwar', 'head', 'dinas-perhubungan'),
  one('petugas1.dishub', 'Dedi Kurniawan', 'officer', 'dinas-perhubungan'),
  one('petugas2.dishub', 'Nurhayati Siregar', 'officer', 'dinas-perhubungan'),
  one('penghubung.pupr', 'Eka Wulandari', 'liaison', 'dinas-pupr'),
  one('kepala.pupr', 'Bambang Irawan', 'head', 'dinas-pupr'),
  one('petugas1.pupr', 'Rudi Hartono', 'officer', 'dinas-pupr'),
  one('petugas2.pupr', 'Mega Lestari', 'officer', 'dinas-pupr'),
  one('pimpinan', 'Fadli Rahman', 'leader'),
  one('inspektorat', 'Suryani Lubis', 'inspectorate', 'inspektorat'),
  one('auditor', 'Agus Salim Nasution', 'auditor'),
]

const GIVEN = ['Andi', 'Fitri', 'Joko', 'Laila', 'Maya', 'Novi', 'Rahmat', 'Tuti', 'Wahyu', 'Yanti']
const FAMILY = ['Pratama', 'Hasibuan', 'Simanjuntak', 'Putri', 'Ramadhan', 'Sari', 'Tanjung']

/** The liaison of every other agency, so that each has somebody who answers. */
export function liaisonsOf(slugs: readonly string[]): DemoAccount[] {
  const provided = new Set(demoAccounts.map((person) => person.agency))
  return slugs
    .filter((slug) => !provided.has(slug))
    .map((slug, i) => {
      const name = `${GIVEN[i % GIVEN.length]} ${FAMILY[i % FAMILY.length]}`
      return one(`penghubung.${slug}`, name, 'liaison', slug)
    })
}

/** Loads the demo's staff with their password; the city must be there. Safe to repeat. */
export async function seedAccounts(db: Database, now: Instant): Promise<DemoAccount[]> {
  const agencies = await db
    .select({ id: agency.id, slug: agency.slug })
    .from(agency)
    .orderBy(agency.id)
  const idOf = new Map(agencies.map(({ id, slug }) => [slug, id]))
  const people = [...demoAccounts, ...liaisonsOf(agencies.map(({ slug }) => slug))]
  const password = await hashPassword(DEMO_PASSWORD)
  const at = { createdAt: new Date(now), updatedAt: new Date(now) }
  const [first, ...rest] = people.flatMap(({ id, name, email, role, agency: slug }) => [
    db
      .insert(user)
      .values({ id, name, email, emailVerified: true, ...at })
      .onConflictDoNothing(),
    db
      .insert(account)
      .values({ id, accountId: id, providerId: 'credential', userId: id, password, ...at })
      .onConflictDoNothing(),
    db
      .insert(membership)
      .values({ userId: id, role, agencyId: slug ? (idOf.get(slug) ?? 0) : 0, since: SINCE })
      .onConflictDoNothing(),
  ])
  if (first) await db.batch([first, ...rest])
  return people
}
