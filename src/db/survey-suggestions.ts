import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { IsoDate } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { survey } from './schema/survey.ts'

const written = sql`suggestion is not null`

/** Newest first, before a sheet; of one agency, or of the city where null. */
export function suggestionsBefore(
  db: Database,
  agencyId: number | null,
  before: number,
  limit: number,
) {
  return db
    .select()
    .from(survey)
    .where(
      and(
        written,
        lt(survey.id, before),
        agencyId === null ? undefined : eq(survey.agencyId, agencyId),
      ),
    )
    .orderBy(desc(survey.id))
    .limit(limit)
}

const PURGED = 500

/** Oldest first: sheets lie in the order of their days. Scores stay, the words go. */
export async function eraseSuggestions(db: Database, before: IsoDate): Promise<number> {
  const erased = await db
    .update(survey)
    .set({ suggestion: null })
    .where(
      and(
        sql`id in (select id from survey where suggestion is not null order by id limit ${PURGED})`,
        lt(survey.day, before),
      ),
    )
    .returning({ id: survey.id })
  return erased.length
}
