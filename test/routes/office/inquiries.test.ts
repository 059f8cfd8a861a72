import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { outboxRow } from '../../../src/db/outbox.ts'
import { allEntries } from '../../../src/db/oversight-entries.ts'
import { DAY } from '../../../src/domain/time/time.ts'
import { pressQuestions } from '../../../src/jobs/press-questions.ts'
import { jobWorld } from '../../../src/jobs/world.ts'
import { compose } from '../../../src/letters/compose.ts'
import { verifyEntries } from '../../../src/seal/oversight-check.ts'
import { INSPEKTORAT } from '../../support/commands.ts'
import { look, post, staff } from '../../support/desk.ts'
import { aCase, PUPR, rows } from '../../support/handled.ts'
import { aForm, someone, world } from '../../support/world.ts'

const PAGE = '/petugas/kinerja/penjelasan'
const OTHER = 5
const NOW = Date.now()
const early = aForm({ incidentDay: '2026-01-05' })
const slugOf = async (id: number) =>
  (await world()).city.agencies.find((one) => one.id === id)?.slug ?? ''

const written = (kind: string) =>
  rows<{ seq: number; words: string; open: number; facts: string }>(
    'select seq, words, open, facts from oversight_entry where kind = ? order by seq',
    kind,
  )
const told = (template: string) =>
  rows<{ id: number; recipient: string; agency_id: number | null }>(
    'select id, recipient, agency_id from outbox where template = ? order by id',
    template,
  )

beforeAll(async () => {
  await aCase(NOW - 60 * DAY, 'in_progress', early)
})

test('a reminder reaches liaison and head with what is late, once a day by each person', async () => {
  const [leader, inspector] = [await staff('leader'), await staff('inspectorate')]
  const fields = { opd: await slugOf(PUPR), langkah: 'reminder', pesan: 'Mohon segera dikejar.' }
  expect((await post(leader, PAGE, fields)).status).toBe(303)
  // the same form again is the same reminder, another one has to wait
  expect((await post(leader, PAGE, fields)).status).toBe(303)
  const more = await post(leader, PAGE, { ...fields, pesan: 'Sekali lagi, mohon dikejar.' })
  expect([more.status, more.html.includes('Sekali lagi, mohon dikejar.')]).toEqual([422, true])
  expect((await post(inspector, PAGE, fields)).status).toBe(303)
  expect(await written('reminder')).toHaveLength(2)
  const letters = await told('agency_reminded')
  expect(letters.map(({ recipient, agency_id }) => [recipient, agency_id])).toEqual([
    ...[
      ['agency', PUPR],
      ['head', PUPR],
    ],
    ...[
      ['agency', PUPR],
      ['head', PUPR],
    ],
  ])
  const s = await world(undefined, NOW)
  const row = await outboxRow(s.db, letters[0]?.id ?? 0)
  const [late] = await rows<{ reference: string }>('select reference from complaint')
  if (!row) throw new Error('no letter')
  const around = { ...s, env, row, found: null, to: 'a@contoh.id' }
  const { body } = await compose(around, { kind: 'staff' } as Parameters<typeof compose>[1])
  expect(body).toContain(late?.reference)
})

test('a question is owed by the head alone, answered in words, and one at a time', async () => {
  const [leader, head] = [await staff('leader'), await staff('head', PUPR)]
  const question = {
    opd: await slugOf(PUPR),
    langkah: 'question',
    pesan: 'Mengapa banyak yang lewat?',
  }
  expect((await post(leader, PAGE, question)).status).toBe(303)
  const second = { ...question, pesan: 'Dan yang lain bagaimana?' }
  expect((await post(leader, PAGE, second)).status).toBe(422)
  const [asked] = await written('question')
  expect([asked?.open, JSON.parse(asked?.facts ?? '{}')]).toEqual([1, { late: 1 }])
  const answer = { [`penjelasan_${asked?.seq}`]: 'Dua alat berat rusak sejak Senin.' }
  const at = `${PAGE}/${asked?.seq}`
  for (const other of [leader, await staff('head', 4), await staff('liaison', PUPR)])
    expect((await post(other, at, answer)).status).toBe(404)
  const mine = await look(head, PAGE)
  expect(mine.html).toContain(question.pesan)
  expect(mine.html).toContain(`action="${at}"`)
  expect((await look(await staff('head', 4), PAGE)).html).not.toContain(question.pesan)
  expect((await look(head, '/petugas/kinerja')).html).toMatch(
    /perlu Anda jelaskan<\/dt><dd><a[^>]*>1/,
  )
  expect((await post(head, at, answer)).status).toBe(303)
  expect((await post(head, at, answer)).status).toBe(303)
  expect((await written('question'))[0]?.open).toBe(0)
  expect(await written('answer')).toHaveLength(1)
  expect((await told('agency_explained')).map(({ recipient }) => recipient)).toEqual([
    'leader',
    'inspectorate',
  ])
  expect((await look(await staff('auditor'), PAGE)).html).toContain('Dua alat berat rusak')
})

test('how much was late is counted whole, however many a page of the list holds', async () => {
  const leader = await staff('leader')
  await rows(
    `insert into assignment (complaint_id, agency_id, seq, role, open, opened_at, bucket, rank_day, due_day)
      select 900000 + value, ${OTHER}, 1, 'lead', 1, 0, 'work', '2026-01-05', '2026-01-05'
      from json_each('[${Array.from({ length: 60 }, (_, i) => i)}]')`,
  )
  const fields = { opd: await slugOf(OTHER), langkah: 'reminder', pesan: 'Mohon segera dikejar.' }
  expect((await post(leader, PAGE, fields)).status).toBe(303)
  expect((await look(leader, PAGE)).html).toContain('60 laporan lewat tenggat saat itu')
})

test('an answer that is late climbs once a rung, and stands on the page', async () => {
  const leader = await staff('leader')
  await post(leader, PAGE, {
    opd: await slugOf(PUPR),
    langkah: 'question',
    pesan: 'Mengapa lagi?!!',
  })
  for (const days of [1, 20, 20]) await pressQuestions(await jobWorld(env, NOW + days * DAY))
  expect((await told('agency_answer_late')).map(({ recipient }) => recipient)).toEqual([
    'head',
    'inspectorate',
    'leader',
  ])
  await rows('update oversight_entry set at = ? where open = 1', NOW - 30 * DAY)
  expect((await look(leader, PAGE)).html).toContain('Terlambat sejak')
  expect((await look(leader, '/petugas/kinerja')).html).toMatch(/OPD terlambat<\/dt><dd><a[^>]*>1/)
})

test('nobody writes to their own agency, nor without the office for it', async () => {
  const own = await staff('inspectorate', INSPEKTORAT)
  const fields = { opd: await slugOf(INSPEKTORAT), langkah: 'reminder', pesan: 'Mohon dikejar ya.' }
  expect((await post(own, PAGE, fields)).status).toBe(422)
  for (const role of ['auditor', 'admin'] as const)
    expect((await post(await staff(role), PAGE, fields)).status).toBe(404)
  expect((await look(someone('verifier'), PAGE)).status).toBe(404)
})

test('what is on record is chained: a word that is changed or dropped is found', async () => {
  const { db } = await world()
  const entries = await allEntries(db)
  // the test above moved one in time
  const problems = (await verifyEntries(entries)).map(({ problem }) => problem)
  expect(problems).toEqual(['oversight-altered'])
  const kept = entries.slice(0, 3)
  expect(await verifyEntries(kept)).toEqual([])
  const [first, second, third] = kept
  if (!first || !second || !third) throw new Error('too few')
  expect(await verifyEntries([first, { ...second, words: 'lain' }, third])).toEqual([
    { problem: 'oversight-altered', seq: second.seq },
  ])
  expect(await verifyEntries([first, third])).toEqual([
    { problem: 'oversight-gap', seq: third.seq },
  ])
})
