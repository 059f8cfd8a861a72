import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { changedServerSecret } from '../../scripts/keys/server-secret.ts'
import { correctContact } from '../../src/db/my-data.ts'
import { waitingSince } from '../../src/db/outbox.ts'
import { HOUR } from '../../src/domain/time/time.ts'
import { runSchedule } from '../../src/jobs/schedule.ts'
import { deliver } from '../../src/letters/deliver.ts'
import { parseIdentityKeys } from '../../src/seal/identity-keys.ts'
import { aMember, give, PUPR, routeTo, rows } from '../support/handled.ts'
import { letterOf, mailbox, posting } from '../support/letters.ts'
import { aForm, filed, someone, TUESDAY, world } from '../support/world.ts'

const VICTIM = 'korban@contoh.id'

beforeEach(async () => {
  for (const table of ['outbox', 'delivery', 'counter', 'membership'])
    await env.DB.exec(`delete from ${table}`)
})

/** Files as often as asked, each naming this mailbox in one spelling or another. */
const reports = async (count: number, spell: (i: number) => string) => {
  const s = await world({ kind: 'reporter' }, TUESDAY)
  const made: { id: number; reference: string }[] = []
  for (let i = 0; i < count; i++) {
    const form = { ...aForm(), identity: { name: null, phone: null, email: spell(i) } }
    made.push((await filed(s, form)).found.complaint)
  }
  return { s, made }
}

const bringAll = async (s: Parameters<typeof posting>[0], now: number, box = mailbox()) => {
  for (const { id } of await waitingSince(s.db, now, 1000))
    await deliver(posting(s, now, box.binding), id)
  return box.sent
}

const spelled = (i: number) =>
  [VICTIM, 'Korban@Contoh.id', `korban+${i}@contoh.id`][i % 3] ?? VICTIM

it('sends a mailbox that 120 reports name a few letters, then one that names them all', async () => {
  const { s, made } = await reports(120, spelled)
  expect(await bringAll(s, TUESDAY)).toHaveLength(5)
  expect(await bringAll(s, TUESDAY + HOUR - 1)).toHaveLength(0)
  const sent = await bringAll(s, TUESDAY + HOUR)
  expect(sent).toHaveLength(1)
  expect(sent[0]?.to.toLowerCase().replace(/\+\d+/, '')).toBe(VICTIM)
  expect(sent[0]?.text).toContain('115 kabar')
  expect(sent[0]?.text).toContain('/lacak')
  expect(sent[0]?.text).toContain(made.at(-1)?.reference)
  const left = await rows(`select * from outbox where state <> 'done' or reached <> 'told'`)
  expect(left).toEqual([])
  expect(await rows('select * from delivery where reference is null')).toEqual([])
  expect((await rows('select 1 from outbox')).length).toBe(121)
  expect(await bringAll(s, TUESDAY + 3 * HOUR)).toHaveLength(0)
})

it('brings what was held back after the server secret was changed, too', async () => {
  const { s } = await reports(9, spelled)
  const box = mailbox()
  expect(await bringAll(s, TUESDAY, box)).toHaveLength(5)
  const SERVER_SECRET = changedServerSecret(env.SERVER_SECRET, TUESDAY)
  for (const { id } of await waitingSince(s.db, TUESDAY + HOUR, 1000)) {
    const usual = posting(s, TUESDAY + HOUR, box.binding)
    await deliver({ ...usual, env: { ...usual.env, SERVER_SECRET } }, id)
  }
  expect(box.sent).toHaveLength(6)
  expect(box.sent[5]?.text).toContain('4 kabar')
})

it('takes the spellings of one Gmail mailbox for one, and writes to each as it was written', async () => {
  const spelled = ['korban.lima@gmail.com', 'korbanlima+a@gmail.com', 'k.orbanlima@googlemail.com']
  const { s } = await reports(9, (i) => spelled[i % 3] ?? '')
  const sent = await bringAll(s, TUESDAY)
  expect(sent).toHaveLength(5)
  for (const { to } of sent) expect(spelled).toContain(to)
})

it('keeps the mailbox nowhere in the clear, and its digest no longer than needed', async () => {
  const { s } = await reports(7, () => VICTIM)
  await bringAll(s, TUESDAY)
  await bringAll(s, TUESDAY + HOUR)
  expect(JSON.stringify(await rows('select * from outbox'))).not.toContain('korban')
  expect(await rows(`select 1 from outbox where recipient = 'mailbox'`)).toHaveLength(1)
  await runSchedule(env, '30 17 * * *', TUESDAY + 72 * HOUR)
  expect(await rows(`select 1 from outbox where recipient = 'mailbox'`)).toEqual([])
})

it('holds nothing back from others, and begins anew once the hour is over', async () => {
  const { s } = await reports(6, () => VICTIM)
  const other = await reports(1, () => 'lain@contoh.id')
  const sent = await bringAll(s, TUESDAY)
  expect(sent.filter((one) => one.to === VICTIM)).toHaveLength(5)
  expect(sent.filter((one) => one.to === 'lain@contoh.id')).toHaveLength(1)
  expect(await bringAll(s, TUESDAY + HOUR)).toHaveLength(1)
  const next = await reports(1, () => VICTIM)
  expect(await bringAll(next.s, TUESDAY + 2 * HOUR)).toHaveLength(1)
  expect(other.made).toHaveLength(1)
})

it('never tells of another’s reports at an address that was put in the place of theirs', async () => {
  const { s, made } = await reports(8, () => VICTIM)
  await bringAll(s, TUESDAY)
  const [newest] = await rows<{ recipient: string }>(
    'select recipient from delivery where held_for is not null order by outbox_id desc limit 1',
  )
  const mine = made.find(({ id }) => newest?.recipient === `reporter:${id}`)
  const contact = { name: null, phone: null, email: 'penyerang@contoh.id' }
  await correctContact(s, parseIdentityKeys(env.IDENTITY_KEYS), mine?.id ?? 0, contact)
  const sent = await bringAll(s, TUESDAY + HOUR)
  expect(sent.map((one) => one.to)).toEqual([VICTIM])
})

it('knows of each letter that it reached nobody where the collected one comes back', async () => {
  const { s } = await reports(7, () => VICTIM)
  await bringAll(s, TUESDAY)
  await bringAll(
    s,
    TUESDAY + HOUR,
    mailbox(() => 'E_RECIPIENT_SUPPRESSED'),
  )
  const lost = await rows(
    `select 1 from outbox where recipient = 'reporter' and reached = 'nobody'`,
  )
  expect(lost).toHaveLength(2)
  expect(await rows('select 1 from identity where email_failed_at is not null')).toHaveLength(2)
  expect(await rows('select 1 from delivery where held_for is not null')).toEqual([])
})

it('collects what is too much for somebody of the staff, too', async () => {
  const { s, made } = await reports(23, () => VICTIM)
  await aMember(s, 'liaison', PUPR)
  for (const { id } of made) await give(s, id, someone('verifier'), TUESDAY, routeTo(PUPR))
  await env.DB.exec(`update outbox set state = 'done' where recipient = 'reporter'`)
  expect(await bringAll(s, TUESDAY + 20_000)).toHaveLength(20)
  const sent = await bringAll(s, TUESDAY + HOUR)
  expect(sent.map((one) => one.to)).toEqual([`liaison-${PUPR}@contoh.id`])
  expect(sent[0]?.text).toContain('3 kabar')
  expect(await letterOf(made[0]?.id ?? 0, 'routed', 'agency')).toMatchObject({ reached: 'told' })
})
