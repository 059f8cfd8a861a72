import { sql } from 'drizzle-orm'
import type { IdentityKeys } from '../domain/identity-keys.ts'
import {
  changeIdentity,
  type Identity,
  openIdentity,
  sealIdentity,
} from '../domain/identity-seal.ts'
import { HOUR, type Instant } from '../domain/time.ts'
import type { Database } from './database.ts'
import type { Surroundings } from './run-command.ts'
import { identity } from './schema/filing.ts'
import { dataRequest } from './schema/staff.ts'
import { sealedIdentity } from './sealed-identity.ts'

export interface Contact {
  name: string | null
  phone: string | null
  email: string | null
}

const NOBODY: Contact = { name: null, phone: null, email: null }

/** Who reported, opened for the reporter alone. */
export const contactOf = async (
  db: Database,
  keys: IdentityKeys,
  complaintId: number,
): Promise<Contact> => {
  const sealed = await sealedIdentity(db, complaintId)
  const opened: Identity | null = sealed && (await openIdentity(keys, complaintId, sealed))
  return { ...NOBODY, ...opened }
}

/** Corrects name and contact; the request stands in the register as answered (UU 27/2022). */
export const correctContact = async (
  s: Surroundings,
  keys: IdentityKeys,
  complaintId: number,
  contact: Contact,
): Promise<void> => {
  const who: Identity = { ...contact }
  const sealed = await sealedIdentity(s.db, complaintId)
  const next = sealed?.wrappedKey
    ? await changeIdentity(keys, complaintId, sealed, who, s.random)
    : await sealIdentity(keys, complaintId, who, s.random)
  if (!next) return
  const columns = {
    keyVersion: next.keyVersion,
    wrappedKey: next.wrappedKey,
    sealed: JSON.stringify(next.fields),
    hasName: contact.name !== null,
    hasPhone: contact.phone !== null,
    hasEmail: contact.email !== null,
  }
  await s.db.batch([
    s.db
      .insert(identity)
      .values({ complaintId, ...columns })
      .onConflictDoUpdate({
        target: identity.complaintId,
        set: columns,
        // erased meanwhile: it stays so
        setWhere: sql`(select erased from complaint where id = ${complaintId}) = 0`,
      }),
    answeredRequest(s.db, complaintId, 'correct', s.now),
  ])
}

/** Hours within which the law wants an answer. */
const ANSWER_HOURS = 72

/** A request answered on the spot, for the register. */
export const answeredRequest = (
  db: Database,
  complaintId: number,
  kind: 'see' | 'correct' | 'erase',
  now: Instant,
) =>
  db.insert(dataRequest).values({
    complaintId,
    kind,
    requestedAt: now,
    dueAt: now + ANSWER_HOURS * HOUR,
    answeredAt: now,
    answeredBy: 'reporter',
    outcome: 'done',
  })
