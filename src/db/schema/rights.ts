import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type { Role } from '../../domain/people/actor.ts'
import type { RightsChange } from '../../domain/people/grants.ts'

/** Of whatever waits for a second person's yes. */
const waitsForYes = {
  askedBy: text('asked_by').notNull(),
  askedAt: integer('asked_at').notNull(),
  /** Comes into force by itself then: nobody else could say yes. */
  ripensAt: integer('ripens_at'),
  expiresAt: integer('expires_at').notNull(),
  outcome: text().$type<'granted' | 'refused' | 'expired'>(),
}

/** A role that waits for a second person's yes. */
export const roleGrant = sqliteTable(
  'role_grant',
  {
    id: integer().primaryKey(),
    userId: text('user_id').notNull(),
    role: text().$type<Role>().notNull(),
    /** 0 where the role belongs to no agency. */
    agencyId: integer('agency_id').notNull(),
    reason: text().notNull(),
    ...waitsForYes,
  },
  (t) => [
    uniqueIndex('role_grant_open').on(t.userId, t.role, t.agencyId).where(sql`outcome is null`),
    index('role_grant_waiting').on(t.expiresAt).where(sql`outcome is null`),
    check('role_grant_outcome', sql`${t.outcome} in ('granted','refused','expired')`),
  ],
)

/** Another address for somebody's account: what waits for a second person's yes, and what was done. */
export const emailChange = sqliteTable(
  'email_change',
  {
    id: integer().primaryKey(),
    userId: text('user_id').notNull(),
    previous: text().notNull(),
    email: text().notNull(),
    reason: text().notNull(),
    ...waitsForYes,
  },
  (t) => [
    uniqueIndex('email_change_open').on(t.userId).where(sql`outcome is null`),
    index('email_change_waiting').on(t.expiresAt).where(sql`outcome is null`),
    check('email_change_outcome', sql`${t.outcome} in ('granted','refused','expired')`),
  ],
)

/** To whom somebody's open work of an agency goes when they leave it; without a row: its liaisons. */
export const handOver = sqliteTable(
  'hand_over',
  {
    userId: text('user_id').notNull(),
    agencyId: integer('agency_id').notNull(),
    toId: text('to_id').notNull(),
    /** Id of the administrator. */
    givenBy: text('given_by').notNull(),
    givenAt: integer('given_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.agencyId] })],
)

/** Somebody lost what they show as the second step: what waits for a second person's yes. */
export const secondReset = sqliteTable(
  'second_reset',
  {
    id: integer().primaryKey(),
    userId: text('user_id').notNull(),
    reason: text().notNull(),
    ...waitsForYes,
  },
  (t) => [
    uniqueIndex('second_reset_open').on(t.userId).where(sql`outcome is null`),
    index('second_reset_waiting').on(t.expiresAt).where(sql`outcome is null`),
    check('second_reset_outcome', sql`${t.outcome} in ('granted','refused','expired')`),
  ],
)

/** A setting on which identities or the record hang: it waits for a second person's yes. */
export const cityAsk = sqliteTable(
  'city_ask',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    noun: text().notNull(),
    rowId: integer('row_id').notNull(),
    /** JSON: what was typed into the guarded fields, and what stood there. */
    typed: text().notNull(),
    before: text().notNull(),
    ...waitsForYes,
  },
  (t) => [
    uniqueIndex('city_ask_open').on(t.noun, t.rowId).where(sql`outcome is null`),
    index('city_ask_waiting').on(t.expiresAt).where(sql`outcome is null`),
    check('city_ask_outcome', sql`${t.outcome} in ('granted','refused','expired')`),
  ],
)

/** Who changed whose rights, and why. Rows are only ever added. */
export const rightsLog = sqliteTable(
  'rights_log',
  {
    /** Ordered by time. */
    id: integer().primaryKey(),
    at: integer().notNull(),
    did: text().$type<RightsChange>().notNull(),
    /** 'staff:<id>'; 'operator' by the command line; 'timer'. */
    by: text().notNull(),
    userId: text('user_id').notNull(),
    role: text().$type<Role>(),
    agencyId: integer('agency_id'),
    reason: text().notNull(),
    /** What it was and what it is now, of a name or an address. */
    detail: text(),
  },
  (t) => [
    check(
      'rights_log_did',
      sql`${t.did} in ('asked','granted','refused','expired','ended','disabled','enabled','invited','renamed','email_asked','email_changed','email_refused','email_expired','password_changed','second_added','second_removed','codes_made','code_used','key_copied','reset_asked','second_reset','reset_refused','reset_expired')`,
    ),
  ],
)
