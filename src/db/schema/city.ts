import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { DraftState } from '../../domain/city/drafts.ts'
import type { ImportState, LineFate } from '../../domain/city/imports.ts'
import type { PublicLimit } from '../../domain/city/public-limits.ts'

export const setting = sqliteTable('setting', {
  key: text().primaryKey(),
  /** JSON. */
  value: text().notNull(),
})

export const agency = sqliteTable('agency', {
  id: integer().primaryKey(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  shortName: text('short_name').notNull(),
  kind: text().notNull(),
  parentId: integer('parent_id'),
  /** 'confirmed' or 'to-verify': no official current list was found. */
  status: text().notNull(),
  active: integer({ mode: 'boolean' }).notNull().default(true),
  /** Of replies and closures, by the head. */
  approval: integer({ mode: 'boolean' }).notNull().default(false),
  /** Keeps a calendar of its own that knows no holidays. */
  everyDay: integer('every_day', { mode: 'boolean' }).notNull().default(false),
  /** Who answers for it, as the public reads it. */
  headName: text('head_name'),
  /** Where letters about its work go besides its staff. */
  mailbox: text(),
})

/** Names that an agency had in addresses: they lead to it for ever. */
export const agencySlug = sqliteTable('agency_slug', {
  slug: text().primaryKey(),
  agencyId: integer('agency_id').notNull(),
})

export const category = sqliteTable('category', {
  id: integer().primaryKey(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  defaultAgencyId: integer('default_agency_id'),
  /** Its reports may show the exact point in public. */
  publicWorks: integer('public_works', { mode: 'boolean' }).notNull().default(false),
  active: integer({ mode: 'boolean' }).notNull().default(true),
  /** Words that propose it, parted by commas. */
  proposedBy: text('proposed_by').notNull().default(''),
})

export const area = sqliteTable('area', {
  id: integer().primaryKey(),
  code: text().notNull().unique(),
  name: text().notNull(),
  /** null for a district. */
  parentId: integer('parent_id'),
  lat: real(),
  lng: real(),
  active: integer({ mode: 'boolean' }).notNull().default(true),
})

/** Who answers for what the city does not: PLN, the province, the police. */
export const authority = sqliteTable('authority', {
  id: integer().primaryKey(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  what: text().notNull(),
  reach: text().notNull(),
  active: integer({ mode: 'boolean' }).notNull().default(true),
})

/** Words on the public form, for a category or for all. */
export const notice = sqliteTable('notice', {
  id: integer().primaryKey(),
  text: text().notNull(),
  categoryId: integer('category_id'),
  /** First and last day; null: no end. */
  fromDay: text('from_day').notNull(),
  untilDay: text('until_day'),
  active: integer({ mode: 'boolean' }).notNull().default(true),
})

/** How long a report of a category may take, by the city's own word, from a day on. */
export const publicLimit = sqliteTable(
  'public_limit',
  {
    id: integer().primaryKey(),
    categoryId: integer('category_id'),
    unit: text().$type<PublicLimit['unit']>().notNull(),
    /** Null: from that day on there is none. */
    length: integer(),
    validFrom: text('valid_from').notNull(),
    source: text(),
    active: integer({ mode: 'boolean' }).notNull().default(true),
  },
  (t) => [check('public_limit_unit', sql`${t.unit} in ('hour','working_day')`)],
)

/** What an agency does for people, asked about in a survey of its own. */
export const service = sqliteTable('service', {
  id: integer().primaryKey(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  agencyId: integer('agency_id').notNull(),
  active: integer({ mode: 'boolean' }).notNull().default(true),
})

/** Who changed what the city is run by. Rows are only ever added; each hash covers the one before. */
export const cityChange = sqliteTable(
  'city_change',
  {
    /** The city's version that it made. */
    seq: integer().primaryKey(),
    at: integer().notNull(),
    /** 'staff:<id>' */
    by: text().notNull(),
    noun: text().notNull(),
    /** 0 for a group of settings. */
    rowId: integer('row_id').notNull(),
    /** JSON of the row; null where there was none. */
    before: text(),
    after: text().notNull(),
    /** The change that this one takes back. */
    undoes: integer(),
    previous: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    index('city_change_row').on(t.noun, t.rowId, t.seq),
    index('city_change_by').on(t.by, t.seq),
  ],
)

export const calendarYear = sqliteTable('calendar_year', {
  year: integer().primaryKey(),
  source: text().notNull(),
})

export const holiday = sqliteTable(
  'holiday',
  {
    day: text().primaryKey(),
    name: text().notNull(),
    kind: text().notNull(),
  },
  (t) => [check('holiday_kind', sql`${t.kind} in ('libur_nasional', 'cuti_bersama')`)],
)

export const clockRule = sqliteTable(
  'clock_rule',
  {
    kind: text().notNull(),
    /** A class, 'supervisory' or 'all'. */
    class: text().notNull(),
    unit: text().notNull(),
    length: integer().notNull(),
    validFrom: text('valid_from').notNull(),
    source: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.class, t.validFrom] }),
    check('clock_rule_unit', sql`${t.unit} in ('working_day', 'calendar_day')`),
    check('clock_rule_length', sql`${t.length} > 0`),
  ],
)

/** A table from outside on its way in. */
export const importRun = sqliteTable(
  'import_run',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** What its lines are: the address of the sheet ('opd', 'wilayah'). */
    kind: text().notNull(),
    file: text().notNull(),
    state: text().$type<ImportState>().notNull(),
    at: integer().notNull(),
    /** 'staff:<id>' */
    by: text().notNull(),
    /** JSON: what the file's first line says. */
    headers: text().notNull(),
    /** JSON: which of them holds which column. */
    mapping: text().notNull(),
    /** JSON: how many lines were added, changed, the same, refused. */
    counts: text().notNull(),
    lines: integer().notNull(),
    /** Somebody is at work on it, at most until then. */
    heldUntil: integer('held_until').notNull().default(0),
    /** 'staff:<id>' of whoever wants all of it undone, and when that was done. */
    undoneBy: text('undone_by'),
    undoneAt: integer('undone_at'),
  },
  (t) => [
    index('import_run_undoing').on(t.id).where(sql`undone_by is not null and undone_at is null`),
    index('import_run_working').on(t.id).where(sql`state in ('checking','running')`),
    check('import_run_state', sql`${t.state} in ('mapping','checking','checked','running','done')`),
  ],
)

export const importLine = sqliteTable(
  'import_line',
  {
    runId: integer('run_id').notNull(),
    /** As a spreadsheet counts: the line of names is 1. */
    n: integer().notNull(),
    /** JSON: the cells. */
    cells: text().notNull(),
    fate: text().$type<LineFate>(),
    /** JSON: faults of a refused line. */
    faults: text(),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.n] }),
    index('import_line_by_fate').on(t.runId, t.fate, t.n),
    check('import_line_fate', sql`${t.fate} in ('added','changed','same','refused')`),
  ],
)

/** A change that is looked at before it is made: which dates it moves. */
export const cityDraft = sqliteTable(
  'city_draft',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    /** 'staff:<id>' */
    by: text().notNull(),
    noun: text().notNull(),
    /** Null: a new row. */
    rowId: integer('row_id'),
    /** JSON: what was typed, by field. */
    typed: text().notNull(),
    /** The last change of the row that the form was filled from. */
    seen: integer().notNull(),
    state: text().$type<DraftState>().notNull(),
    /** The city's version whose dates were compared. */
    version: integer().notNull(),
    /** JSON: the open report that was looked at last. */
    after: text(),
    /** JSON: reports looked at, and what moves. */
    found: text().notNull(),
    /** The change that it became. */
    seq: integer(),
  },
  (t) => [
    index('city_draft_working').on(t.id).where(sql`state = 'reckoning'`),
    check('city_draft_state', sql`${t.state} in ('reckoning','ready','saved')`),
  ],
)

/** What a city is run by, so that a page reads one row for all of it. */
export const citySnapshot = sqliteTable(
  'city_snapshot',
  {
    id: integer().primaryKey(),
    version: integer().notNull(),
    json: text().notNull(),
  },
  (t) => [check('city_snapshot_one', sql`${t.id} = 1`)],
)

/** Never written on reads. */
export const counter = sqliteTable(
  'counter',
  {
    /** Digest of what is limited; never an address in the clear. */
    key: text().notNull(),
    /** Start of the window, epoch seconds. */
    window: integer().notNull(),
    count: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.key, t.window] }), index('counter_window').on(t.window)],
)
