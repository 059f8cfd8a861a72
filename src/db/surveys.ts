import { and, eq, min, sql } from 'drizzle-orm'
import { ELEMENTS } from '../domain/figures/ikm.ts'
import { type SurveyAnswer, type SurveySums, sumsOf } from '../domain/figures/survey.ts'
import { quarterOf } from '../domain/figures/survey-period.ts'
import { agencyScope, type Surveyed } from '../domain/figures/surveyed.ts'
import type { Instant, IsoDate } from '../domain/time/time.ts'
import { tokenDigest } from '../seal/digest.ts'
import { askIfTooMany, type Counting } from './counters.ts'
import type { Database } from './database.ts'
import { conflictOf } from './ledger/conflict.ts'
import { raw } from './raw.ts'
import { survey, surveySum } from './schema/survey.ts'
import { type Asked, asked, NOTHING, oneTrip } from './trip.ts'

export interface SentSurvey {
  token: string
  surveyed: Surveyed
  answer: SurveyAnswer
  day: IsoDate
}

export type SurveyOutcome =
  /** Also where the same form came before. */
  | 'counted'
  /** The token brought other answers. */
  | 'other'
  | 'too_many'

/** Counts once: its token is the lock, and what it adds is in its batch. */
export async function recordSurvey(
  { db, now }: { db: Database; now: Instant },
  sent: SentSurvey,
  limit: (Counting & { secret: string }) | null,
): Promise<SurveyOutcome> {
  const digest = await tokenDigest(sent.token)
  const known = sql`exists (select 1 from survey where token_digest = ${digest})`
  const counted: Asked<{ isCounted: boolean } | null> =
    limit === null ? NOTHING : await askIfTooMany({ db, now, secret: limit.secret }, limit, known)
  const [count, before] = await oneTrip(db, [counted, askByToken(db, digest)])
  if (before) return outcomeOf(before, sent)
  if (count?.isCounted === false) return 'too_many'
  const row = rowOf(sent, digest)
  const scopes = [...new Set([agencyScope(sent.surveyed.agency), sent.surveyed.scope])]
  try {
    await db.batch([
      db.insert(survey).values(row),
      ...scopes.map((scope) => raw(db, adding(scope, quarterOf(sent.day), sumsOf(sent.answer)))),
    ])
    return 'counted'
  } catch (error) {
    if (conflictOf(error) !== 'survey') throw error
    const [first] = await oneTrip(db, [askByToken(db, digest)])
    return first ? outcomeOf(first, sent) : 'counted'
  }
}

type Row = typeof survey.$inferSelect

function askByToken(db: Database, digest: string): Asked<Row | undefined> {
  return asked(
    [db.select().from(survey).where(eq(survey.tokenDigest, digest))],
    ([rows]) => rows[0],
  )
}

function rowOf({ surveyed, answer, day }: SentSurvey, digest: string) {
  const scores = Object.fromEntries(ELEMENTS.map((name, i) => [name, answer.scores[i] ?? 0]))
  return {
    ...(scores as Record<(typeof ELEMENTS)[number], number>),
    tokenDigest: digest,
    agencyId: surveyed.agency.id,
    serviceId: surveyed.service?.id ?? null,
    day,
    profile: JSON.stringify(answer.profile),
    suggestion: answer.suggestion,
  }
}

/** One phone at a counter: whoever sends the form of the one before must not be lost. */
function outcomeOf({ id: _id, day: _day, ...before }: Row, sent: SentSurvey): SurveyOutcome {
  const now = rowOf(sent, before.tokenDigest)
  const same = Object.entries(before).every(
    ([name, value]) => now[name as keyof typeof before] === value,
  )
  return same ? 'counted' : 'other'
}

function adding(scope: string, quarter: string, { respondents, sums, profile }: SurveySums) {
  const columns = sql.raw(ELEMENTS.join(', '))
  const values = sql.join(
    sums.map((sum) => sql`${sum}`),
    sql`, `,
  )
  const more = sql.raw(ELEMENTS.map((name) => `${name} = ${name} + excluded.${name}`).join(', '))
  const said = Object.entries(profile).map(([key, n]) => {
    const path = `$."${key}"`
    return sql`${path}, coalesce(json_extract(profile, ${path}), 0) + ${n}`
  })
  const counts =
    said.length === 0 ? sql`profile` : sql`json_set(profile, ${sql.join(said, sql`, `)})`
  return sql`insert into survey_sum (scope, quarter, respondents, ${columns}, profile)
    values (${scope}, ${quarter}, ${respondents}, ${values}, ${JSON.stringify(profile)})
    on conflict (scope, quarter) do update set respondents = respondents + excluded.respondents,
      ${more}, profile = ${counts}`
}

export interface QuarterSums extends SurveySums {
  scope: string
  quarter: string
}

/** The first that has answers; null before any came. */
export function askFirstQuarter(db: Database, scope: string): Asked<string | null> {
  const first = db
    .select({ quarter: min(surveySum.quarter) })
    .from(surveySum)
    .where(eq(surveySum.scope, scope))
  return asked([first], ([rows]) => rows[0]?.quarter ?? null)
}

/** A row for each quarter and scope, at most. */
export function askSurveySums(
  db: Database,
  scopes: readonly string[],
  quarters: readonly string[],
): Asked<QuarterSums[]> {
  const given = (list: readonly string[]) =>
    sql`(select value from json_each(${JSON.stringify(list)}))`
  const found = db
    .select()
    .from(surveySum)
    .where(and(sql`scope in ${given(scopes)}`, sql`quarter in ${given(quarters)}`))
  return asked([found], ([rows]) =>
    rows.map(({ scope, quarter, respondents, profile, ...row }) => ({
      ...{ scope, quarter, respondents },
      sums: ELEMENTS.map((name) => row[name]),
      profile: JSON.parse(profile) as SurveySums['profile'],
    })),
  )
}
