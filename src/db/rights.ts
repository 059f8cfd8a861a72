import { type SQL, sql } from 'drizzle-orm'
import type { Role } from '../domain/people/actor.ts'
import {
  DECIDERS,
  OVERSEERS,
  OWN_CHANGES,
  type OwnChange,
  type RightsChange,
} from '../domain/people/grants.ts'
import type { RandomBytes } from '../domain/text/bytes.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { newId } from './ids.ts'
import { insertWhere } from './insert-where.ts'
import type { Queued } from './ledger/commit.ts'
import { conflictOf } from './ledger/conflict.ts'
import type { Statement } from './ledger/statement.ts'
import type { LetterTo } from './outbox.ts'
import { outbox } from './schema/filing.ts'
import { rightsLog } from './schema/rights.ts'

type Entry = typeof rightsLog.$inferInsert

export interface RightsAround {
  db: Database
  now: Instant
  random: RandomBytes
  /** 'staff:<id>' or 'timer'. */
  by: string
}

export interface RightsEntry {
  did: RightsChange
  userId: string
  role: Role | null
  /** 0 where the role belongs to no agency. */
  agencyId: number | null
  reason: string
  /** Of a name or an address: what it was, and what it is now. */
  detail?: string
  /** Old and new mailbox of an address: by the id of what changes it, where it waited. */
  mailboxes?: { to: Extract<LetterTo, 'old_address' | 'new_address'>[]; change?: number }
}

/** On record, but only the role itself, or whose account it is, is told. */
const UNTOLD: ReadonlySet<RightsChange> = new Set(['invited', ...OWN_CHANGES])
/** Whose account it is can object, or is the first to know that it was not them. */
const OWN: ReadonlySet<RightsChange> = new Set([...OWN_CHANGES, 'reset_asked', 'second_reset'])
const ASKED: ReadonlySet<RightsChange> = new Set(['asked', 'email_asked', 'reset_asked'])

const TRIES = 5

type Effects = (written: SQL, id: number) => Statement[]

/**
 * The row on record is the lock: where `where` holds it is written, and with it, in one batch, what
 * it says and the letters about it. Null: it did not hold, and nothing changed.
 */
export async function changeRights(
  around: RightsAround,
  entry: RightsEntry,
  where: SQL,
  effects: Effects,
): Promise<Queued[] | null> {
  for (let tried = 1; ; tried++) {
    const id = newId(around.now, around.random)
    try {
      return await changeOnce(around, { ...entry, id }, where, effects)
    } catch (error) {
      // a job writes many of one millisecond, and two may have drawn the same
      if (tried === TRIES || conflictOf(error) !== 'entry') throw error
    }
  }
}

async function changeOnce(
  { db, now, by }: RightsAround,
  { id, did, userId, role, agencyId, reason, detail, mailboxes }: RightsEntry & { id: number },
  where: SQL,
  effects: Effects,
): Promise<Queued[] | null> {
  const written = sql`exists (select 1 from ${rightsLog} where id = ${id})`
  const entry = { id, at: now, did, by, userId, role, agencyId, reason, detail }
  const [rows, queued] = await db.batch([
    insertWhere(db, rightsLog, entry, where).returning({ id: rightsLog.id }),
    lettersOf(db, entry, written, mailboxes),
    ...effects(written, id),
  ])
  return rows.length > 0 ? queued : null
}

function lettersOf(
  db: Database,
  { id, did, at }: Entry,
  written: SQL,
  mailboxes: RightsEntry['mailboxes'],
) {
  const asked = ASKED.has(did) ? DECIDERS : []
  const overseers = UNTOLD.has(did) ? [] : [...OVERSEERS, ...asked]
  const told = [
    ...overseers.map((to) => ({ to, of: `rights|${id}`, template: 'rights_changed' })),
    ...(OWN.has(did) ? [{ to: 'person', of: `account|${id}`, template: 'account_changed' }] : []),
    ...(mailboxes?.to ?? []).map((to) => ({
      ...{ to, of: `email|${mailboxes?.change ?? id}|${did}`, template: 'email_changed' },
    })),
  ]
  const letter = {
    dedupe: sql`json_extract(value, '$.of') || '|' || json_extract(value, '$.to')`,
    recipient: sql`json_extract(value, '$.to')`,
    template: sql`json_extract(value, '$.template')`,
    notBefore: at,
    state: 'waiting',
    attempts: 0,
  } as const
  return insertWhere(
    db,
    outbox,
    letter,
    written,
    sql`from json_each(${JSON.stringify(told)})`,
  ).returning({ id: outbox.id, notBefore: outbox.notBefore })
}

/** What somebody did to their own account. `detail`: which of several. */
export function ownEntry(did: OwnChange, userId: string, detail?: string): RightsEntry {
  return { did, userId, role: null, agencyId: null, reason: '', detail }
}

export async function noteInvited(around: RightsAround, userId: string): Promise<void> {
  const entry = { did: 'invited', userId, role: null, agencyId: null, reason: '' } as const
  await changeRights(around, entry, sql`true`, () => [])
}
