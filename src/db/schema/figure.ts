import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const figure = sqliteTable(
  'figure',
  {
    /** 'city' or 'agency:<id>'; month of receipt, 'YYYY-MM'. */
    scope: text().notNull(),
    month: text().notNull(),
    received: integer().notNull().default(0),
    joined: integer().notNull().default(0),
    open: integer().notNull().default(0),
    closed: integer().notNull().default(0),
    disputed: integer().notNull().default(0),
    late: integer().notNull().default(0),
    referred: integer().notNull().default(0),
    archived: integer().notNull().default(0),
    withdrawn: integer().notNull().default(0),
    /** Over when they were brought here. */
    imported: integer().notNull().default(0),
    unheard: integer().notNull().default(0),
    confidential: integer().notNull().default(0),
    ratings: integer().notNull().default(0),
    ratingSum: integer('rating_sum').notNull().default(0),
    /** JSON {"<working days, to 61>": count}. */
    answerDays: text('answer_days').notNull().default('{}'),
    closeDays: text('close_days').notNull().default('{}'),
    /** JSON {"<day>": count}: open, promised for that day; the second of those in `late` already. */
    dueDays: text('due_days').notNull().default('{}'),
    lateDueDays: text('late_due_days').notNull().default('{}'),
    /** First follow-ups owed, late, open by day; dates that agencies gave and that have told, kept, open. */
    followUps: integer('follow_ups').notNull().default(0),
    lateFollowUps: integer('late_follow_ups').notNull().default(0),
    followUpDueDays: text('follow_up_due_days').notNull().default('{}'),
    promises: integer().notNull().default(0),
    keptPromises: integer('kept_promises').notNull().default(0),
    promiseDueDays: text('promise_due_days').notNull().default('{}'),
    /** The same of the city's own limits. */
    targets: integer().notNull().default(0),
    keptTargets: integer('kept_targets').notNull().default(0),
    targetDueDays: text('target_due_days').notNull().default('{}'),
    /** JSON {"<agency>/<metric>": count}, of the city's rows; last, so that other columns are read without it. */
    byAgency: text('by_agency').notNull().default('{}'),
  },
  (t) => [primaryKey({ columns: [t.scope, t.month] })],
)
