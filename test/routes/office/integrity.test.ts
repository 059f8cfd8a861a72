import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { checkIntegrity } from '../../../src/jobs/check-integrity.ts'
import { jobWorld } from '../../../src/jobs/world.ts'
import { integrity as say } from '../../../src/words/id/integrity.ts'
import { INSPEKTORAT } from '../../support/commands.ts'
import { look, post, staff } from '../../support/desk.ts'
import { aCase, give, routeTo, rows } from '../../support/handled.ts'
import { aForm, filed, someone, TUESDAY, world } from '../../support/world.ts'

const PAGE = '/petugas/jejak/keutuhan'
const CASES = 4
const numbers: string[] = []

const numberOf = async (id: number) =>
  (await rows<{ reference: string }>('select reference from complaint where id = ?', id))[0]
    ?.reference ?? ''

beforeAll(async () => {
  for (let i = 0; i < CASES; i++) {
    const { id } = await aCase(TUESDAY, 'in_progress')
    numbers.push(await numberOf(id))
  }
})

const results = () =>
  rows<{ by: string; facts: string }>(
    `select "by", facts from oversight_entry where kind = 'checked' order by seq`,
  )

/** Changes something beside the ledger, looks, and puts it back. */
const tampered = async (sql: string, back: string, look: () => Promise<void>) => {
  await rows(sql)
  await look()
  await rows(back)
}

const event = `complaint_id = (select id from complaint where reference = '`

test('one report: whole, or the first event that is not as it was written, in words', async () => {
  const auditor = await staff('auditor')
  const [number = ''] = numbers
  expect((await post(auditor, PAGE, { nomor: number.toLowerCase() })).status).toBe(303)
  expect((await look(auditor, PAGE)).html).toContain(say.whole('1'))
  const at = `${event}${number}') and seq in (2, 3)`
  await tampered(
    `update event set at = at + 1 where ${at}`,
    `update event set at = at - 1 where ${at}`,
    async () => {
      await post(auditor, PAGE, { nomor: number })
      const { html } = await look(auditor, PAGE)
      expect(html).toContain(say.problems.altered(number, '2'))
      expect(html).toContain(say.broken('1', '1'))
    },
  )
  expect((await results()).map(({ by }) => by)).toEqual(Array(2).fill(`staff:${auditor.id}`))
})

test('all reports: in steps that go on where they were cut off, one at a time, told once', async () => {
  const leader = await staff('leader')
  const before = (await results()).length
  const asked = await rows<{ n: number }>('select count(*) as n from complaint')
  // asked for in a city larger than what is looked at before the answer
  await rows(
    `insert into oversight_entry (seq, at, "by", kind, agency_id, facts, previous, hash, open)
      select max(seq) + 1, 0, 'staff:${leader.id}', 'check', 0, '{}', '', 'x', 1 from oversight_entry`,
  )
  expect((await post(leader, PAGE, { semua: 'ya' })).status).toBe(422)
  const [, number = ''] = numbers
  const at = `${event}${number}') and seq = 2`
  await tampered(
    `update event set at = at + 1 where ${at}`,
    `update event set at = at - 1 where ${at}`,
    async () => {
      const one = { stepSize: 1, steps: 1 }
      for (let i = 0; i < CASES - 1; i++) await checkIntegrity(await jobWorld(env, TUESDAY, one))
      expect((await look(leader, PAGE)).html).toContain(say.running(String(CASES - 1)))
      await checkIntegrity(await jobWorld(env, TUESDAY))
      await checkIntegrity(await jobWorld(env, TUESDAY))
    },
  )
  const told = (await results()).slice(before)
  expect(told).toHaveLength(1)
  expect(JSON.parse(told[0]?.facts ?? '{}')).toMatchObject({
    ...{ reference: null, checked: asked[0]?.n, differ: 1 },
    ...{ problem: 'altered', complaint: number, seq: 2 },
  })
  const { html } = await look(leader, PAGE)
  expect(html).toContain(say.problems.altered(number, '2'))
  expect(html).toContain(say.checkAll)
})

test('a small city is through before the answer', async () => {
  const admin = await staff('admin')
  expect((await post(admin, PAGE, { semua: 'ya' })).status).toBe(303)
  expect((await look(admin, PAGE)).html).toContain(say.whole(String(CASES)))
})

test('a supervisory report is named to nobody who may not know of it', async () => {
  const s = await world({ kind: 'reporter' }, TUESDAY)
  const { complaint } = (await filed(s, aForm())).found
  const release = { release: false, title: 'Jalan rusak', text: '', point: false, photoIds: [] }
  const route = routeTo(INSPEKTORAT, { supervisory: true, release })
  await give(s, complaint.id, someone('verifier'), TUESDAY, route)
  const [admin, auditor] = [await staff('admin'), await staff('auditor')]
  const nomor = complaint.reference
  const refused = await post(admin, PAGE, { nomor })
  expect([refused.status, refused.html.includes(say.unknown)]).toEqual([422, true])
  expect((await post(auditor, PAGE, { nomor })).status).toBe(303)
  expect((await look(auditor, PAGE)).html).toContain(nomor)
  const { html } = await look(admin, PAGE)
  expect(html).not.toContain(nomor)
  expect(html).toContain(say.secret)
})
