import type { Complaint } from '../../src/domain/case/complaint.ts'
import { dueAtOf, dueOf, type EveryDay, standsOf, startOf } from './plain-clocks.ts'
import { type Decree, isoOf } from './plain-days.ts'
import type { Life } from './plain-life.ts'

/**
 * An explanation may be owed of a case that is over, whose dates a calendar moves only once it is open
 * again: its days are shown by acts/explaining.test.ts.
 */
const dated = <C extends { kind: string; startDay: string; dueDay: string }>(k: C) =>
  k.kind === 'explain' ? { ...k, startDay: '', dueDay: '' } : k

/** What the second reckoning makes of a report. */
export const paperOf = (life: Life, decree: Decree, units: EveryDay) => ({
  dayZero: isoOf(life.dayZero),
  firstAnswerDays: life.firstAnswer,
  closeDays: life.close,
  everLate: life.everLate,
  clocks: life.clocks.map((k) =>
    dated({
      ...{ kind: k.kind, round: k.round, agencyId: k.agency, late: k.late },
      status: k.over ?? (standsOf(k) ? 'paused' : 'running'),
      startDay: isoOf(k.over ? k.start : startOf(k, decree, units)),
      dueDay: isoOf(k.over ? k.due : dueOf(k, decree, units)),
      endDay: k.endDay === null ? null : isoOf(k.endDay),
      dueAt: k.over ? k.dueAt : dueAtOf(k),
    }),
  ),
})

/** The same of what the program made of it. */
export const writtenOn = (c: Complaint) => ({
  dayZero: c.dayZero,
  firstAnswerDays: c.firstAnswerDays,
  closeDays: c.closeDays,
  everLate: c.everLate,
  clocks: c.clocks.map(({ kind, round, agencyId, late, status, startDay, dueDay, endDay, dueAt }) =>
    dated({ ...{ kind, round, agencyId, late, status, startDay, dueDay, endDay, dueAt } }),
  ),
})
