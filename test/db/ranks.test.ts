import { expect, it } from 'vitest'
import { caseById } from '../../src/db/cases.ts'
import { runMerge, runSplit } from '../../src/db/clusters.ts'
import { heldBy } from '../../src/db/ledger/assignments.ts'
import type { Surroundings } from '../../src/db/run-command.ts'
import { calendarOf } from '../../src/domain/city/city.ts'
import { give, officer, PUPR, routeTo, rows } from '../support/handled.ts'
import { aForm, filed, someone, TUESDAY, world } from '../support/world.ts'

/** Works every day. */
const DAMKAR = 19
const verifier = someone('verifier')

const storedRank = async (id: number) =>
  (
    await rows<{ rank_day: string }>(
      'select rank_day from assignment where complaint_id = ? and open = 1',
      id,
    )
  )[0]?.rank_day

/** The rank that the case has by the calendar of whoever holds it. */
const rightRank = async (s: Surroundings, id: number) => {
  const c = (await caseById(s.db, id))?.complaint ?? null
  return heldBy(c, calendarOf(s.city))[0]?.rankDay
}

it('moves a case in its queue when a new holiday changes its rank, though not the day it is due', async () => {
  const s = await world()
  const { id } = (await filed(s, aForm())).found.complaint
  const inspektorat = 2
  // due after 60 calendar days, long before its 60 working days: only the latter move
  const route = routeTo(inspektorat, { supervisory: true, priority: 'urgent' })
  const { clocks } = await give(s, id, verifier, TUESDAY, route)
  const due = clocks.find((clock) => clock.kind === 'decide')?.dueDay
  expect(due).toBe('2027-01-22')
  const before = await storedRank(id)
  const holidays = { ...s.city.holidays, '2027-01-20': 'uji' }
  const amended = { ...s, city: { ...s.city, holidays } }
  await give(amended, id, { kind: 'timer' }, TUESDAY, { name: 'recompute' })
  expect(await storedRank(id)).not.toBe(before)
  expect(await storedRank(id)).toBe(await rightRank(amended, id))
})

it('ranks a report that splits off by its own agency’s days, not by those of its root', async () => {
  const s = { ...(await world()), actor: verifier }
  const inWork = async (agency: number) => {
    const { id } = (await filed(s, aForm())).found.complaint
    await give(s, id, verifier, TUESDAY, routeTo(agency, { priority: 'urgent' }))
    await give(s, id, officer(agency), TUESDAY, { name: 'take_up' })
    return id
  }
  const [member, root] = [await inWork(PUPR), await inWork(DAMKAR)]
  const found = async (id: number) => {
    const one = await caseById(s.db, id)
    if (!one) throw new Error('no case')
    return one
  }
  await runMerge(s, await found(member), (await found(root)).complaint.reference)
  expect(await runSplit(s, await found(member), 'Kerusakannya di tempat lain.')).toMatchObject({
    ok: true,
  })
  for (const id of [member, root]) expect(await storedRank(id)).toBe(await rightRank(s, id))
})
