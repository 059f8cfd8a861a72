import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'
import { noticedBreaches, openBreaches } from '../../src/db/breaches.ts'
import * as clockSweeps from '../../src/db/clock-sweeps.ts'
import { answeredRequests, openRequests } from '../../src/db/data-requests.ts'
import { type Database, database } from '../../src/db/database.ts'
import { eventsBetween, lastDigest } from '../../src/db/digests.ts'
import { heldFor } from '../../src/db/held.ts'
import { newestFilings } from '../../src/db/newest-filings.ts'
import { deadLetters, unheardLetters, waitingSince } from '../../src/db/outbox.ts'
import { membersToTell, reporterToTell, staffToTell } from '../../src/db/recipients.ts'
import { heldReports, reportsOf } from '../../src/db/recounting.ts'
import { untoldReveals } from '../../src/db/reveals.ts'
import { rolesNow, staffByName } from '../../src/db/staff-list.ts'
import * as sweeps from '../../src/db/sweeps.ts'
import { world } from '../support/world.ts'

interface Query {
  toSQL: () => { sql: string; params: unknown[] }
}

const recount = { agencyId: 2, month: '2026-11', ids: [1, 2] } as const
const q = (f: (db: Database) => unknown) => f as unknown as (db: Database) => Query

/** Each sweep, and what its plan must seek in. */
const plans: [string, (db: Database) => Query, RegExp][] = [
  [
    'overdue',
    q((db) => clockSweeps.overdue(db, 'silence', '2026-11-24')),
    /INDEX clock_watched \(kind=/,
  ],
  [
    'climbing',
    q((db) => clockSweeps.climbing(db, 'settle', '2026-11-24')),
    /INDEX clock_watched \(kind=/,
  ],
  [
    'unreminded',
    q((db) => clockSweeps.unreminded(db, 'settle', 'due_tomorrow', ['2026-11-24', '2026-11-25'])),
    /INDEX clock_watched \(kind=\? AND due_day>\? AND due_day<\?\)/,
  ],
  ['provisional', q((db) => clockSweeps.provisional(db, '2027-12-31')), /INDEX clock_provisional/],
  [
    'open cases with a rank',
    q((db) =>
      clockSweeps.openPlaces(db, { bucket: 'work', rankDay: '2026-11-24', complaintId: 1 }, 50),
    ),
    /INDEX assignment_city \(bucket=\? AND \(rank_day,complaint_id\)>/,
  ],
  [
    'open cases without a rank',
    q((db) => clockSweeps.openPlaces(db, { bucket: 'paused', rankDay: null, complaintId: 1 }, 50)),
    /INDEX assignment_city \(bucket=\? AND rank_day=\?/,
  ],
  ['stranded', q((db) => sweeps.stranded(db, { id: 1, rootId: 1 })), /INDEX complaint_members/],
  [
    'unverified',
    q((db) => sweeps.unverified(db, 10)),
    /INDEX assignment_agency \(agency_id=\? AND role=\? AND bucket=\?\)/,
  ],
  ['erasable', q((db) => sweeps.erasable(db, 1)), /INDEX complaint_erasable/],
  ['testsOver', q((db) => sweeps.testsOver(db, 1)), /INDEX complaint_test/],
  ['membersOf', q((db) => sweeps.membersOf(db, 1)), /INDEX complaint_members/],
  ['leftBehind', q((db) => sweeps.leftBehind(db, 1)), /INDEX complaint_members/],
  ['knownKeys', q((db) => sweeps.knownKeys(db, ['a'])), /INDEX attachment_key/],
  ['namedFiles', q((db) => sweeps.namedFiles(db, 'a')), /INDEX attachment_key/],
  ['untoldReveals', q((db) => untoldReveals(db, 1, 50)), /INDEX reveal_at/],
  ['openRequests', q((db) => openRequests(db, 51)), /data_request USING INDEX data_request_open/],
  [
    'answeredRequests',
    q((db) => answeredRequests(db, null, 21)),
    /data_request USING INDEX data_request_answered/,
  ],
  [
    'answeredRequests, from one on',
    q((db) => answeredRequests(db, { at: 1, id: 1 }, 21)),
    /data_request USING INDEX data_request_answered \(answered_at>\? AND answered_at</,
  ],
  ['openBreaches', q((db) => openBreaches(db, 51)), /breach USING INDEX breach_open/],
  [
    'noticedBreaches',
    q((db) => noticedBreaches(db, { at: 1, id: 1 }, 21)),
    /breach USING INDEX breach_noticed \(noticed_at>\? AND noticed_at</,
  ],
  ['waitingSince', q((db) => waitingSince(db, 1, 10)), /INDEX outbox_waiting/],
  ['deadLetters', q((db) => deadLetters(db)), /INDEX outbox_dead/],
  ['heldFor', q((db) => ({ toSQL: () => heldFor(db, 'x').getQuery() })), /INDEX delivery_held/],
  ['unheardLetters', q((db) => unheardLetters(db)), /INDEX outbox_unheard/],
  [
    'staffByName',
    q((db) => staffByName(db, 'a', 21)),
    /SEARCH user USING INDEX user_name \((name|<expr>)>/,
  ],
  [
    'rolesNow',
    q((db) => rolesNow(db, ['a', 'b'], 1)),
    /INDEX sqlite_autoindex_membership_1 \(user_id=/,
  ],
  ['newestFilings', q((db) => newestFilings(db)), /complaint USING INTEGER PRIMARY KEY/],
  ['eventsBetween', q((db) => eventsBetween(db, [1, 2])), /INDEX event_at/],
  [
    'reporterToTell',
    q((db) => reporterToTell(db, 1, 'email', 1)),
    /complaint USING INTEGER PRIMARY KEY/,
  ],
  ...[null, 'DMI-1111-1111'].map((before): (typeof plans)[number] => [
    `membersToTell of ${before}`,
    q((db) => membersToTell(db, 1, 'email', { rootId: 1, before })),
    /INDEX complaint_members/,
  ]),
  [
    'staffToTell',
    q((db) =>
      staffToTell(db, {
        outboxId: 1,
        channel: 'email',
        agencyIds: [2],
        roles: ['liaison'],
        officerId: 'x',
        barred: [3],
        now: 1,
        endedSince: 1,
      }),
    ),
    /INDEX membership_agency/,
  ],
  ['reportsOf', q((db) => reportsOf(db, recount)), /complaint USING INTEGER PRIMARY KEY/],
  [
    'heldReports',
    q((db) => heldReports(db, recount)),
    /event USING .*PRIMARY KEY|sqlite_autoindex_event_1/,
  ],
]

beforeAll(async () => {
  await world()
})

it.each(plans)('%s seeks in its index and sorts nothing big', async (name, query, index) => {
  const { sql, params } = query(database(env.DB)).toSQL()
  const plan = await env.DB.prepare(`explain query plan ${sql}`)
    .bind(...params)
    .all<{ detail: string }>()
  const text = plan.results.map((row) => row.detail).join('\n')
  expect(text).toMatch(index)
  expect(text).not.toMatch(
    /SCAN (clock|complaint|event|assignment|outbox|attachment|membership|reveal|user)\b/,
  )
  // people of one agency are few: they alone may be sorted
  if (name !== 'staffToTell') expect(text).not.toContain('TEMP B-TREE')
})

it('reads the last digest alone', async () => {
  expect(await lastDigest(database(env.DB))).toBeNull()
})
