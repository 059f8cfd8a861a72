import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

const score = (name: string) => integer(name).notNull()

/** Sheets of the Survei Kepuasan Masyarakat as they were filled in: no person, no address, no hour. */
export const survey = sqliteTable(
  'survey',
  {
    id: integer().primaryKey(),
    /** Of the form's token, so that it counts once. */
    tokenDigest: text('token_digest').notNull().unique(),
    agencyId: integer('agency_id').notNull(),
    /** Null: the agency as a whole. */
    serviceId: integer('service_id'),
    day: text().notNull(),
    u1: score('u1'),
    u2: score('u2'),
    u3: score('u3'),
    u4: score('u4'),
    u5: score('u5'),
    u6: score('u6'),
    u7: score('u7'),
    u8: score('u8'),
    u9: score('u9'),
    /** JSON {"kelamin": "p", …}, null where nothing was said. */
    profile: text().notNull(),
    /** For whoever runs the agency; goes with the city's retention. */
    suggestion: text(),
  },
  (t) => [
    index('survey_suggestion').on(t.id).where(sql`suggestion is not null`),
    index('survey_suggestion_agency').on(t.agencyId, t.id).where(sql`suggestion is not null`),
    check(
      'survey_scores',
      sql.raw(Array.from({ length: 9 }, (_, i) => `"u${i + 1}" in (1, 2, 3, 4)`).join(' and ')),
    ),
  ],
)

/** What they come to, so that results read a row for each quarter. */
export const surveySum = sqliteTable(
  'survey_sum',
  {
    /** 'agency:<id>', with its services; 'service:<id>'. */
    scope: text().notNull(),
    /** '2026-Q3' */
    quarter: text().notNull(),
    respondents: integer().notNull(),
    u1: score('u1'),
    u2: score('u2'),
    u3: score('u3'),
    u4: score('u4'),
    u5: score('u5'),
    u6: score('u6'),
    u7: score('u7'),
    u8: score('u8'),
    u9: score('u9'),
    /** JSON {"kelamin:p": count}. */
    profile: text().notNull().default('{}'),
  },
  (t) => [primaryKey({ columns: [t.scope, t.quarter] })],
)
