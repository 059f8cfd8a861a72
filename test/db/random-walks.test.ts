import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { publishCity } from '../../src/db/publish-city.ts'
import { COMMAND_NAMES } from '../../src/domain/acts/acts.ts'
import { aMember } from '../support/handled.ts'
import { clerk, counter, DISHUB } from '../support/random-commands.ts'
import { play } from '../support/random-walk.ts'
import { runs } from '../support/rounds.ts'
import { walkFaults } from '../support/walk-faults.ts'
import { world } from '../support/world.ts'

/** Each seed is a walk of its own; one alone is run by its name: -t 'seed 7 '. */
const SEEDS = [
  ...new Set([
    ...Array.from({ length: runs(12) }, (_, i) => i + 1),
    17,
    20,
    23,
    34,
    48,
    82,
    100,
    101,
  ]),
]
const STEPS = 100

/** None of the walk's: no letter of it goes there. */
const FAR_AGENCY = 25

const TABLES =
  'complaint event clock assignment message figure filing identity reveal attachment outbox delivery holiday calendar_year'

const seen = new Set<string>()

beforeEach(async () => {
  await env.DB.batch([
    ...TABLES.split(' ').map((table) => env.DB.prepare(`delete from ${table}`)),
    env.DB.prepare(`delete from setting where key like 'job:%'`),
    env.DB.prepare(`insert into staff_search(staff_search) values ('delete-all')`),
    env.DB.prepare(`insert into public_search(public_search) values ('delete-all')`),
  ])
})

it.each(SEEDS)(
  'after the walk of seed %i the database is what the rules made of it',
  async (seed) => {
    const { db } = await world()
    await env.DB.prepare('update agency set approval = (id = ?)').bind(DISHUB).run()
    await publishCity(db)
    // whoever files for others is on the staff
    for (const { id } of [clerk, counter])
      await aMember(await world(), 'officer', FAR_AGENCY, { id })
    const { city } = await world()
    const walk = await play(seed, city, STEPS)
    for (const { written } of walk.book.values())
      for (const { decision } of written) seen.add(decision.command)
    // long enough after the last command for what waits out the seconds of undo
    walk.s.now += 60_000
    const faults = await walkFaults(walk)
    expect(faults, [`seed ${seed}`, ...faults.slice(0, 20), ...walk.log].join('\n')).toEqual([])
  },
)

/** Given by no person to a report that stands: old rows anew, and a table from outside (old-reports.test.ts). */
const BY_JOBS = ['import', 'reindex', 'unimport']

it('the walks together give every command', () => {
  expect(COMMAND_NAMES.filter((name) => !seen.has(name))).toEqual(BY_JOBS)
})
