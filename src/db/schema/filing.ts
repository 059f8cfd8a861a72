import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { LetterName } from '../../domain/case/letters.ts'

/** One sent form: the same token and fields always get the same answer. */
export const filing = sqliteTable(
  'filing',
  {
    tokenDigest: text('token_digest').primaryKey(),
    fieldsDigest: text('fields_digest').notNull(),
    complaintId: integer('complaint_id').notNull(),
    at: integer().notNull(),
    /** Its browser signed out: sent again the form shows no key any more. */
    leftAt: integer('left_at'),
  },
  (t) => [index('filing_fields').on(t.fieldsDigest, t.at)],
)

/** Which line of an older record it was: by its number there, or by a digest of what it tells. */
export const oldReport = sqliteTable(
  'old_report',
  {
    key: text().primaryKey(),
    complaintId: integer('complaint_id').notNull(),
    /** The import that brought it. */
    runId: integer('run_id').notNull(),
  },
  (t) => [index('old_report_run').on(t.runId, t.complaintId)],
)

/** 'instead': others were told, since those whom it was for do not exist (docs/rules.md, Whom a letter reaches). */
export type Reached = 'told' | 'instead' | 'nobody'

/** Dropping the wrapped key erases who reported. */
export const identity = sqliteTable('identity', {
  complaintId: integer('complaint_id').primaryKey(),
  keyVersion: integer('key_version').notNull(),
  wrappedKey: text('wrapped_key'),
  /** JSON of sealed fields: name, phone, email. */
  sealed: text(),
  /** So that a notice need not open the seal to know it has no address. */
  hasName: integer('has_name', { mode: 'boolean' }).notNull(),
  hasPhone: integer('has_phone', { mode: 'boolean' }).notNull(),
  hasEmail: integer('has_email', { mode: 'boolean' }).notNull(),
  /** When a letter to this address came back for good; null again once it is corrected. */
  emailFailedAt: integer('email_failed_at'),
})

export const reveal = sqliteTable(
  'reveal',
  {
    complaintId: integer('complaint_id').notNull(),
    seq: integer().notNull(),
    staffId: text('staff_id').notNull(),
    at: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.complaintId, t.seq] }), index('reveal_at').on(t.at)],
)

export type Preview = 'made' | 'none'

export const attachment = sqliteTable(
  'attachment',
  {
    id: text().primaryKey(),
    complaintId: integer('complaint_id').notNull(),
    seq: integer().notNull(),
    /** 'reporter' or 'agency'. */
    source: text().notNull(),
    authorId: text('author_id'),
    /** Key in the bucket: random, no file name; null once erased. */
    key: text(),
    type: text().notNull(),
    bytes: integer().notNull(),
    width: integer(),
    height: integer(),
    /** SHA-256 of the stored bytes. */
    digest: text().notNull(),
    isPublic: integer('is_public', { mode: 'boolean' }).notNull().default(false),
    /** An anonymous reporter's photo that the verifier lets the agency see. */
    forAgency: integer('for_agency', { mode: 'boolean' }).notNull().default(false),
    at: integer().notNull(),
    /** A small picture lies beside it ('made'), or none can ('none'); null: not made yet. */
    preview: text().$type<Preview>(),
    /** How often one was begun: what ends the isolate leaves no other trace. */
    previewTries: integer('preview_tries').notNull().default(0),
  },
  (t) => [
    index('attachment_complaint').on(t.complaintId, t.seq),
    index('attachment_key').on(t.key),
    index('attachment_waiting').on(t.at).where(sql`preview is null and "key" is not null`),
    check('attachment_source', sql`${t.source} in ('reporter','agency')`),
  ],
)

/** Its offset is the lock. */
export const upload = sqliteTable('upload', {
  id: text().primaryKey(),
  complaintId: integer('complaint_id').notNull(),
  length: integer().notNull(),
  offset: integer().notNull(),
  startedAt: integer('started_at').notNull(),
})

export const outbox = sqliteTable(
  'outbox',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    dedupe: text().notNull().unique(),
    complaintId: integer('complaint_id'),
    seq: integer(),
    recipient: text().notNull(),
    agencyId: integer('agency_id'),
    template: text().notNull().$type<LetterName>(),
    /** Commit + 12 s for what may be undone; office hours for letters of the clock. */
    notBefore: integer('not_before').notNull(),
    state: text().notNull(),
    attempts: integer().notNull().default(0),
    error: text(),
    doneAt: integer('done_at'),
    /** Once it is done: whom it reached. Null while it waits, and in rows of before. */
    reached: text().$type<Reached>(),
  },
  (t) => [
    index('outbox_unheard').on(t.id).where(sql`reached <> 'told' and recipient <> 'reporter'`),
    index('outbox_waiting').on(t.notBefore).where(sql`state = 'waiting'`),
    index('outbox_dead').on(t.id).where(sql`state = 'dead'`),
    check('outbox_state', sql`${t.state} in ('waiting','done','cancelled','dead')`),
  ],
)

/** One row per recipient and outbox row: at-least-once queues send once. */
export const delivery = sqliteTable(
  'delivery',
  {
    outboxId: integer('outbox_id').notNull(),
    /** 'reporter:<complaint>' or 'staff:<id>'; never an address. */
    recipient: text().notNull(),
    channel: text().notNull(),
    /** Opaque, from the channel. */
    reference: text(),
    at: integer().notNull(),
    /** The address is refused for good: it is not tried again. */
    failedAt: integer('failed_at'),
    /** As the channel said it, without any address. */
    failure: text(),
    /** Keyed digest of a mailbox that had enough letters: it is told of in the next collected one. */
    heldFor: text('held_for'),
  },
  (t) => [
    primaryKey({ columns: [t.outboxId, t.recipient, t.channel] }),
    index('delivery_held').on(t.heldFor, t.outboxId).where(sql`held_for is not null`),
  ],
)
