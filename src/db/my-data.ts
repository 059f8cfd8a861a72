import { and, eq, gt } from 'drizzle-orm'
import { answerDue, type RequestKind } from '../domain/people/registers.ts'
import { DAY, type Instant } from '../domain/time/time.ts'
import type { IdentityKeys } from '../seal/identity-keys.ts'
import { changeIdentity, type Identity, openIdentity, sealIdentity } from '../seal/identity-seal.ts'
import { caseById } from './cases.ts'
import type { Database } from './database.ts'
import { added, altered, type Write } from './ledger/write.ts'
import { type Result, runCommand, type Surroundings } from './run-command.ts'
import { identity } from './schema/filing.ts'
import { dataRequest } from './schema/staff.ts'
import { identityRow, sealedIn } from './sealed-identity.ts'

export interface Contact {
  name: string | null
  phone: string | null
  email: string | null
}

/** As it is held; `emailFailedAt`: when a letter to the address came back for good. */
export interface HeldContact extends Contact {
  emailFailedAt: number | null
}

const TRIES = 3

const NOBODY: Contact = { name: null, phone: null, email: null }

/** For the reporter alone. */
export async function contactOf(
  db: Database,
  keys: IdentityKeys,
  complaintId: number,
): Promise<HeldContact> {
  const row = await identityRow(db, complaintId)
  const sealed = sealedIn(row)
  const opened: Identity | null = sealed && (await openIdentity(keys, complaintId, sealed))
  return { ...NOBODY, ...opened, emailFailedAt: row?.emailFailedAt ?? null }
}

/** Corrections of one report in a day and a night. */
export const MOST_CORRECTIONS = 5

/** Where nothing was changed nothing happens. 'often': more than a day's share. */
export type Corrected = Result | 'often'

/** The request stands in the register as answered (UU 27/2022). Refused once erased. */
export async function correctContact(
  s: Surroundings,
  keys: IdentityKeys,
  complaintId: number,
  contact: Contact,
): Promise<Corrected> {
  for (let i = 0; i < TRIES; i++) {
    const found = await caseById(s.db, complaintId)
    if (!found) break
    const before = await contactOf(s.db, keys, complaintId)
    if (isSame(before, contact)) return { ok: true, complaint: found.complaint, found, queued: [] }
    if (await isOften(s, complaintId)) return 'often'
    const command = {
      name: 'correct',
      hasName: contact.name !== null,
      hasPhone: contact.phone !== null,
      hasEmail: contact.email !== null,
      moved: contact.email !== null && contact.email !== before.email,
    } as const
    const corrected = before.email !== contact.email
    const rows = await correctedRows(s, keys, complaintId, contact, corrected)
    const beside = (db: Database) => [answeredRequest(db, complaintId, 'correct', s.now)]
    const result = await runCommand(s, found, command, { rows, beside })
    if (result.ok || !result.conflict) return result
  }
  return { ok: false, conflict: true }
}

function isSame(a: Contact, b: Contact): boolean {
  return a.name === b.name && a.phone === b.phone && a.email === b.email
}

async function isOften({ db, now }: Surroundings, complaintId: number): Promise<boolean> {
  const today = await db
    .select({ id: dataRequest.id })
    .from(dataRequest)
    .where(
      and(
        eq(dataRequest.complaintId, complaintId),
        eq(dataRequest.kind, 'correct'),
        gt(dataRequest.requestedAt, now - DAY),
      ),
    )
    .limit(MOST_CORRECTIONS)
  return today.length === MOST_CORRECTIONS
}

async function correctedRows(
  s: Surroundings,
  keys: IdentityKeys,
  complaintId: number,
  contact: Contact,
  otherAddress: boolean,
): Promise<() => Write[]> {
  const who: Identity = { ...contact }
  const known = await identityRow(s.db, complaintId)
  const sealed = sealedIn(known)
  const next =
    (sealed?.wrappedKey && (await changeIdentity(keys, complaintId, sealed, who, s.random))) ||
    (await sealIdentity(keys, complaintId, who, s.random))
  const columns = {
    keyVersion: next.keyVersion,
    wrappedKey: next.wrappedKey,
    sealed: JSON.stringify(next.fields),
    hasName: contact.name !== null,
    hasPhone: contact.phone !== null,
    hasEmail: contact.email !== null,
    ...(otherAddress ? { emailFailedAt: null } : {}),
  }
  return () => [
    known ? altered(identity, known, columns) : added(identity, { complaintId, ...columns }),
  ]
}

export function answeredRequest(
  db: Database,
  complaintId: number,
  kind: RequestKind,
  now: Instant,
) {
  const row = {
    complaintId,
    kind,
    channel: 'own',
    requestedAt: now,
    dueAt: answerDue(now),
    recordedBy: 'reporter',
    answeredAt: now,
    answeredBy: 'reporter',
    outcome: 'done',
  } as const
  // two at once are one wish, and the event says which of them was first
  return db.insert(dataRequest).values(row).onConflictDoNothing()
}
