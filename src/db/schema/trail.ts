import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * What staff did, by who, where and which: written after the event, from the event alone, and made
 * anew where it is empty (jobs/index-trail.ts).
 */
export const trail = sqliteTable(
  'trail',
  {
    /** 'p:<person>', 'a:<agency>' or 'c:<command>'. */
    key: text().notNull(),
    at: integer().notNull(),
    complaintId: integer('complaint_id').notNull(),
    seq: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.key, t.at, t.complaintId, t.seq] })],
)

/** Which table staff took along. Rows are only ever added. */
export const exportLog = sqliteTable('export_log', {
  /** Ordered by time. */
  id: integer().primaryKey({ autoIncrement: true }),
  at: integer().notNull(),
  /** 'staff:<id>' */
  by: text().notNull(),
  /** Name of the file, without its ending. */
  name: text().notNull(),
  /** Without the line of names. */
  lines: integer().notNull(),
})
