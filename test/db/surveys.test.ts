import { env } from 'cloudflare:workers'
import { type SQLWrapper, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '../../src/db/database.ts'
import { suggestionsBefore } from '../../src/db/survey-suggestions.ts'
import { askSurveySums } from '../../src/db/surveys.ts'
import { surveyPeriod } from '../../src/domain/figures/survey-period.ts'

const db = database(env.DB)

const planOf = async (query: SQLWrapper) =>
  (await db.all<{ detail: string }>(sql`explain query plan ${query.getSQL()}`)).map(
    ({ detail }) => detail,
  )

/** Twenty thousand sheets of two agencies, one in a thousand with a suggestion. */
beforeAll(async () => {
  await env.DB.prepare(
    `insert into survey (id, token_digest, agency_id, day, u1, u2, u3, u4, u5, u6, u7, u8, u9, profile, suggestion)
      with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000)
      select i, 'x' || i, 1 + i % 2, '2026-01-01', 3, 3, 3, 3, 3, 3, 3, 3, 3, '{}',
        iif(i % 1000 < 2, 'Saran', null) from n`,
  ).run()
})

const readBy = async (agencyId: number | null) => {
  const { sql: text, params } = suggestionsBefore(db, agencyId, 1e9, 21).toSQL()
  return (
    await env.DB.prepare(text)
      .bind(...params)
      .all()
  ).meta.rows_read
}

test('suggestions are read by an index of those alone, however many sheets have none', async () => {
  expect(await planOf(suggestionsBefore(db, 1, 1e9, 21))).toEqual([
    expect.stringContaining('survey_suggestion_agency (agency_id=? AND id<?)'),
  ])
  for (const agencyId of [1, null]) expect(await readBy(agencyId)).toBeLessThanOrEqual(43)
})

test('results seek the rows of their quarters', async () => {
  const [query] = askSurveySums(db, ['agency:1'], surveyPeriod('2026')?.quarters ?? []).queries
  const plan = await planOf(query as never)
  expect(plan[0]).toContain('SEARCH survey_sum USING INDEX')
  expect(plan.join('\n')).not.toContain('SCAN survey_sum')
})
