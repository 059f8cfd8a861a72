import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { type Case, caseById } from '../../src/db/cases.ts'
import { runCommand, type Surroundings } from '../../src/db/run-command.ts'
import { DAY } from '../../src/domain/time/time.ts'
import { examples } from '../support/commands.ts'
import { faults } from '../support/invariants.ts'
import { ROUNDS } from '../support/rounds.ts'
import { aForm, filed, world } from '../support/world.ts'

/** Ways through the lifecycle that together pass every transition that needs no other case or timer. */
const WALKS = [
  'attach route assign note set_priority take_up reply release unrelease release ask_by_agency answer remind propose_closure dispute propose_closure confirm rate reopen return route reveal correct withdraw erase',
  'ask answer refer',
  'ask attach ask attach archive',
  'archive unarchive archive',
]

const race = async (s: Surroundings, found: Case, name: string) => {
  const [command, actor] = examples[name] ?? []
  if (!command || !actor) throw new Error(`no example of ${name}`)
  const both = await Promise.all([
    runCommand({ ...s, actor }, found, command),
    runCommand({ ...s, actor }, found, command),
  ])
  return both
}

for (const walk of WALKS) {
  it(`lets one of two racing commands win at each step of: ${walk}`, async () => {
    const s = await world()
    const steps = walk.split(' ')
    for (let i = 0; i < ROUNDS; i++) {
      const { found } = await filed(s, aForm({ categoryId: (i % 5) + 1 }))
      let current: Case = found
      for (const [n, name] of steps.entries()) {
        const outcomes = await race({ ...s, now: s.now + n * DAY }, current, name)
        expect(outcomes.filter((o) => o.ok).length, `${name}: ${JSON.stringify(outcomes)}`).toBe(1)
        expect(outcomes.filter((o) => !o.ok && o.conflict).length, name).toBe(1)
        current = (await caseById(s.db, current.complaint.id)) as Case
        expect(current.complaint.version).toBe(n + 2)
      }
    }
    expect(await faults(s.db)).toEqual([])
    const doubled = await env.DB.prepare(
      'select complaint_id, seq, template, recipient, count(*) n from outbox group by 1, 2, 3, 4, agency_id having n > 1',
    ).all()
    expect(doubled.results).toEqual([])
  })
}
