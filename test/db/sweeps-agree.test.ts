import { env } from 'cloudflare:workers'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { climbing, overdue, unreminded } from '../../src/db/clock-sweeps.ts'
import { toColumns } from '../../src/db/complaint-rows.ts'
import { type Database, database } from '../../src/db/database.ts'
import { clocksOf } from '../../src/db/ledger/clocks.ts'
import { clock, complaint } from '../../src/db/schema/complaint.ts'
import { actOf } from '../../src/domain/acts/acts.ts'
import { isRefusal } from '../../src/domain/case/command.ts'
import { type Complaint, HANDLED_STATES, liveClock } from '../../src/domain/case/complaint.ts'
import { decide } from '../../src/domain/case/decide.ts'
import type { Calendar } from '../../src/domain/time/calendar.ts'
import { heldClock, PROMISES, promised } from '../../src/domain/time/due.ts'
import { LADDER_KINDS, ladderClocks, rungDue } from '../../src/domain/time/ladder.ts'
import { addDays } from '../../src/domain/time/time.ts'
import {
  aCalendar,
  aComplaint,
  aContext,
  accepted,
  officer,
  timer,
  wib,
} from '../support/builders.ts'
import { live, someFiling, someStep } from '../support/random-life.ts'

/** How each of some random reports stood at one time or another, under numbers of its own. */
const reports: Complaint[] = []
const ALL = 100_000

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
const db: Database = database(env.DB)

const lived = (): Complaint[] => {
  const lives = fc.sample(
    fc.tuple(someFiling, fc.array(someStep, { minLength: 4, maxLength: 14 })),
    { seed: 20261124, numRuns: 260 },
  )
  const met = lives.flatMap(([filing, steps]) => {
    const { decisions } = live(filing, steps, () => {})
    return decisions.filter((_, i) => i % 3 === 2).map(({ after }, i) => crowded(after, i))
  })
  return [...met, ...rare()]
}

/** Too rare by chance. */
const rare = (): Complaint[] =>
  ['2026-01-08', '2026-01-14', '2026-01-20'].flatMap((day) => {
    const over = aComplaint({ state: 'archived', closedAt: wib(day) })
    const now = wib(day, '10.00')
    const text = 'Kami ganti lampunya.'
    return [
      accepted(over, { name: 'object', text: 'Ini wewenang kota.' }, { now }),
      accepted(
        aComplaint({ state: 'in_progress' }),
        { name: 'promise_date', day: addDays(day, 9), text, reason: '' },
        { now, actor: officer },
      ),
    ]
  })

/** Some with both promises due on one day, some with the sixty days over just before. */
const crowded = (c: Complaint, i: number): Complaint => {
  const settle = liveClock(c, 'settle')
  if (i % 3 === 2 || !settle) return c
  const dueDay = addDays(settle.dueDay, -(i % 3))
  return { ...c, clocks: c.clocks.map((k) => (k.kind === 'decide' ? { ...k, dueDay } : k)) }
}

beforeAll(async () => {
  const statements = lived().flatMap((one, i) => {
    const id = i + 1
    const c = { ...one, id, rootId: id, reference: `UJI-${id}`, version: 1 }
    reports.push(c)
    return [
      db.insert(complaint).values({ ...toColumns(c), incidentDay: '2026-01-02' }),
      ...clocksOf(c).map((k) => db.insert(clock).values({ complaintId: id, ...k })),
    ]
  })
  for (let i = 0; i < statements.length; i += 100) {
    const [first, ...rest] = statements.slice(i, i + 100)
    if (first) await db.batch([first, ...rest])
  }
})

const idsOf = (rows: readonly { complaintId: number }[]) =>
  rows.map((row) => row.complaintId).sort((a, b) => a - b)
const where = (is: (c: Complaint) => boolean) => reports.filter(is).map(({ id }) => id)

/** Days around which something is due, from the first report to long after the last. */
const days = Array.from({ length: 14 }, (_, i) => addDays('2026-01-12', i * 50))

const decreed = aCalendar()
/** No calendar is later than this one: every day counts. */
const everyDay = aCalendar({ everyDay: true })

const climbs = (c: Complaint, kind: string, today: string, calendar: Calendar): boolean => {
  if (!actOf('escalate').from.includes(c.state)) return false
  return ladderClocks(c).some((k) => k.kind === kind && rungDue(k, today, calendar) > k.rung)
}

const isHandled = ({ state }: Complaint) => (HANDLED_STATES as readonly string[]).includes(state)

it('there is enough to disagree about', () => {
  expect(reports.length).toBeGreaterThan(300)
  for (const kind of LADDER_KINDS)
    expect(
      days.filter((today) => where((c) => climbs(c, kind, today, decreed)).length > 0).length,
      kind,
    ).toBeGreaterThan(7)
})

describe.each(LADDER_KINDS)('the ladder of %s', (kind) => {
  it('leaves out nobody whom the rules would let climb', async () => {
    for (const today of days) {
      const found = new Set(idsOf(await climbing(db, kind, today, undefined, ALL)))
      for (const calendar of [decreed, everyDay])
        expect(where((c) => climbs(c, kind, today, calendar) && !found.has(c.id))).toEqual([])
    }
  })

  it('finds nobody else where an agency that works every day has it', async () => {
    const known = new Map(reports.map((c) => [c.id, c]))
    for (const today of days) {
      const found = idsOf(await climbing(db, kind, today, undefined, ALL)).filter((id) => {
        const c = known.get(id)
        return c && isHandled(c)
      })
      expect(found).toEqual(where((c) => isHandled(c) && climbs(c, kind, today, everyDay)))
    }
  })
})

it('before it is routed the ladder follows the clock that the rules hold it to', async () => {
  for (const today of days) {
    const found = idsOf(await climbing(db, 'verify', today, undefined, ALL))
    const late = where((c) => {
      const held = heldClock(c)
      return held?.kind === 'verify' && rungDue(held, today, everyDay) > held.rung
    })
    expect(found).toEqual(late)
  }
})

it('what stands still is found by the day that ends it all the same', async () => {
  let standing = 0
  for (const today of days) {
    const found = new Set(idsOf(await climbing(db, 'decide', today, undefined, ALL)))
    const late = where((c) => promised(c).kind === 'paused' && climbs(c, 'decide', today, everyDay))
    standing += late.length
    expect(late.filter((id) => !found.has(id))).toEqual([])
  }
  expect(standing).toBeGreaterThan(3)
})

it.each(PROMISES)('reminds of %s where it is the one that is promised', async (kind) => {
  let reminded = 0
  for (const today of days) {
    const until = addDays(today, 49)
    const found = idsOf(await unreminded(db, kind, 'due_tomorrow', [today, until], ALL))
    reminded += found.length
    const due = where((c) => {
      const promise = promised(c)
      return (
        isHandled(c) &&
        promise.kind === 'due' &&
        promise.clock.kind === kind &&
        promise.day >= today &&
        promise.day <= until
      )
    })
    expect(found).toEqual(due)
  }
  expect(reminded).toBeGreaterThan(5)
})

it.each([
  ['silence', 'close_by_silence'],
  ['completion', 'lapse'],
] as const)('what of %s is overdue is what the rules let the timer end', async (kind, name) => {
  let ended = 0
  for (const today of days) {
    const ctx = aContext({ actor: timer, now: wib(today, '00.30') })
    const found = idsOf(await overdue(db, kind, today, undefined, ALL))
    ended += found.length
    expect(found).toEqual(where((c) => !isRefusal(decide(c, { name, heard: false }, ctx))))
  }
  expect(ended).toBeGreaterThan(5)
})
