import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The next four are better-auth's; names and columns are what it asks for. */
export const user = sqliteTable(
  'user',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    email: text().notNull().unique(),
    emailVerified: integer('email_verified', { mode: 'boolean' }).notNull().default(false),
    image: text(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
    /** Left the service: may not sign in, is told nothing. */
    disabledAt: integer('disabled_at'),
  },
  (t) => [index('user_name').on(sql`name collate nocase`, t.id)],
)

export const session = sqliteTable(
  'session',
  {
    id: text().primaryKey(),
    token: text().notNull().unique(),
    userId: text('user_id').notNull(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
  },
  (t) => [index('session_user').on(t.userId)],
)

export const account = sqliteTable(
  'account',
  {
    id: text().primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: integer('access_token_expires_at', { mode: 'timestamp_ms' }),
    refreshTokenExpiresAt: integer('refresh_token_expires_at', { mode: 'timestamp_ms' }),
    scope: text(),
    password: text(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('account_user').on(t.userId)],
)

export const verification = sqliteTable(
  'verification',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }),
  },
  (t) => [index('verification_identifier').on(t.identifier)],
)

/** A role held for a time; ended ones stay, since a year's membership still bars a reveal. */
export const membership = sqliteTable(
  'membership',
  {
    userId: text('user_id').notNull(),
    role: text().notNull(),
    /** 0 where the role belongs to no agency. */
    agencyId: integer('agency_id').notNull(),
    since: integer().notNull(),
    until: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.role, t.agencyId, t.since] }),
    index('membership_agency').on(t.agencyId, t.role),
    check(
      'membership_role',
      sql`${t.role} in ('admin','verifier','liaison','officer','head','leader','inspectorate','auditor')`,
    ),
  ],
)

export const template = sqliteTable('template', {
  id: integer().primaryKey({ autoIncrement: true }),
  /** null: for every agency. */
  agencyId: integer('agency_id'),
  kind: text().notNull(),
  name: text().notNull(),
  text: text().notNull(),
})

export const savedView = sqliteTable(
  'saved_view',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    userId: text('user_id').notNull(),
    name: text().notNull(),
    query: text().notNull(),
  },
  (t) => [index('saved_view_user').on(t.userId)],
)

/** UU 27/2022: requests about personal data, answered within 72 hours. */
export const dataRequest = sqliteTable(
  'data_request',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    complaintId: integer('complaint_id').notNull(),
    kind: text().notNull(),
    requestedAt: integer('requested_at').notNull(),
    dueAt: integer('due_at').notNull(),
    answeredAt: integer('answered_at'),
    answeredBy: text('answered_by'),
    outcome: text(),
  },
  (t) => [
    index('data_request_open').on(t.dueAt).where(sql`answered_at is null`),
    check('data_request_kind', sql`${t.kind} in ('see','correct','erase')`),
  ],
)

export const breach = sqliteTable('breach', {
  id: integer().primaryKey({ autoIncrement: true }),
  foundAt: integer('found_at').notNull(),
  /** 72 hours after it was found. */
  noticeDueAt: integer('notice_due_at').notNull(),
  noticedAt: integer('noticed_at'),
  what: text().notNull(),
  recordedBy: text('recorded_by').notNull(),
})
