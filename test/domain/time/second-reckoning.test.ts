import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Decision, isRefusal } from '../../../src/domain/case/command.ts'
import type { Complaint } from '../../../src/domain/case/complaint.ts'
import { contribution } from '../../../src/domain/figures/figures.ts'
import type { Calendar } from '../../../src/domain/time/calendar.ts'
import { aCalendar, aComplaint, HEALTH } from '../../support/builders.ts'
import { naiveFigures } from '../../support/naive-figures.ts'
import { paperOf, writtenOn } from '../../support/paper.ts'
import { dayOf, isoOf, wallDay } from '../../support/plain-days.ts'
import { born, happen, type Life, type Limited, type Told } from '../../support/plain-life.ts'
import { live, type Moved, type Step, someFiling, someStep } from '../../support/random-life.ts'
import { ROUNDS, runs } from '../../support/rounds.ts'

/** 500 in the gate, 20,000 in the long run. */
const LIVES = runs(ROUNDS > 20 ? 2000 : 600)
const EVERY_DAY = [HEALTH]
/** Whoever splits off left this one: its dates are those of a report of 24 November 2026. */
const ROOT = aComplaint({ state: 'in_progress', id: 50 })

/** The limits of random-life.ts. */
const LIMITED: Record<number, Limited> = { 1: { days: 3 }, 2: { hours: 24 } }

/** A day off more, one less, or the decree of the next year: from the same dice as the step. */
const decrees = () => {
  let known = aCalendar({ everyDayAgencies: EVERY_DAY })
  return (step: Step | null, now: number): Calendar | null => {
    if (step === null) return known
    if (step.who % 6 !== 0) return null
    const day = isoOf(wallDay(now, known) - 20 + (step.pick % 60))
    const { [day]: _, ...fewer } = known.holidays
    const holidays = day in known.holidays ? fewer : { ...known.holidays, [day]: 'uji' }
    known = { ...known, holidays, lastYear: step.flag % 9 === 0 ? 2028 : known.lastYear }
    return known
  }
}

const told = (d: Decision): Told => ({
  ...{ type: d.command, at: d.at, before: d.before?.state ?? null, after: d.after.state },
  ...{ agency: d.after.leadAgencyId, class: d.after.class, supervisory: d.after.supervisory },
  byAgency: typeof d.facts.agency === 'number',
  draft: d.facts.draft === true || d.facts.goesOn === true,
  category: d.after.categoryId,
  limit: LIMITED[d.after.categoryId ?? 0] ?? null,
  given: d.command === 'promise_date' ? dayOf(String(d.facts.to)) : null,
  rootDue: Math.min(
    ...ROOT.clocks
      .filter(({ kind }) => kind === 'settle' || kind === 'decide')
      .map(({ dueDay }) => Date.parse(dueDay) / 86_400_000),
  ),
})

/** Lives on paper beside the program, and compares after every step. */
const compared = (): ((moved: Moved) => void) => {
  let life = born()
  let before: Life = born()
  return ({ ctx, result }) => {
    if (isRefusal(result)) return
    const { calendar } = ctx
    const last = structuredClone(life)
    if (result.command === 'undo') life = before
    const type = result.command === 'undo' ? 'recompute' : result.command
    happen(life, { ...told(result), type }, calendar, EVERY_DAY)
    before = last
    const right = paperOf(life, calendar, EVERY_DAY)
    expect(
      writtenOn(result.after),
      `${result.command} at ${new Date(result.at).toISOString()}`,
    ).toEqual(right)
    const figures = naiveFigures([onPaper(result.after, right)])
    const counted = contribution(result.after).map(({ scope, month, metrics }) => [
      `${scope} ${month}`,
      metrics,
    ])
    expect(Object.fromEntries(counted)).toEqual(figures)
  }
}

/** The report with nothing of its own reckoning left. */
const onPaper = (c: Complaint, { clocks, ...own }: ReturnType<typeof paperOf>): Complaint => ({
  ...{ ...c, ...own },
  clocks: c.clocks.map((clock, i) => {
    const { agencyId, late, dueDay } = clocks[i] ?? clock
    return { ...clock, agencyId, late, dueDay }
  }),
})

test('by hand, dates, days, lateness and figures of random lives come out the same', () => {
  const steps = fc.array(someStep, { minLength: 6, maxLength: 30 })
  let recomputed = 0
  void fc.assert(
    fc.property(someFiling, steps, (filing, taken) => {
      const { decisions } = live(filing, taken, compared(), decrees())
      recomputed += decisions.filter(({ command }) => command === 'recompute').length
    }),
    { numRuns: LIVES },
  )
  expect(recomputed).toBeGreaterThan(100)
}, 600_000)
