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
import type { RequestChannel, RequestKind, RequestOutcome } from '../../domain/people/registers.ts'

/** Of the next four names and columns are what better-auth asked for, which sign-in began with. */
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
    /** When the address was last corrected: a new one opens no identity yet. */
    emailSince: integer('email_since'),
    /** When they last signed in; sessions themselves do not stay. */
    signedInAt: integer('signed_in_at'),
    /** Has a second step of sign-in since; null without one. */
    secondSince: integer('second_since'),
    /** By when they have to have one: a week after the first sign-in at which it was asked for. */
    secondDue: integer('second_due'),
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
    /** When the second step was last shown. */
    secondAt: integer('second_at'),
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

/** What the second step of sign-in is shown with. Nobody signs in with a row of it alone. */
export const factor = sqliteTable(
  'factor',
  {
    /** 'totp:<user>', 'codes:<user>', or the id that a passkey gave itself. */
    id: text().primaryKey(),
    userId: text('user_id').notNull(),
    kind: text().$type<'totp' | 'passkey' | 'codes'>().notNull(),
    name: text(),
    /** What a secret derives from, digests of the codes left, or a public key. */
    material: text().notNull(),
    /** The last step of time, or use, that counted: none counts twice. */
    counter: integer().notNull(),
    createdAt: integer('created_at').notNull(),
    usedAt: integer('used_at'),
  },
  (t) => [
    index('factor_user').on(t.userId),
    check('factor_kind', sql`${t.kind} in ('totp','passkey','codes')`),
  ],
)

/** Ended ones stay, since a year's membership still bars a reveal. */
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

export const template = sqliteTable(
  'template',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** null: for every agency. */
    agencyId: integer('agency_id'),
    kind: text().notNull(),
    name: text().notNull(),
    text: text().notNull(),
    /** Whose own it is; its agency is -1 then, which the program before gives to nobody. */
    ownerId: text('owner_id'),
    active: integer({ mode: 'boolean' }).notNull().default(true),
    version: integer().notNull().default(0),
  },
  (t) => [
    index('template_kind').on(t.kind, t.agencyId, t.name, t.text),
    // covers what an open case asks for
    index('template_place').on(t.agencyId, t.ownerId, t.kind, t.active, t.name, t.text),
  ],
)

/** Who changed a template, and from what: its key is the lock. Rows are only ever added. */
export const templateChange = sqliteTable(
  'template_change',
  {
    templateId: integer('template_id').notNull(),
    version: integer().notNull(),
    at: integer().notNull(),
    /** 'staff:<id>' */
    by: text().notNull(),
    /** JSON of its words; null where there was none. */
    before: text(),
    after: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.templateId, t.version] })],
)

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

/** UU 27/2022: answered within 72 hours. */
export const dataRequest = sqliteTable(
  'data_request',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    complaintId: integer('complaint_id').notNull(),
    kind: text().$type<RequestKind>().notNull(),
    /** How it came; 'own': by number and key, on the reporter's own page. */
    channel: text().$type<RequestChannel | 'own'>().notNull(),
    /** By whom, and how; null where number and key were shown. */
    checked: text(),
    requestedAt: integer('requested_at').notNull(),
    dueAt: integer('due_at').notNull(),
    /** Id, or 'reporter'. */
    recordedBy: text('recorded_by').notNull(),
    answeredAt: integer('answered_at'),
    answeredBy: text('answered_by'),
    outcome: text().$type<RequestOutcome>(),
    /** Without personal data. */
    answer: text(),
  },
  (t) => [
    // one person, one wish, one minute: a form sent twice is one request
    uniqueIndex('data_request_same').on(t.complaintId, t.kind, t.requestedAt),
    index('data_request_open').on(t.dueAt).where(sql`answered_at is null`),
    index('data_request_answered').on(t.answeredAt).where(sql`answered_at is not null`),
    check('data_request_kind', sql`${t.kind} in ('see','correct','erase')`),
    check(
      'data_request_channel',
      sql`${t.channel} in ('own','counter','phone','letter','email','whatsapp')`,
    ),
    check(
      'data_request_outcome',
      sql`(${t.answeredAt} is null) = (${t.outcome} is null) and (${t.outcome} is null or ${t.outcome} in ('done','refused'))`,
    ),
  ],
)

/** UU 27/2022: those concerned are told within 72 hours. */
export const breach = sqliteTable(
  'breach',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    foundAt: integer('found_at').notNull(),
    noticeDueAt: integer('notice_due_at').notNull(),
    what: text().notNull(),
    /** In words: it is rarely known at once. */
    concerned: text().notNull(),
    done: text().notNull(),
    recordedAt: integer('recorded_at').notNull(),
    recordedBy: text('recorded_by').notNull(),
    noticedAt: integer('noticed_at'),
    noticedBy: text('noticed_by'),
  },
  (t) => [
    uniqueIndex('breach_same').on(t.foundAt, t.what),
    index('breach_open').on(t.noticeDueAt).where(sql`noticed_at is null`),
    index('breach_noticed').on(t.noticedAt).where(sql`noticed_at is not null`),
  ],
)
