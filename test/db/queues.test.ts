import { type SQL, sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { allReports } from '../../src/db/all-reports.ts'
import * as overseen from '../../src/db/oversight-lists.ts'
import * as queues from '../../src/db/queues.ts'
import { found, matchOf, windowOf } from '../../src/db/search.ts'
import { someone, world } from '../support/world.ts'

const AFTER = { day: '2026-11-24', id: 12 }

const VIEWS: Record<string, queues.Queue> = {
  assignedTo: queues.assignedTo('budi'),
  workOfAgency: queues.workOfAgency(8),
  supportedBy: queues.supportedBy(8),
  unverified: queues.unverified(),
  overdueUnverified: queues.overdueUnverified('2026-11-24'),
  waitingForReporter: queues.waitingForReporter(8),
  awaitingConfirmation: queues.awaitingConfirmation(8),
  overdueOfAgency: queues.overdueOfAgency(8, '2026-11-24'),
  workOfCity: queues.workOfCity(false),
  needsCoordinator: queues.needsCoordinator(),
  disputedOf: queues.disputedOf(8),
  disputedInCity: queues.disputedOf(null),
  disputedButSupervisory: queues.disputedOf(null, false),
  waitingForScreen: queues.waitingForScreen(),
  waitingForHead: queues.waitingForHead(8),
  explanationsOwed: queues.owedBy(8, 'explain'),
  promisesMissed: queues.owedBy(8, 'promise', '2026-11-24'),
  waitingForSignature: queues.waitingForSignature(),
  filedBy: queues.filedBy('budi'),
  ...Object.fromEntries(
    (['leader', 'admin', 'verifier', 'liaison'] as const).flatMap((role) =>
      [null, 'closed' as const].map((state) => [
        `allReports of ${role}, ${state}`,
        allReports(someone(role, role === 'liaison' ? 8 : null), 0, state) ?? queues.unverified(),
      ]),
    ),
  ),
}

const planOf = async (query: SQL): Promise<string[]> => {
  const { db } = await world()
  const steps = await db.all<{ detail: string }>(sql`explain query plan ${query}`)
  return steps.map(({ detail }) => detail)
}

/** The bounded rows of a subquery are walked once; a full-text index is always "scanned". */
const isBad = (step: string) =>
  /TEMP B-TREE/.test(step) ||
  (/^SCAN /.test(step) &&
    !/^SCAN (w|s|\(subquery)|VIRTUAL TABLE|CONSTANT/.test(step) &&
    !/USING INDEX (complaint_coordination|complaint_disputed)|USING COVERING INDEX complaint_(disputed|decision)/.test(
      step,
    ))

it.each(Object.entries(VIEWS))(
  '%s is one index seek, in the order of its index',
  async (_, queue) => {
    for (const query of [queue.rows(null), queue.rows(AFTER), queue.counted]) {
      if (query) expect((await planOf(query)).filter(isBad)).toEqual([])
    }
  },
)

it.each([
  ['of cases, in the city', overseen.explanationsOwed(null, 25)],
  ['of cases, of agencies', overseen.explanationsOwed([8, 3], 25)],
])('explanations %s are found by one index seek', async (_, query) => {
  const bad = (await planOf(query)).filter((step) => !/^SCAN (k|value|json_each)/.test(step))
  expect(bad.filter((step) => /^SCAN/.test(step))).toEqual([])
})

it.each([
  ['overdue in the city', overseen.overdue(null, '2026-11-24')],
  ['overdue of an agency', overseen.overdue(8, '2026-11-24')],
  ['held to a week', overseen.heldTo(null, '2026-11-24', '2026-11-29')],
  ['held to a week, of an agency', overseen.heldTo(8, '2026-11-24', '2026-11-29')],
  ['missed words', overseen.missed('promise', null, '2026-11-24')],
  ['missed words of an agency', overseen.missed('promise', 8, '2026-11-24')],
  ['limits past', overseen.missed('target', null, '2026-11-24')],
  ['limits past, of an agency', overseen.missed('target', 8, '2026-11-24')],
  ['returned twice', overseen.returnedTwice()],
  ['of a spot', overseen.ofSpot({ categoryId: 1, subdistrictId: 101 }, 1)],
])('overseers list %s by one index seek, in its order', async (_, listing) => {
  for (const query of [listing.rows(null), listing.rows(AFTER)]) {
    expect((await planOf(query)).filter(isBad)).toEqual([])
  }
})

it('searches by the words alone, newest first by id', async () => {
  const { db, now } = await world()
  const query = found(db, matchOf('lampu', 'all') ?? sql``, windowOf(now, null, 420)).getQuery()
  const plan = await planOf(sql.raw(query.sql.replaceAll('?', '1')))
  expect(plan.filter(isBad)).toEqual([])
})
