import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { type Case, caseById } from '../../src/db/cases.ts'
import { runCommand, runUnattended } from '../../src/db/run-command.ts'
import type { Given } from '../../src/domain/acts/acts.ts'
import { isOpen } from '../../src/domain/case/complaint.ts'
import type { Actor } from '../../src/domain/people/actor.ts'
import { DAY } from '../../src/domain/time/time.ts'
import { complaintFaults } from '../support/check-complaint.ts'
import { examples, routing } from '../support/commands.ts'
import { give } from '../support/handled.ts'
import { faults } from '../support/invariants.ts'
import { ROUNDS } from '../support/rounds.ts'
import { aForm, filed, world } from '../support/world.ts'

const SECOND = 1000
const timer: Actor = { kind: 'timer' }

/** What leads up to a race, and last the command that the person gives in it. */
const LIVES = [
  'route',
  'ask answer',
  'route take_up',
  'route take_up reply',
  'route take_up propose_closure',
  'route take_up propose_closure dispute',
  'route take_up propose_closure confirm',
  'route return',
  'archive',
].map((life) => life.split(' '))

/** Nothing is released: that would bring words of its own. */
const withheld = { release: false, title: '', text: '', point: false, photoIds: [] }

const example = (name: string): [Given, Actor] => {
  const found = examples[name]
  if (found && name === 'route') return [routing({ release: withheld }), found[1]]
  if (!found) throw new Error(`no example of ${name}`)
  return found
}

const rows = async (sql: string) => (await env.DB.prepare(sql).all()).results

it('reckons a report anew by an amended calendar beside a person’s command, whoever is faster', async () => {
  const s = await world()
  const amended = { ...s.city, holidays: { ...s.city.holidays, '2026-12-01': 'uji' } }
  const references: string[] = []
  for (let i = 0; i < ROUNDS; i++) {
    const each = { ...s, now: s.now + i * SECOND }
    const { id, reference } = (await filed(each, aForm({ categoryId: (i % 5) + 1 }))).found
      .complaint
    references.push(reference)
    const life = LIVES[i % LIVES.length] ?? []
    for (const name of life.slice(0, -1)) {
      const [command, actor] = example(name)
      await give(each, id, actor, each.now + DAY, command)
    }
    const read = (await caseById(s.db, id)) as Case
    const [command, actor] = example(life.at(-1) ?? '')
    const now = each.now + 2 * DAY
    // decided by the calendar before the amendment; every other person is as slow as the timer
    const person = async () => {
      if (i % 2 === 0) await caseById(s.db, id)
      return runCommand({ ...each, now, actor }, read, command)
    }
    const [theirs, ours] = await Promise.all([
      person(),
      runUnattended({ ...each, now, actor: timer, city: amended }, id, { name: 'recompute' }),
    ])
    const what = `${command.name}: ${JSON.stringify([theirs, ours])}`
    expect(theirs.ok || theirs.conflict, what).toBe(true)
    const after = (await caseById(s.db, id)) as Case
    // no clock is left to move where the command that came first was the last one
    if (isOpen(after.complaint)) expect(ours.ok, what).toBe(true)
    expect(after.complaint.version, what).toBe(
      read.complaint.version + [theirs, ours].filter((r) => r.ok).length,
    )
  }
  const each = references.map((r) => complaintFaults(s.db, amended, r, s.now + 30 * DAY, [s.city]))
  expect((await Promise.all(each)).flat()).toEqual([])
  expect(await faults(s.db)).toEqual([])
  // each of these commands tells somebody, but the calendar's own tells nobody
  const silent = `select type from event e where type <> 'recompute' and not exists
    (select 1 from outbox o where o.complaint_id = e.complaint_id and o.seq = e.seq)`
  expect(await rows(silent)).toEqual([])
  const told = `select e.type from event e join outbox o on o.complaint_id = e.complaint_id
    and o.seq = e.seq where e.type = 'recompute'`
  expect(await rows(told)).toEqual([])
})
