import { patterns } from '../../../src/paths.ts'
import { STAFF, signInAll } from '../crawl/people.ts'
import type { Visitor } from '../crawl/visitor.ts'

const DAY = 86_400
const EVERY_FIVE_MINUTES = '*/5 * * * *'
const NIGHT = '30 17 * * *'
const MORNING = '0 1 * * *'

/** Weeks in which nobody does anything but the clocks: reminders, ladder, silence, lapse, digests. */
export async function timePasses(visitor: Visitor): Promise<void> {
  for (const days of [1, 7, 9, 14]) await clocks(visitor, days)
  await looks(visitor, 'weeks later')
}

async function clocks(visitor: Visitor, days: number): Promise<void> {
  visitor.wait(days * DAY)
  for (const cron of [EVERY_FIVE_MINUTES, NIGHT, MORNING, EVERY_FIVE_MINUTES]) {
    await visitor.job('clocks', { kind: 'cron', cron })
    await visitor.job('letters', { kind: 'letters' })
  }
}

async function looks(visitor: Visitor, note: string): Promise<void> {
  await signInAll(visitor)
  const all = [patterns.home, patterns.reports, patterns.agencies, patterns.health]
  await visitor.visit('lives', [
    ...STAFF.map((as) => ({ path: patterns.desk, as, note })),
    ...all.map((path) => ({ path, note })),
  ])
}
