import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { OversightKind } from '../../domain/people/oversight.ts'

/**
 * What those who oversee say to an agency and what its head answers, and who had the history checked.
 * Rows are only added; each hash covers the one before.
 */
export const oversightEntry = sqliteTable(
  'oversight_entry',
  {
    seq: integer().primaryKey(),
    at: integer().notNull(),
    /** 'staff:<id>' */
    by: text().notNull(),
    kind: text().$type<OversightKind>().notNull(),
    /** 0: the city. */
    agencyId: integer('agency_id').notNull(),
    /** The question or check that it answers. */
    of: integer(),
    words: text(),
    /** JSON: numbers, and what was found. */
    facts: text().notNull(),
    previous: text().notNull(),
    hash: text().notNull(),
    /** It waits for its answer; follows from the rows, and no hash covers it. */
    open: integer({ mode: 'boolean' }).notNull().default(false),
    /** The same is said once: a reminder a day, an answer to each question. */
    once: text(),
  },
  (t) => [
    uniqueIndex('oversight_entry_once').on(t.once),
    uniqueIndex('oversight_entry_open').on(t.kind, t.agencyId).where(sql`open = 1`),
    index('oversight_entry_agency').on(t.agencyId, t.seq),
    check(
      'oversight_entry_kind',
      sql`${t.kind} in ('reminder','question','answer','check','checked')`,
    ),
  ],
)
