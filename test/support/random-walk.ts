import { env } from 'cloudflare:workers'
import { loadCity } from '../../src/db/city.ts'
import { database } from '../../src/db/database.ts'
import { fileOnce } from '../../src/db/filing.ts'
import { progressOf } from '../../src/db/progress.ts'
import { publishCity } from '../../src/db/publish-city.ts'
import { askRecompute } from '../../src/db/recompute-asked.ts'
import { calendarYear, holiday } from '../../src/db/schema/city.ts'
import { isRefusal } from '../../src/domain/case/command.ts'
import { CLASSES, type Complaint } from '../../src/domain/case/complaint.ts'
import { decideFiling } from '../../src/domain/case/decide.ts'
import { type City, calendarOf } from '../../src/domain/city/city.ts'
import { contextOf } from '../../src/domain/city/rule-context.ts'
import type { Actor } from '../../src/domain/people/actor.ts'
import { isWorkingDay } from '../../src/domain/time/calendar.ts'
import { addDays, DAY, dateOf, type Instant, MINUTE } from '../../src/domain/time/time.ts'
import { followRoots } from '../../src/jobs/follow-roots.ts'
import { fixProvisional, recompute } from '../../src/jobs/recompute.ts'
import { jobWorld } from '../../src/jobs/world.ts'
import { dice } from './dice.ts'
import { clerk, counter } from './random-commands.ts'
import { isAlone, readsAnew, someAttempts, together } from './walk-attempts.ts'
import { isMoving, recomputeAll, say, type Walk, writeFollowed } from './walk-book.ts'
import { aForm, opened } from './world.ts'

const TIMER: Actor = { kind: 'timer' }
const REPORTER: Actor = { kind: 'reporter' }

/** Plays several lives side by side through the real road; the same seed plays the same ones. */
export const play = async (seed: number, city: City, steps: number): Promise<Walk> => {
  const chance = dice(seed)
  const now = Date.parse('2026-02-02T00:00:00+07:00') + chance.nat(22 * 30 * 24 * 60) * MINUTE
  const random = dice(seed + 1_000_000).bytes
  const purged = new Map<string, number>()
  const changed = (number: string) => purged.set(number, (purged.get(number) ?? 0) + 1)
  const s = { db: database(env.DB), city, now, random, actor: TIMER, changed }
  const walk: Walk = {
    ...{ seed, dice: chance, s, cities: [city], book: new Map() },
    ...{ log: [], wrong: [], old: [], last: null, purged },
  }
  for (let i = 0; i < 4; i++) await fileOne(walk)
  for (let i = 0; i < steps; i++) await step(walk)
  return walk
}

const MOST = 8

const step = async (w: Walk): Promise<void> => {
  if (w.book.size < MOST && w.dice.percent(5)) return fileOne(w)
  if (w.dice.percent(3)) return amendCalendar(w)
  if (isMoving(w.book) && w.dice.percent(25)) return followAll(w)
  const attempts = await someAttempts(w)
  if (attempts.length > 0) await together(w, attempts)
}

const fileOne = async (w: Walk): Promise<void> => {
  w.s.now += w.dice.nat(90) * MINUTE
  const mark = String.fromCharCode(97 + w.book.size)
  const hasKeyHolder = w.dice.percent(80)
  const text = `Jalan di depan sekolah berlubang dalam, asli${mark}.`
  const spam = w.dice.percent(8) ? ' slot gacor bonus deposit' : ''
  const form = aForm({
    ...{ hasKeyHolder, class: w.dice.pick(CLASSES), text: text + spam },
    categoryId: w.dice.percent(80) ? 1 + w.dice.nat(3) : null,
    districtId: w.dice.percent(80) ? 1 + w.dice.nat(2) : null,
    anonymous: w.dice.percent(30),
    confidential: w.dice.percent(12),
    sensitive: w.dice.percent(6) ? 'child' : null,
    incidentDay: '2026-01-05',
  })
  form.words = { ...form.words, title: `Lubang judul${mark}`, text: text + spam }
  const holder = w.book.size % 6 === 4 ? counter : REPORTER
  const s = { ...w.s, actor: hasKeyHolder ? holder : clerk }
  const filed = await fileOnce(s, env, opened(form, s.now))
  if (filed.kind !== 'filed') throw new Error(filed.kind)
  const { id, reference } = filed.found.complaint
  const decision = decideFiling({ ...form.command, name: 'file', id, reference }, contextOf(s))
  if (isRefusal(decision)) throw new Error(decision.refused)
  w.book.set(id, {
    ...{ mark, complaint: { ...decision.after, version: 1 }, photos: [] },
    written: [{ decision, seq: 1, calendar: contextOf(s).calendar, screened: null }],
    copies: { releasedTitle: null, releasedText: null, screenedText: null },
  })
  w.last = null
  say(w, `${mark} filed as ${reference}`)
}

/** What lies under a root that was joined to another follows it. */
const followAll = async (w: Walk): Promise<void> => {
  w.s.now += w.dice.nat(90) * MINUTE
  await followRoots(await jobWorld(env, w.s.now, quiet))
  writeFollowed(w.book, { ...w.s, actor: TIMER })
  w.last = null
  say(w, 'all followed their root')
}

/** A day is declared free, or next year's decree comes; what it moves is recomputed. */
const amendCalendar = async (w: Walk): Promise<void> => {
  w.s.now += w.dice.nat(DAY)
  const { db, city, now } = w.s
  const today = dateOf(now, city.settings.offset)
  const nextYear = city.lastYear < 2028 && today >= '2027-09-01' && w.dice.percent(60)
  const day = nextYear ? '2028-01-03' : someWorkingDay(w, today)
  if (nextYear) await db.insert(calendarYear).values({ year: 2028, source: 'uji' })
  await db.insert(holiday).values({ day, name: 'uji', kind: 'cuti_bersama' }).onConflictDoNothing()
  await publishCity(db)
  w.s = { ...w.s, city: await loadCity(db) }
  w.cities.push(w.s.city)
  say(w, `${day} is free${nextYear ? ', and 2028 is known' : ''}`)
  const attempts = w.dice.percent(60) ? await someAttempts(w) : []
  const besides = attempts.filter((a) => !readsAnew(a) && isAlone(a)).slice(0, 1)
  await together(w, besides, nextYear ? () => fixAll(w.s.now) : () => recomputeNow(w))
  recomputeAll(w.book, { ...w.s, actor: TIMER }, nextYear ? isProvisional : () => true)
}

const someWorkingDay = (w: Walk, today: string): string => {
  const calendar = calendarOf(w.s.city)
  const days = Array.from({ length: 25 }, (_, i) => addDays(today, i + 1))
  return w.dice.pick(days.filter((day) => isWorkingDay(day, calendar)))
}

const quiet = { enqueue: async () => {} }

const recomputeNow = async (w: Walk): Promise<void> => {
  const { db, now } = w.s
  await askRecompute(db)
  const world = await jobWorld(env, now, quiet)
  while ((await progressOf(db, 'recompute')) !== null) await recompute(world)
}

const fixAll = async (now: Instant): Promise<void> => {
  await fixProvisional(await jobWorld(env, now, quiet))
}

const isProvisional = (c: Complaint): boolean =>
  c.clocks.some(
    (k) => k.provisional && ['running', 'paused'].includes(k.status) && k.dueDay <= '2028-12-31',
  )
