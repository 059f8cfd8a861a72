import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { caseById } from '../../src/db/cases.ts'
import { runMerge } from '../../src/db/clusters.ts'
import { eraseComplaint } from '../../src/db/erasing.ts'
import { revealRows } from '../../src/db/ledger/rows.ts'
import { attachment } from '../../src/db/schema/filing.ts'
import { addDays, DAY, monthOf } from '../../src/domain/time/time.ts'
import { checkFigures, differences, recountOf } from '../../src/jobs/check-figures.ts'
import { digestDays } from '../../src/jobs/digest-days.ts'
import { reportMissingFiles, sweepOrphans } from '../../src/jobs/orphans.ts'
import { purge } from '../../src/jobs/purge.ts'
import { resend } from '../../src/jobs/resend.ts'
import { retention } from '../../src/jobs/retention.ts'
import { runSchedule, schedule } from '../../src/jobs/schedule.ts'
import { tellReveals } from '../../src/jobs/tell-reveals.ts'
import { unverifiedDigest } from '../../src/jobs/unverified-digest.ts'
import { warnCalendar } from '../../src/jobs/warn-calendar.ts'
import { jobWorld } from '../../src/jobs/world.ts'
// @ts-expect-error vite reads the text; the types of the Worker do not know it
import wrangler from '../../wrangler.toml?raw'
import { aCase, give, officer, PUPR, rows } from '../support/handled.ts'
import { aForm, someone, TUESDAY, world } from '../support/world.ts'

const at = (day: string, time = '00:30') => Date.parse(`${day}T${time}:00+07:00`)
const outbox = (template: string) =>
  rows<{ dedupe: string; recipient: string; not_before: number }>(
    'select dedupe, recipient, not_before from outbox where template = ? order by id',
    template,
  )

it('tells the verifiers once on a working day what waits, and not on a Sunday', async () => {
  await aCase(TUESDAY, 'received')
  await unverifiedDigest(await jobWorld(env, at('2026-11-29', '08:00')))
  await unverifiedDigest(await jobWorld(env, at('2026-11-30', '08:00')))
  await unverifiedDigest(await jobWorld(env, at('2026-11-30', '08:05')))
  expect(await outbox('unverified_digest')).toEqual([
    {
      dedupe: 'unverified_digest|2026-11-30',
      recipient: 'verifier',
      not_before: at('2026-11-30', '08:00'),
    },
  ])
})

it('tells the reporter once, by day, a week after an identity was opened', async () => {
  const { s, id } = await aCase(TUESDAY, 'received')
  const inspector = someone('inspectorate')
  const open = (now: number) =>
    give(
      s,
      id,
      inspector,
      now,
      { name: 'reveal', reason: 'Perlu tahu lokasi persisnya.' },
      {
        rows: (seq) => revealRows({ complaintId: id, seq, staffId: inspector.id, at: now }),
      },
    )
  await open(TUESDAY)
  for (const after of [7 * DAY - 1, 7 * DAY, 7 * DAY + 3_600_000, 8 * DAY])
    await tellReveals(await jobWorld(env, TUESDAY + after))
  expect((await outbox('reveal_notice')).map((row) => [row.recipient, row.not_before])).toEqual([
    ['reporter', TUESDAY + 7 * DAY],
  ])
  const night = at('2026-12-09', '00:30')
  await open(night - 8 * DAY)
  await tellReveals(await jobWorld(env, night))
  expect((await outbox('reveal_notice'))[1]?.not_before).toBeGreaterThan(night)
})

it("warns administrators once a week from 1 September that next year's calendar is missing", async () => {
  await world()
  for (const day of ['2026-09-02', '2027-08-31', '2027-09-01', '2027-09-02', '2027-09-06'])
    await warnCalendar(await jobWorld(env, at(day, '08:00')))
  expect((await outbox('calendar_missing')).map((row) => row.dedupe)).toEqual([
    'calendar_missing|2028|2027-08-30',
    'calendar_missing|2028|2027-09-06',
  ])
})

it('seals each day once, days without changes too, and mails the seal where the city wants it', async () => {
  await aCase(at('2026-11-20', '10:00'), 'routed', aForm({ incidentDay: '2026-11-19' }))
  const w = await jobWorld(env, at('2026-11-24'))
  w.s.city.settings.digestAddress = 'arsip@contoh.id'
  await expect(
    digestDays({
      ...w,
      enqueue: async () => {
        throw new Error('killed')
      },
    }),
  ).rejects.toThrow('killed')
  await digestDays(w)
  const first = await rows('select * from day_digest order by day')
  await digestDays(w)
  expect(await rows('select * from day_digest order by day')).toEqual(first)
  expect(first.map((row) => [row.day, row.count])).toEqual([
    ['2026-11-20', 1],
    ['2026-11-21', 0],
    ['2026-11-22', 0],
    ['2026-11-23', 0],
  ])
  expect((await outbox('day_digest')).map((row) => row.dedupe)).toEqual(
    first.map((row) => `day_digest|${row.day}`),
  )
  const kept = await env.BACKUPS.get('digests/2026-11-20.json')
  expect(await kept?.json()).toMatchObject({ day: '2026-11-20', count: 1, leaves: [{ seq: 2 }] })
})

it('erases identity, words, salts and files when the time of keeping is over, in steps', async () => {
  const cases = [await aCase(TUESDAY, 'awaiting_info'), await aCase(TUESDAY, 'awaiting_info')]
  const s = cases[0]?.s
  if (!s) throw new Error('no case')
  for (const { id } of cases) {
    await give(s, id, { kind: 'reporter' }, TUESDAY, {
      name: 'withdraw',
      text: 'Sudah diperbaiki warga.',
    })
    await env.FILES.put(`a/${id}`, 'x')
    await s.db.insert(attachment).values({
      id: `f${id}`,
      complaintId: id,
      seq: 1,
      source: 'reporter',
      key: `a/${id}`,
      type: 'image/png',
      bytes: 1,
      digest: 'd',
      at: TUESDAY,
    })
  }
  expect(await retention(await jobWorld(env, Date.parse('2028-11-23T02:00:00Z')))).toEqual({
    erased: 0,
    suggestions: 0,
  })
  const late = Date.parse('2028-11-25T02:00:00Z')
  const step = { stepSize: 1, steps: 1 }
  expect(await retention(await jobWorld(env, late, step))).toEqual({ erased: 1, suggestions: 0 })
  expect(await retention(await jobWorld(env, late))).toEqual({ erased: 1, suggestions: 0 })
  expect(await retention(await jobWorld(env, late))).toEqual({ erased: 0, suggestions: 0 })
  for (const { id } of cases) {
    const row = (await caseById(s.db, id))?.row
    expect(row).toMatchObject({ title: null, text: null, salt: null, landmark: null })
    const kept = await rows('select text, salt from message where complaint_id = ?', id)
    expect(kept.every((m) => m.text === null && m.salt === null)).toBe(true)
    const [who] = await rows('select * from identity where complaint_id = ?', id)
    expect(who).toMatchObject({ wrapped_key: null, sealed: null, has_email: 0 })
    expect(await env.FILES.head(`a/${id}`)).toBeNull()
  }
})

it('erases what was joined under a report that its own reporter had erased before', async () => {
  const { s, id } = await aCase(TUESDAY, 'routed')
  const member = await aCase(TUESDAY, 'received')
  const [root, joined] = [await caseById(s.db, id), await caseById(s.db, member.id)]
  if (!root || !joined) throw new Error('gone')
  const merged = await runMerge(
    { ...s, actor: someone('verifier') },
    joined,
    root.complaint.reference,
  )
  expect(merged.ok).toBe(true)
  await give(s, id, officer(), TUESDAY, { name: 'take_up' })
  await give(s, id, officer(), TUESDAY, {
    name: 'propose_closure',
    text: 'Lubang sudah kami tambal pagi ini dengan aspal panas.',
    reason: 'Sudah diperbaiki',
    evidenceFiles: 1,
    visit: null,
  })
  await give(s, id, { kind: 'reporter' }, TUESDAY, { name: 'confirm' })
  expect((await eraseComplaint(s, id)).ok).toBe(true)
  const [before, after] = ['2028-11-23', '2028-11-25'].map((day) => Date.parse(`${day}T02:00:00Z`))
  await retention(await jobWorld(env, before ?? 0))
  expect((await caseById(s.db, member.id))?.row.text).not.toBeNull()
  await retention(await jobWorld(env, after ?? 0))
  expect((await caseById(s.db, member.id))?.row.text).toBeNull()
})

it('sweeps files that no row names once they are a day old, and names rows without a file', async () => {
  const { s, id } = await aCase(TUESDAY, 'received')
  await env.FILES.put('a/orphan', 'x')
  await env.FILES.put('a/kept', 'x')
  const file = {
    complaintId: id,
    seq: 1,
    source: 'reporter',
    type: 'image/png',
    bytes: 1,
    digest: 'd',
    at: 1,
  }
  await s.db.insert(attachment).values([
    { ...file, id: 'kept', key: 'a/kept' },
    { ...file, id: 'lost', key: 'a/lost' },
  ])
  await sweepOrphans(await jobWorld(env, Date.now()))
  expect(await env.FILES.head('a/orphan')).not.toBeNull()
  const tomorrow = await jobWorld(env, Date.now() + DAY + 1000)
  await sweepOrphans(tomorrow)
  expect(await env.FILES.head('a/orphan')).toBeNull()
  expect(await env.FILES.head('a/kept')).not.toBeNull()
  const small = { stepSize: 1, steps: 1 }
  const found = [
    await reportMissingFiles(await jobWorld(env, Date.now(), small)),
    await reportMissingFiles(await jobWorld(env, Date.now(), small)),
  ]
  expect(found.reduce((n, counts) => n + (counts.missing ?? 0), 0)).toBe(1)
})

it('agrees with the figures of live commands, and sees where figures or reports were changed', async () => {
  const { id } = await aCase(TUESDAY, 'awaiting_confirmation')
  const { s } = await aCase(TUESDAY, 'in_progress')
  await give(s, id, { kind: 'reporter' }, TUESDAY, {
    name: 'dispute',
    text: 'Lubangnya masih ada.',
  })
  const w = await jobWorld(env, TUESDAY + DAY)
  const recount = recountOf(w, PUPR, '2026-11')
  expect(await differences(w, recount)).toEqual([])

  await env.DB.exec(`update figure set closed = closed + 1 where scope = 'agency:${PUPR}'`)
  expect(await differences(w, recount)).toEqual(['closed'])
  await env.DB.exec(`update figure set closed = closed - 1 where scope = 'agency:${PUPR}'`)
  await env.DB.exec(`update complaint set disputes = 0 where id = ${id}`)
  expect(await differences(w, recount)).toEqual(['disputed'])
})

it("tells administrators on an agency's turn, once, and corrects nothing", async () => {
  const { city } = await world()
  // agencies take turns by day, months by round: a round of this month is the thirteenth
  const turn = addDays('2026-01-01', 12 * city.agencies.length + PUPR - 1)
  await aCase(at(turn, '09:00'), 'in_progress')
  const w = await jobWorld(env, at(turn, '23:00'))
  expect(await checkFigures(w)).toEqual({ differences: 0, unsettled: 0 })
  await env.DB.prepare('update figure set received = 9 where scope = ? and month = ?')
    .bind(`agency:${PUPR}`, monthOf(turn))
    .run()
  expect(await checkFigures(w)).toEqual({ differences: 1, unsettled: 0 })
  expect(await checkFigures(w)).toEqual({ differences: 1, unsettled: 0 })
  expect((await outbox('figures_differ')).map((row) => row.dedupe)).toEqual([
    `figures_differ|${PUPR}|${monthOf(turn)}|${turn}`,
  ])
})

it('purges form tokens after eight days', async () => {
  await aCase(TUESDAY, 'received')
  const before = await rows('select 1 from filing')
  await purge(await jobWorld(env, TUESDAY + 7 * DAY))
  expect((await rows('select 1 from filing')).length).toBeGreaterThan(0)
  const { filings } = await purge(await jobWorld(env, TUESDAY + 800 * DAY))
  expect(filings).toBeGreaterThan(0)
  expect(before.length).toBeGreaterThanOrEqual(filings ?? 0)
  expect(await rows('select 1 from filing')).toEqual([])
})

it('hands letters that were lost to the queue again, and leaves those that are not due', async () => {
  const { id } = await aCase(TUESDAY, 'received')
  const sent: number[] = []
  const enqueue = async (queued: readonly { id: number }[]) => {
    sent.push(...queued.map((q) => q.id))
  }
  const [letter] = await rows<{ id: number }>('select id from outbox where complaint_id = ?', id)
  await resend(await jobWorld(env, TUESDAY + 60_000, { enqueue }))
  expect(sent).not.toContain(letter?.id)
  await resend(await jobWorld(env, TUESDAY + 120_000, { enqueue }))
  expect(sent).toContain(letter?.id)
})

it('runs every job of every cron line, and one that throws does not stop the others', async () => {
  await world()
  for (const cron of Object.keys(schedule)) {
    const done = await runSchedule(env, cron, TUESDAY)
    expect(Object.keys(done)).toEqual(Object.keys(schedule[cron] ?? {}))
    expect(Object.values(done)).not.toContain('failed')
  }
  await env.DB.exec('alter table day_digest rename to day_digest_gone')
  const done = await runSchedule(env, '30 17 * * *', TUESDAY)
  await env.DB.exec('alter table day_digest_gone rename to day_digest')
  expect(done.digestDays).toBe('failed')
  expect(done.climbLadder).not.toBe('failed')
})

it('has jobs for exactly the cron lines of wrangler.toml', () => {
  const [, list = ''] = String(wrangler).match(/^crons = \[(.*)\]$/m) ?? []
  expect(list.split(', ').map((line) => JSON.parse(line))).toEqual(Object.keys(schedule))
})
