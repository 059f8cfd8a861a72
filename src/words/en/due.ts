import type { Texts } from '../texts.ts'

export const due: Texts['due'] = {
  by: (date) => `Due ${date}`,
  provisional: (date, year) => `Due ${date} (estimate, until the official ${year} calendar is out)`,
  today: (date) => `Due today, ${date}`,
  todayBrief: 'today',
  tomorrowBrief: 'tomorrow',
  left: (by) => `${by} left`,
  late: (by) => `${by} late`,
  lateSince: (date) => `overdue since ${date}`,
  justLate: 'just past',
  standsStill: (whose, since, reporter) =>
    `${whose} clock stopped since ${since}, waiting for ${reporter} to answer`,
  stands: { agency: 'Agency', verifier: 'Verification' },
  last: (date) => `Last day ${date}`,
  lastProvisional: (date, year) =>
    `Last day ${date} (estimate, until the official ${year} calendar is out)`,
  lastOver: (date) => `Last day ${date} has passed`,
  lastOverBrief: 'past its last day',
  lateBefore: (by) => `Already ${by} late`,
  promise: {
    runs: (date) => `The agency gave its word: by ${date}.`,
    stands: (date) => `The agency gave its word: by ${date}, later while the clock stands still.`,
    missed: (date) => `! The agency’s own date, ${date}, has passed.`,
  },
  limitLabel: 'Limit',
  limit: {
    coming: (length) => `${length} once passed on`,
    runs: (length, when) => `${length}, until ${when}`,
    stands: (length) => `${length}, stopped`,
    missed: (length, when) => `! ${length}, past ${when}`,
    kept: (length) => `${length}, kept`,
    broken: (length) => `! ${length}, missed`,
  },
  waitsBrief: 'waiting for the reporter',
  reporters: { you: 'you', other: 'the reporter' },
}
