import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { caseById } from '../../src/db/cases.ts'
import { runMerge } from '../../src/db/clusters.ts'
import { progressOf } from '../../src/db/progress.ts'
import { publishCity } from '../../src/db/publish-city.ts'
import { askRecompute } from '../../src/db/recompute-asked.ts'
import { calendarYear, holiday } from '../../src/db/schema/city.ts'
import { clockOf } from '../../src/domain/case/complaint.ts'
import { climbLadder } from '../../src/jobs/climb-ladder.ts'
import { closeBySilence } from '../../src/jobs/close-by-silence.ts'
import { lapse } from '../../src/jobs/lapse.ts'
import { fixProvisional, recompute } from '../../src/jobs/recompute.ts'
import { remind } from '../../src/jobs/remind.ts'
import { splitStranded } from '../../src/jobs/split-stranded.ts'
import { type JobWorld, jobWorld } from '../../src/jobs/world.ts'
import { letterRow } from '../../src/letters/table.ts'
import { INSPEKTORAT } from '../support/commands.ts'
import { aCase, give, officer, routeTo, rows } from '../support/handled.ts'
import { aForm, filed, someone, TUESDAY } from '../support/world.ts'

/** WIB wall time. */
const at = (day: string, time = '00:30') => Date.parse(`${day}T${time}:00+07:00`)

const stateOf = async (id: number) => {
  const [row] = await rows('select state, version from complaint where id = ?', id)
  return row
}

/** The reporter has the page before them. */
const opened = (id: number, day: string) =>
  rows('update complaint set opened_at = ? where id = ?', at(day, '12:00'), id)

const letters = (id: number, template: string) =>
  rows<{ recipient: string; not_before: number }>(
    'select recipient, not_before from outbox where complaint_id = ? and template = ? order by id',
    id,
    template,
  )

/** A world whose queue dies at the n-th time it is given something. */
const dyingWorld = async (now: number, n: number): Promise<JobWorld> => {
  let left = n
  return jobWorld(env, now, {
    enqueue: async () => {
      left -= 1
      if (left < 0) throw new Error('killed')
    },
  })
}

it('closes by silence once, on the day after the tenth working day, and tells nobody at night', async () => {
  const cases = [
    await aCase(TUESDAY, 'awaiting_confirmation'),
    await aCase(TUESDAY, 'awaiting_confirmation'),
    await aCase(TUESDAY, 'awaiting_confirmation'),
  ]
  for (const { id } of cases) await opened(id, '2026-11-25')
  const { done } = await closeBySilence(await jobWorld(env, at('2026-12-08', '23:55')))
  expect(done).toBe(0)
  const now = at('2026-12-09')
  await expect(closeBySilence(await dyingWorld(now, 1))).rejects.toThrow('killed')
  await closeBySilence(await jobWorld(env, now))
  await closeBySilence(await jobWorld(env, now))
  for (const { id } of cases) {
    expect((await stateOf(id))?.state).toBe('closed')
    expect(
      await rows(`select 1 from event where complaint_id = ? and type = 'close_by_silence'`, id),
    ).toHaveLength(1)
    expect(await letters(id, 'closed_by_silence')).toEqual([
      { recipient: 'reporter', not_before: at('2026-12-09', '07:00') },
    ])
  }
})

it('takes as withdrawn what was not completed in thirty days, in steps', async () => {
  const cases = [await aCase(TUESDAY, 'awaiting_info'), await aCase(TUESDAY, 'awaiting_info')]
  for (const { id } of cases) await opened(id, '2026-11-25')
  const early = await lapse(await jobWorld(env, at('2026-12-24', '23:59')))
  expect(early).toEqual({ done: 0, left: 0 })
  const now = at('2026-12-25')
  const steps = { stepSize: 1, steps: 1 }
  expect(await lapse(await jobWorld(env, now, steps))).toEqual({ done: 1, left: 0 })
  expect(await lapse(await jobWorld(env, now, steps))).toEqual({ done: 1, left: 0 })
  expect(await lapse(await jobWorld(env, now, steps))).toEqual({ done: 0, left: 0 })
  for (const { id } of cases) expect((await stateOf(id))?.state).toBe('withdrawn')
})

it.each([
  ['awaiting_info', lapse, 'withdrawn'],
  ['awaiting_confirmation', closeBySilence, 'closed'],
] as const)(
  'ends %s after 90 days where nobody could be told, by a dead letter or none',
  async (state, job, over) => {
    const { id } = await aCase(TUESDAY, state)
    const [told] = [await aCase(TUESDAY, state)]
    const [returned] = [await aCase(TUESDAY, state)]
    for (const one of [told.id, returned.id])
      await rows(`update outbox set state = 'done', reached = 'told' where complaint_id = ?`, one)
    await rows('update identity set email_failed_at = 1 where complaint_id = ?', returned.id)
    await opened(id, '2026-11-01')
    await job(await jobWorld(env, at('2026-12-28')))
    expect((await stateOf(told.id))?.state).toBe(over)
    for (const one of [id, returned.id]) expect((await stateOf(one))?.state).toBe(state)
    await job(await jobWorld(env, at('2027-03-15')))
    for (const one of [id, returned.id]) {
      const [row] = await rows('select state, unheard from complaint where id = ?', one)
      expect(row).toEqual({ state: over, unheard: 1 })
    }
  },
)

it('presses a head who does not explain, also where the case has ended, and no reporter', async () => {
  const { s, id } = await aCase(TUESDAY, 'awaiting_confirmation')
  await give(s, id, someone('leader'), TUESDAY, {
    name: 'ask_explanation',
    text: 'Mengapa begitu lama?',
  })
  await give(s, id, { kind: 'reporter' }, TUESDAY, { name: 'confirm' })
  for (const day of ['2026-11-27', '2026-11-30', '2026-11-30', '2026-12-02', '2026-12-04'])
    await climbLadder(await jobWorld(env, at(day)))
  const told = await letters(id, 'explanation_late')
  expect(told.map(({ recipient }) => recipient)).toEqual(['head', 'inspectorate', 'leader'])
  expect(await letters(id, 'escalated')).toEqual([])
})

it('reminds the reporter seven days and one day before a lapse, once each, by day', async () => {
  const { id } = await aCase(TUESDAY, 'awaiting_info')
  for (const day of [
    '2026-12-16',
    '2026-12-17',
    '2026-12-17',
    '2026-12-18',
    '2026-12-23',
    '2026-12-24',
  ])
    await remind(await jobWorld(env, at(day)))
  expect(await letters(id, 'completion_reminder')).toEqual([
    { recipient: 'reporter', not_before: at('2026-12-17', '07:00') },
    { recipient: 'reporter', not_before: at('2026-12-23', '07:00') },
  ])
})

it('reminds the reporter two working days before closing by silence', async () => {
  const { id } = await aCase(TUESDAY, 'awaiting_confirmation')
  for (const day of ['2026-12-03', '2026-12-04', '2026-12-05', '2026-12-07'])
    await remind(await jobWorld(env, at(day)))
  expect(await letters(id, 'silence_reminder')).toEqual([
    { recipient: 'reporter', not_before: at('2026-12-04', '07:00') },
  ])
})

it('tells Inspektorat once that a supervisory case waits for its decision, and ends it by no timer', async () => {
  const { s, id } = await aCase(at('2026-11-24'), 'received')
  const now = at('2026-11-24', '10:00')
  const inspector = someone('inspectorate', INSPEKTORAT)
  await give(s, id, someone('verifier'), now, routeTo(INSPEKTORAT, { supervisory: true }))
  await give(s, id, inspector, now, { name: 'ask', text: 'Kapan tepatnya itu terjadi?' })
  for (const day of ['2026-12-24', '2026-12-28', '2026-12-29']) {
    await lapse(await jobWorld(env, at(day)))
    await remind(await jobWorld(env, at(day)))
  }
  expect(await letters(id, 'undecided')).toHaveLength(1)
  expect((await stateOf(id))?.state).toBe('awaiting_info')
})

it('reminds the agency on the working day before, in office hours, though the job died half-way', async () => {
  const cases = [await aCase(TUESDAY, 'in_progress'), await aCase(TUESDAY, 'in_progress')]
  await remind(await jobWorld(env, at('2026-12-10')))
  for (const { id } of cases) expect(await letters(id, 'due_tomorrow')).toEqual([])
  const friday = at('2026-12-11')
  const dying = { ...(await dyingWorld(friday, 0)), stepSize: 1 }
  await expect(remind(dying)).rejects.toThrow('killed')
  await remind(await jobWorld(env, friday))
  await remind(await jobWorld(env, at('2026-12-13', '08:00')))
  for (const { id } of cases)
    expect(await letters(id, 'due_tomorrow')).toEqual([
      { recipient: 'agency', not_before: at('2026-12-11', '07:30') },
    ])
})

it('reminds officer and liaisons of a date that they gave, on the working day before it, once', async () => {
  const { s, id } = await aCase(TUESDAY, 'in_progress')
  const word = { name: 'promise_date', text: 'Kami tambal dengan aspal panas.' } as const
  await give(s, id, officer(), TUESDAY, { ...word, day: '2026-12-06' })
  for (const day of ['2026-12-03', '2026-12-04', '2026-12-04', '2026-12-05', '2026-12-07'])
    await remind(await jobWorld(env, at(day)))
  const told = { recipient: 'agency', not_before: at('2026-12-04', '07:30') }
  expect(await letters(id, 'promise_due')).toEqual([told])
  const reason = 'Aspalnya belum datang.'
  await give(s, id, officer(), at('2026-12-04', '10:00'), { ...word, day: '2026-12-08', reason })
  await remind(await jobWorld(env, at('2026-12-07')))
  expect(await letters(id, 'promise_due')).toEqual([
    told,
    { recipient: 'agency', not_before: at('2026-12-07', '07:30') },
  ])
  expect(letterRow('promise_due')).toMatchObject({ officer: true, clock: 'promise' })
})

it('climbs the ladder by working days late, each rung once, whatever cron did in between', async () => {
  const { s, id } = await aCase(TUESDAY, 'in_progress')
  const reply = { name: 'reply', text: 'Kami periksa lokasinya besok.' } as const
  await give(s, id, officer(), TUESDAY, reply)
  const rungs = async () =>
    (
      await rows<{ rung: number }>(
        'select rung from clock where complaint_id = ? and kind = ?',
        id,
        'settle',
      )
    )[0]?.rung
  await climbLadder(await jobWorld(env, at('2026-12-14')))
  expect(await rungs()).toBe(0)
  await climbLadder(await jobWorld(env, at('2026-12-15')))
  await climbLadder(await jobWorld(env, at('2026-12-15', '08:00')))
  expect(await rungs()).toBe(1)
  expect(await letters(id, 'overdue')).toEqual([
    { recipient: 'agency', not_before: at('2026-12-15', '07:30') },
  ])
  await climbLadder(await jobWorld(env, at('2026-12-21')))
  await climbLadder(await jobWorld(env, at('2026-12-22')))
  expect((await letters(id, 'overdue')).map((l) => l.recipient)).toEqual([
    'agency',
    'head',
    'inspectorate',
    'leader',
  ])
  expect(await letters(id, 'escalated')).toHaveLength(1)
  expect(
    await rows(`select 1 from event where complaint_id = ? and type = 'escalate'`, id),
  ).toHaveLength(3)
})

it('climbs for a first follow-up that is late, with a letter of its own', async () => {
  const { id } = await aCase(TUESDAY, 'in_progress')
  await climbLadder(await jobWorld(env, at('2026-12-01')))
  expect(await letters(id, 'overdue_follow_up')).toEqual([])
  for (const day of ['2026-12-02', '2026-12-02', '2026-12-04', '2026-12-08', '2026-12-09'])
    await climbLadder(await jobWorld(env, at(day)))
  expect((await letters(id, 'overdue_follow_up')).map((l) => l.recipient)).toEqual([
    ...['agency', 'head', 'inspectorate', 'leader'],
  ])
  expect(await letters(id, 'overdue')).toEqual([])
  expect(await letters(id, 'escalated')).toHaveLength(1)
})

it('climbs by the sixty days while the agency’s clock stands still', async () => {
  const { s, id } = await aCase(TUESDAY, 'in_progress')
  const question = { name: 'ask', text: 'Di sebelah mana lubangnya?' } as const
  await give(s, id, officer(), at('2027-01-08', '09:00'), question)
  await climbLadder(await jobWorld(env, at('2027-01-25')))
  expect(await letters(id, 'overdue')).toHaveLength(1)
  expect(await stateOf(id)).toMatchObject({ state: 'awaiting_info' })
})

it('tells the verifiers of what nobody verified, and no rung on a weekend', async () => {
  const { id } = await aCase(TUESDAY, 'received')
  await climbLadder(await jobWorld(env, at('2026-11-28')))
  expect(await letters(id, 'overdue')).toEqual([])
  await climbLadder(await jobWorld(env, at('2026-11-30')))
  expect((await letters(id, 'overdue')).map((l) => l.recipient)).toEqual(['verifier'])
})

it('splits off what was joined under a report that was archived, both in one commit', async () => {
  const { s, id: rootId } = await aCase(TUESDAY, 'received')
  const verifier = someone('verifier')
  const members: number[] = []
  for (let i = 0; i < 2; i++) {
    const { id } = (await filed(s, aForm())).found.complaint
    const member = await caseById(s.db, id)
    const root = await caseById(s.db, rootId)
    if (!member || !root) throw new Error('no member or no root')
    const by = { ...s, actor: verifier, now: TUESDAY }
    expect((await runMerge(by, member, root.complaint.reference)).ok).toBe(true)
    members.push(id)
  }
  await splitStranded(await jobWorld(env, TUESDAY))
  expect((await stateOf(members[0] ?? 0))?.state).toBe('merged')
  await give(s, rootId, verifier, TUESDAY, {
    name: 'archive',
    text: 'Bukan laporan, hanya percobaan.',
  })
  await expect(splitStranded(await dyingWorld(TUESDAY, 0))).rejects.toThrow('killed')
  await splitStranded(await jobWorld(env, TUESDAY))
  await splitStranded(await jobWorld(env, TUESDAY))
  for (const id of members) {
    expect((await stateOf(id))?.state).toBe('received')
    expect(await letters(id, 'split')).toHaveLength(1)
  }
  const [root] = await rows('select cluster_size n from complaint where id = ?', rootId)
  expect(root?.n).toBe(1)
})

it('fixes provisional dates when their year is loaded, and moves dates when a holiday is added', async () => {
  const { s, id } = await aCase(at('2027-12-20', '09:00'), 'routed')
  const settle = async () => {
    const found = await caseById(s.db, id)
    return found && clockOf(found.complaint, 'settle')
  }
  const before = await settle()
  expect(before).toMatchObject({ provisional: true })
  const now = at('2027-12-21')
  expect(await fixProvisional(await jobWorld(env, now))).toEqual({ done: 0, left: 0 })
  await s.db.insert(calendarYear).values({ year: 2028, source: 'uji' })
  await s.db.insert(holiday).values({ day: '2028-01-03', name: 'uji', kind: 'cuti_bersama' })
  await publishCity(s.db)
  expect(await fixProvisional(await jobWorld(env, now))).toEqual({ done: 1, left: 0 })
  expect(await fixProvisional(await jobWorld(env, now))).toEqual({ done: 0, left: 0 })
  const fixed = await settle()
  expect(fixed?.provisional).toBe(false)
  expect(Number(fixed?.dueDay.slice(8))).toBeGreaterThan(Number(before?.dueDay.slice(8)))

  await s.db.insert(holiday).values({ day: '2027-12-28', name: 'uji', kind: 'cuti_bersama' })
  await publishCity(s.db)
  await askRecompute(s.db)
  const small = { stepSize: 1, steps: 1 }
  while ((await progressOf(s.db, 'recompute')) !== null)
    await recompute(await jobWorld(env, now, small))
  expect((await settle())?.dueDay.localeCompare(fixed?.dueDay ?? '')).toBe(1)
  expect(
    await rows(`select 1 from event where complaint_id = ? and type = 'recompute'`, id),
  ).toHaveLength(2)
})

it('climbs for a date that the agency gave and missed, with letters of its own', async () => {
  const { s, id } = await aCase(TUESDAY, 'in_progress')
  await give(s, id, officer(), TUESDAY, {
    ...{ name: 'promise_date', day: '2026-11-26' },
    text: 'Lubang ditambal sementara.',
  })
  await climbLadder(await jobWorld(env, at('2026-11-26', '23:30')))
  expect(await letters(id, 'overdue_promise')).toEqual([])
  for (const day of ['2026-11-27', '2026-11-27', '2026-12-01', '2026-12-03'])
    await climbLadder(await jobWorld(env, at(day)))
  expect((await letters(id, 'overdue_promise')).map((l) => l.recipient)).toEqual([
    ...['agency', 'head', 'inspectorate', 'leader'],
  ])
  expect(await letters(id, 'overdue')).toEqual([])
  expect(await letters(id, 'promise_missed')).toHaveLength(1)
  expect(await letters(id, 'escalated')).toEqual([])
})
