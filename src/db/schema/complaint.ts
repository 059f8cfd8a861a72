import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type { CommandName } from '../../domain/acts/acts.ts'
import type { Complaint, Draft } from '../../domain/case/complaint.ts'
import type { Pause } from '../../domain/time/pauses.ts'

export const complaint = sqliteTable(
  'complaint',
  {
    id: integer().primaryKey(),
    reference: text().notNull(),
    version: integer().notNull(),
    lastHash: text('last_hash').notNull(),
    rootId: integer('root_id').notNull(),
    clusterSize: integer('cluster_size').notNull(),
    state: text().notNull(),
    cameFrom: text('came_from'),
    class: text().notNull(),
    supervisory: integer({ mode: 'boolean' }).notNull(),
    sensitive: text(),
    suspectedSpam: integer('suspected_spam', { mode: 'boolean' }).notNull(),
    quarantined: integer({ mode: 'boolean' }).notNull().default(false),
    anonymous: integer({ mode: 'boolean' }).notNull(),
    confidential: integer({ mode: 'boolean' }).notNull(),
    channel: text().notNull(),
    hasKeyHolder: integer('has_key_holder', { mode: 'boolean' }).notNull(),
    filedBy: text('filed_by'),
    /** JSON array of agency ids. */
    keySeenBy: text('key_seen_by'),
    categoryId: integer('category_id'),
    districtId: integer('district_id'),
    subdistrictId: integer('subdistrict_id'),
    proposedAgencyId: integer('proposed_agency_id'),
    aboutAgencyId: integer('about_agency_id'),
    leadAgencyId: integer('lead_agency_id'),
    /** JSON arrays of agency ids, these two. */
    supporting: text().notNull(),
    formerAgencies: text('former_agencies').notNull().default('[]'),
    officerId: text('officer_id'),
    priority: text().notNull(),
    receivedAt: integer('received_at').notNull(),
    dayZero: text('day_zero').notNull(),
    firstRoutedDay: text('first_routed_day'),
    returns: integer().notNull(),
    objection: text().$type<Complaint['objection']>(),
    disputes: integer().notNull(),
    firstAnswerDays: integer('first_answer_days'),
    closeDays: integer('close_days'),
    everLate: integer('ever_late', { mode: 'boolean' }).notNull(),
    closedAt: integer('closed_at'),
    lapsed: integer({ mode: 'boolean' }).notNull().default(false),
    /** Days as an older record tells them, of what was brought from one. */
    toldDay: text('told_day'),
    toldEnd: text('told_end'),
    unheard: integer({ mode: 'boolean' }).notNull().default(false),
    /** When the reporter first had before them what was asked last; no event tells of it. */
    openedAt: integer('opened_at'),
    rating: integer(),
    /** The draft that waits for another's yes: its message, its kind, its author as the chain says it. */
    draftSeq: integer('draft_seq'),
    draftKind: text('draft_kind').$type<Draft['kind']>(),
    draftBy: text('draft_by'),
    erased: integer({ mode: 'boolean' }).notNull().default(false),
    releaseStatus: text('release_status').notNull(),
    releasePoint: integer('release_point', { mode: 'boolean' }).notNull(),

    /** Hex digest of the access key; null where there is no key holder. */
    keyHash: text('key_hash'),
    /** The reporter's own words and the salt of their commitment; null once erased. */
    title: text(),
    text: text(),
    salt: text(),
    /** The verifier's clean title and masked copy: all that the public may read. */
    releasedTitle: text('released_title'),
    releasedText: text('released_text'),
    /** What the agency is given of an anonymous report. */
    screenedText: text('screened_text'),
    incidentDay: text('incident_day').notNull(),
    landmark: text(),
    lat: real(),
    lng: real(),
    /** Legal extras of UU 25/2009. */
    onBehalf: text('on_behalf'),
    loss: text(),
    settlement: text(),
    laporNumber: text('lapor_number'),
    /** From when the public may see a release: after the seconds in which it may be undone. */
    publicFrom: integer('public_from'),
    /** Facets as words for full-text search. */
    tokens: text().notNull(),
    /** JSON of what stood before the last event, while it may be undone. */
    undo: text(),
  },
  (t) => [
    uniqueIndex('complaint_reference').on(t.reference),
    index('complaint_members').on(t.rootId).where(sql`root_id <> id`),
    index('complaint_moving').on(t.rootId).where(sql`state = 'merged' and cluster_size > 1`),
    index('complaint_released').on(t.id).where(sql`release_status = 'released'`),
    index('complaint_erasable')
      .on(t.closedAt)
      .where(sql`closed_at is not null and text is not null`),
    index('complaint_test').on(t.closedAt).where(sql`channel = 'test' and text is not null`),
    index('complaint_filer').on(t.filedBy, t.id).where(sql`filed_by is not null`),
    index('complaint_elsewhere').on(t.laporNumber).where(sql`lapor_number is not null`),
    index('complaint_coordination')
      .on(t.id)
      .where(sql`state = 'received' and (returns >= 2 or objection = 'open')`),
    index('complaint_draft')
      .on(t.leadAgencyId, t.id)
      .where(sql`draft_seq is not null and state = 'in_progress'`),
    index('complaint_decision').on(t.id).where(sql`draft_kind = 'decision'`),
    index('complaint_disputed')
      .on(t.leadAgencyId, t.id)
      .where(sql`disputes > 0 and state = 'in_progress'`),
    check(
      'complaint_state',
      sql`${t.state} in ('received','awaiting_info','routed','in_progress','awaiting_confirmation','closed','referred','archived','withdrawn','merged')`,
    ),
    check('complaint_class', sql`${t.class} in ('complaint','aspiration','information')`),
    check('complaint_priority', sql`${t.priority} in ('normal','important','urgent')`),
    check('complaint_version', sql`${t.version} > 0`),
    check('complaint_rating', sql`${t.rating} is null or ${t.rating} between 1 and 5`),
    check('complaint_release', sql`${t.releaseStatus} in ('none','released','withdrawn')`),
    check(
      'complaint_never_public',
      sql`not (${t.releaseStatus} = 'released' and (${t.confidential} or ${t.supervisory} or ${t.suspectedSpam}))`,
    ),
  ],
)

/** Append-only. The primary key is the lock of every change. */
export const event = sqliteTable(
  'event',
  {
    complaintId: integer('complaint_id').notNull(),
    seq: integer().notNull(),
    type: text().notNull().$type<CommandName>(),
    at: integer().notNull(),
    /** 'reporter', 'timer' or 'staff:<opaque id>'. */
    actor: text().notNull(),
    stateBefore: text('state_before'),
    stateAfter: text('state_after').notNull(),
    /** Lead agency after it. */
    agencyId: integer('agency_id'),
    /** Canonical JSON of scalars. */
    facts: text().notNull(),
    commitment: text(),
    /** Canonical JSON: a digest of each row that it left, null for one that it took away. */
    written: text(),
    previous: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.complaintId, t.seq] }),
    index('event_at').on(t.at),
    // what a page of a history hangs on, however long ago; filing and routing opened an assignment
    index('event_kept')
      .on(t.complaintId, t.type, t.seq)
      .where(
        sql`(state_before <> state_after and type <> 'route' or type in ('approve_reply', 'hear', 'renew_key', 'vouch_key', 'withdraw'))`,
      ),
    // what an agency itself did (db/oversight.ts)
    index('event_handled')
      .on(t.agencyId, t.at)
      .where(
        sql`type in ('take_up', 'assign', 'note', 'set_priority', 'ask', 'promise_date', 'reply', 'propose_closure', 'approve_reply', 'approve_closure', 'withdraw_draft', 'conclude')`,
      ),
  ],
)

export const clock = sqliteTable(
  'clock',
  {
    complaintId: integer('complaint_id').notNull(),
    kind: text().notNull(),
    round: integer().notNull(),
    holder: text().notNull(),
    agencyId: integer('agency_id'),
    unit: text().notNull(),
    length: integer().notNull(),
    startDay: text('start_day').notNull(),
    dueDay: text('due_day').notNull(),
    provisional: integer({ mode: 'boolean' }).notNull(),
    status: text().notNull(),
    /** Earliest day that it can have begun on. */
    since: text().notNull().default(''),
    /** JSON array of intervals in which it stood still. */
    pauses: text({ mode: 'json' }).$type<Pause[]>().notNull().default([]),
    /** Timers look for it by its due day. */
    watched: integer({ mode: 'boolean' }).notNull().default(false),
    endDay: text('end_day'),
    /** Of a public limit: to the minute. */
    sinceAt: integer('since_at'),
    dueAt: integer('due_at'),
    endAt: integer('end_at'),
    late: integer({ mode: 'boolean' }).notNull(),
    rung: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.complaintId, t.kind, t.round] }),
    index('clock_watched').on(t.kind, t.dueDay, t.complaintId).where(sql`watched = 1`),
    // what an agency owes beside the date that it is held to
    index('clock_owed')
      .on(t.agencyId, t.kind, t.dueDay, t.complaintId)
      .where(sql`watched = 1 and kind in ('promise', 'target', 'explain')`),
    index('clock_provisional')
      .on(t.complaintId)
      .where(sql`provisional = 1 and status in ('running','paused')`),
    check('clock_status', sql`${t.status} in ('running','paused','ended','void')`),
  ],
)

/** Agency 0 is the verifiers' desk. Every queue is one seek on it. */
export const assignment = sqliteTable(
  'assignment',
  {
    complaintId: integer('complaint_id').notNull(),
    agencyId: integer('agency_id').notNull(),
    /** Of the event that opened it. */
    seq: integer().notNull(),
    role: text().notNull(),
    officerId: text('officer_id'),
    open: integer({ mode: 'boolean' }).notNull(),
    /** 'work', 'paused' (waits for the reporter) or 'confirm'. */
    bucket: text().notNull(),
    rankDay: text('rank_day'),
    dueDay: text('due_day'),
    openedAt: integer('opened_at').notNull(),
    closedAt: integer('closed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.complaintId, t.agencyId, t.seq] }),
    index('assignment_agency')
      .on(t.agencyId, t.role, t.bucket, t.rankDay, t.complaintId)
      .where(sql`open = 1`),
    index('assignment_officer')
      .on(t.officerId, t.bucket, t.rankDay, t.complaintId)
      .where(sql`open = 1 and officer_id is not null`),
    index('assignment_city')
      .on(t.bucket, t.rankDay, t.complaintId)
      .where(sql`open = 1 and role = 'lead'`),
    check('assignment_role', sql`${t.role} in ('lead','support')`),
    check('assignment_bucket', sql`${t.bucket} in ('work','paused','confirm')`),
  ],
)

export const message = sqliteTable(
  'message',
  {
    complaintId: integer('complaint_id').notNull(),
    seq: integer().notNull(),
    kind: text().notNull(),
    audience: text().notNull(),
    state: text().notNull(),
    authorKind: text('author_kind').notNull(),
    authorId: text('author_id'),
    agencyId: integer('agency_id'),
    at: integer().notNull(),
    /** Others than its desk read it from here on: after the seconds in which it may be undone. */
    visibleFrom: integer('visible_from').notNull(),
    text: text(),
    reason: text(),
    screened: text(),
    /** What the reporter and the public read in place of text and reason. */
    masked: text(),
    salt: text(),
  },
  (t) => [
    primaryKey({ columns: [t.complaintId, t.seq] }),
    index('message_told')
      .on(t.complaintId, t.seq)
      .where(sql`(audience = 'public' or kind = 'question')`),
    index('message_waiting').on(t.state, t.complaintId).where(sql`state in ('draft','screening')`),
    check('message_state', sql`${t.state} in ('sent','draft','screening','undone')`),
    check('message_audience', sql`${t.audience} in ('public','reporter','staff')`),
  ],
)

/** Chained to the day before. */
export const dayDigest = sqliteTable('day_digest', {
  day: text().primaryKey(),
  root: text().notNull(),
  count: integer().notNull(),
  previous: text().notNull(),
  hash: text().notNull(),
})
