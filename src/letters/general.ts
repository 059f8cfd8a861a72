import type { Database } from '../db/database.ts'
import { digestOf } from '../db/digests.ts'
import { unverified } from '../db/sweeps.ts'
import { agencyById, type City } from '../domain/city/city.ts'
import type { Instant } from '../domain/time/time.ts'
import { build } from '../paths.ts'
import type { Letter } from '../words/id/notice.ts'
import type { Words } from '../words/words.ts'

interface Around {
  db: Database
  env: Pick<Env, 'PUBLIC_URL'>
  city: City
  now: Instant
}

/** `of`: the day or agency in the letter's dedupe key. */
export type Writer = (t: Words, around: Around, ...of: string[]) => Promise<Letter>

const LINES = 10
const MOST = 100

export const unverifiedDigest: Writer = async (t, { db, env, city }) => {
  const rows = await unverified(db, MOST + 1)
  return t.staffNotices.unverified_digest({
    city: city.settings.cityName,
    reference: '',
    link: `${env.PUBLIC_URL}${build('desk')}`,
    count: rows.length > MOST ? `${MOST}+` : String(rows.length),
    lines: rows
      .slice(0, LINES)
      .map(({ reference, dueDay }) => `${reference}${dueDay ? `  ${t.longDate(dueDay)}` : ''}`),
  })
}

export const calendarMissing: Writer = async (t, _around, year) =>
  t.systemNotices.calendar_missing(Number(year))

export const figuresDiffer: Writer = async (t, { city }, scope = '', month = '') => {
  const agency = agencyById(city, Number(scope.replace(/\D/g, '')))?.shortName ?? scope
  return t.systemNotices.figures_differ(agency, month)
}

export const historyDiffers: Writer = async (t, _around, day = '') =>
  t.systemNotices.history_differs(t.longDate(day))

/** @throws TypeError for a day without a digest */
export const dayDigest: Writer = async (t, { db }, day = '') => {
  const kept = await digestOf(db, day)
  if (!kept) throw new TypeError(`no digest of ${day}`)
  const { root, count, previous, hash } = kept
  return t.systemNotices.day_digest(day, JSON.stringify({ day, count, root, previous, hash }))
}
