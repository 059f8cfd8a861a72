import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { caseById } from '../../src/db/cases.ts'
import { runMerge } from '../../src/db/clusters.ts'
import { CLAIM_MS, claimDeliveries } from '../../src/db/deliveries.ts'
import { deadLetters, resendDead, tell } from '../../src/db/outbox.ts'
import type { Given } from '../../src/domain/acts/acts.ts'
import type { Actor } from '../../src/domain/people/actor.ts'
import { MINUTE } from '../../src/domain/time/time.ts'
import { deliver } from '../../src/letters/deliver.ts'
import { aCase, aMember, give, officer, PUPR, rows } from '../support/handled.ts'
import { letterOf, mailbox, posting } from '../support/letters.ts'
import { aForm, filed, someone, TUESDAY } from '../support/world.ts'

beforeEach(async () => {
  await env.DB.exec('delete from membership')
  // one mailbox in all these tests: what one sends is not another's too much
  await env.DB.exec('delete from counter')
})

it('really sends through the mail binding, and notes what it called the letter', async () => {
  const { s, id } = await aCase(TUESDAY, 'received')
  const letter = await letterOf(id, 'received')
  expect(await deliver(posting(s, TUESDAY), letter.id)).toEqual({ kind: 'done' })
  const [delivery] = await rows('select * from delivery where outbox_id = ?', letter.id)
  expect(delivery).toMatchObject({ recipient: `reporter:${id}`, channel: 'email', at: TUESDAY })
  expect(delivery?.reference).toEqual(expect.any(String))
})

it('tells a reporter the number and a link that asks for the key, and nothing of what they wrote', async () => {
  const { s, id } = await aCase(TUESDAY, 'received')
  const { sent, binding } = mailbox()
  await deliver(posting(s, TUESDAY, binding), (await letterOf(id, 'received')).id)
  expect(sent).toHaveLength(1)
  expect(sent[0]?.to).toBe('siti@contoh.id')
  expect(sent[0]?.text).toMatch(/https:\/\/lapor\.example\/b\/DMI-/)
  expect(sent[0]?.text).toContain('Jumat, 27 November 2026')
  expect(JSON.stringify(sent)).not.toMatch(/berlubang|SDN 002|Siti Rahmah|081200001234/)
})

it('sends one letter once, however often and however many at once the queue brings it', async () => {
  const { s, id } = await aCase(TUESDAY, 'received')
  const { sent, binding } = mailbox()
  const letter = await letterOf(id, 'received')
  await Promise.all(
    Array.from({ length: 5 }, () => deliver(posting(s, TUESDAY, binding), letter.id)),
  )
  await deliver(posting(s, TUESDAY, binding), letter.id)
  expect(sent).toHaveLength(1)
})

it('is done with a letter to the archive outside once it went', async () => {
  const { s } = await aCase(TUESDAY, 'received')
  s.city.settings.digestAddress = 'arsip@contoh.id'
  await rows(
    `insert or replace into setting (key, value) values ('digestAddress', '"arsip@contoh.id"')`,
  )
  await rows(
    `insert into day_digest (day, count, root, previous, hash) values ('2026-11-23', 0, '', '', '')`,
  )
  await tell(s.db, [
    {
      ...{ dedupe: 'day_digest|2026-11-23', complaintId: null, recipient: 'outside' },
      ...{ agencyId: null, template: 'day_digest', notBefore: TUESDAY },
    },
  ])
  const [{ id } = { id: 0 }] = await rows(`select id from outbox where template = 'day_digest'`)
  const { sent, binding } = mailbox()
  expect(await deliver(posting(s, TUESDAY, binding), Number(id))).toEqual({ kind: 'done' })
  expect(sent.map(({ to }) => to)).toEqual(['arsip@contoh.id'])
})

it('waits until the time of a letter has come, and sends none that was cancelled', async () => {
  const { s, id } = await aCase(TUESDAY, 'routed')
  const { sent, binding } = mailbox()
  const letter = await letterOf(id, 'routed')
  expect(await deliver(posting(s, TUESDAY, binding), letter.id)).toEqual({
    kind: 'later',
    seconds: 12,
  })
  await env.DB.prepare(`update outbox set state = 'cancelled' where id = ?`).bind(letter.id).run()
  await deliver(posting(s, TUESDAY + MINUTE, binding), letter.id)
  expect(sent).toHaveLength(0)
})

it('asks through a single-purpose link, without repeating the question', async () => {
  const { s, id } = await aCase(TUESDAY, 'awaiting_info')
  const { sent, binding } = mailbox()
  await deliver(posting(s, TUESDAY + MINUTE, binding), (await letterOf(id, 'question')).id)
  expect(sent[0]?.text).toMatch(/https:\/\/lapor\.example\/t\/[\w-]{48}\n/)
  expect(sent[0]?.text).not.toContain('Di sebelah mana')
})

it('tells the liaisons of the agency and nobody who left or is of another', async () => {
  const { s, id } = await aCase(TUESDAY, 'routed')
  await aMember(s, 'liaison', PUPR)
  await aMember(s, 'liaison', PUPR, { id: 'gone', until: TUESDAY - 1 })
  await aMember(s, 'liaison', PUPR, { id: 'off', disabledAt: 1 })
  await aMember(s, 'liaison', 3)
  await aMember(s, 'head', PUPR)
  const { sent, binding } = mailbox()
  await deliver(posting(s, TUESDAY + MINUTE, binding), (await letterOf(id, 'routed', 'agency')).id)
  expect(sent.map((letter) => letter.to)).toEqual([`liaison-${PUPR}@contoh.id`])
  expect(sent[0]?.text).toMatch(/https:\/\/lapor\.example\/petugas\/laporan\/DMI-/)
})

it('tells a hundred at a time and goes on behind them', async () => {
  const { s, id } = await aCase(TUESDAY, 'routed')
  const many = `with recursive n(i) as (select 0 union all select i + 1 from n where i < 102)`
  await env.DB.exec(
    `insert into user (id, name, email, created_at, updated_at) ${many} select printf('l%03d', i), 'x', printf('l%03d@contoh.id', i), 0, 0 from n`,
  )
  await env.DB.exec(
    `insert into membership (user_id, role, agency_id, since) ${many} select printf('l%03d', i), 'liaison', ${PUPR}, 0 from n`,
  )
  const { sent, binding } = mailbox()
  const letter = await letterOf(id, 'routed', 'agency')
  const first = await deliver(posting(s, TUESDAY + MINUTE, binding), letter.id)
  expect(first).toEqual({ kind: 'next', after: 'l099' })
  expect(sent).toHaveLength(100)
  await deliver(posting(s, TUESDAY + MINUTE, binding), letter.id, 'l099')
  await deliver(posting(s, TUESDAY + MINUTE, binding), letter.id)
  expect(new Set(sent.map((one) => one.to)).size).toBe(103)
  expect(sent).toHaveLength(103)
})

it('tries again only those who were not told, then buries the letter, and sends it again on demand', async () => {
  const { s, id } = await aCase(TUESDAY, 'routed')
  await aMember(s, 'liaison', PUPR, { id: 'a-well' })
  await aMember(s, 'liaison', PUPR, { id: 'b-broken' })
  const letter = await letterOf(id, 'routed', 'agency')
  const { sent, binding } = mailbox((to) => to.startsWith('b-broken'))
  let now = TUESDAY + MINUTE
  const waits: number[] = []
  for (;;) {
    const outcome = await deliver(posting(s, now, binding), letter.id)
    if (outcome.kind !== 'later') break
    waits.push(outcome.seconds)
    now += outcome.seconds * 1000
  }
  expect(waits).toEqual([60, 300, 1500, 7200])
  expect(sent.map((one) => one.to)).toEqual(['a-well@contoh.id'])
  const [dead] = await deadLetters(s.db)
  expect(dead).toMatchObject({ id: letter.id, state: 'dead', attempts: 5 })
  expect(dead?.error).not.toContain('@')

  const well = mailbox()
  expect(await resendDead(s.db, letter.id, now)).toEqual({ id: letter.id, notBefore: now })
  expect(await resendDead(s.db, letter.id, now)).toBeNull()
  await deliver(posting(s, now, well.binding), letter.id)
  expect(well.sent.map((one) => one.to)).toEqual(['b-broken@contoh.id'])
})

it('leaves a claim of a sender that may be alive, and takes it over when it is old', async () => {
  const { s, id } = await aCase(TUESDAY, 'received')
  const { sent, binding } = mailbox()
  const letter = await letterOf(id, 'received')
  await claimDeliveries(s.db, letter.id, [`reporter:${id}`], 'email', TUESDAY)
  const busy = await deliver(posting(s, TUESDAY + MINUTE, binding), letter.id)
  expect(busy).toEqual({ kind: 'later', seconds: CLAIM_MS / 1000 })
  expect(sent).toHaveLength(0)
  await deliver(posting(s, TUESDAY + CLAIM_MS, binding), letter.id)
  expect(sent).toHaveLength(1)
})

it('tells everyone who joined a report of its answer, each under their own number', async () => {
  const { s, id: rootId } = await aCase(TUESDAY, 'in_progress')
  const { found: joined } = await filed(s, aForm())
  const root = await caseById(s.db, rootId)
  if (!root) throw new Error('no root')
  const merged = await runMerge(
    { ...s, actor: someone('verifier'), now: TUESDAY },
    joined,
    root.complaint.reference,
  )
  expect(merged.ok).toBe(true)
  await give(s, rootId, officer(), TUESDAY, { name: 'reply', text: 'Kami tambal besok pagi, ya.' })
  const letter = await letterOf(rootId, 'reply')
  const { sent, binding } = mailbox()
  expect(await deliver(posting(s, TUESDAY + MINUTE, binding), letter.id)).toEqual({ kind: 'done' })
  await deliver(posting(s, TUESDAY + MINUTE, binding), letter.id)
  expect(sent.map((one) => one.subject)).toEqual([
    `Ada tanggapan untuk laporan ${root.complaint.reference}`,
    `Ada tanggapan untuk laporan ${joined.complaint.reference}`,
  ])
})

it('keeps a confidential report from the name of its agency', async () => {
  const { s, id } = await aCase(TUESDAY, 'routed', aForm({ confidential: true }))
  await aMember(s, 'liaison', PUPR)
  const { sent, binding } = mailbox()
  for (const to of ['reporter', 'agency'])
    await deliver(posting(s, TUESDAY + MINUTE, binding), (await letterOf(id, 'routed', to)).id)
  expect(sent).toHaveLength(2)
  const name = s.city.agencies.find((agency) => agency.id === PUPR)
  expect(JSON.stringify(sent)).not.toContain(name?.name)
  expect(JSON.stringify(sent)).not.toContain(name?.shortName)
})

it('drops a reminder whose question was answered in the meantime', async () => {
  const { s, id } = await aCase(TUESDAY, 'awaiting_info')
  const [queued] = await tell(s.db, [
    {
      dedupe: `reminder of ${id}`,
      complaintId: id,
      recipient: 'reporter',
      agencyId: null,
      template: 'completion_reminder',
      notBefore: TUESDAY,
    },
  ])
  await give(s, id, { kind: 'reporter' }, TUESDAY, { name: 'answer', text: 'Di depan gerbang.' })
  const { sent, binding } = mailbox()
  const outcome = await deliver(posting(s, TUESDAY, binding), queued?.id ?? 0)
  expect(outcome).toEqual({ kind: 'cancelled' })
  expect(sent).toEqual([])
})

it('tells everyone who joined of every turn of the root, each under their own number', async () => {
  const { s, id: rootId } = await aCase(TUESDAY, 'in_progress')
  const { found: joined } = await filed(s, aForm())
  const root = (await caseById(s.db, rootId))?.complaint
  const by = { ...s, actor: someone('verifier'), now: TUESDAY }
  expect((await runMerge(by, joined, root?.reference ?? '')).ok).toBe(true)
  const reporter = { kind: 'reporter' } as const
  const closing = {
    name: 'propose_closure' as const,
    ...{ text: 'Lubang sudah kami tambal dengan aspal panas.' },
    ...{ reason: 'Sudah diperbaiki', evidenceFiles: 1, visit: null },
  } as const
  const turns: [Actor, Given, string | null][] = [
    [officer(), { name: 'ask', text: 'Di sebelah mana tepatnya?' }, 'root_asked'],
    [reporter, { name: 'answer', text: 'Di depan gerbang timur.' }, null],
    [officer(), closing, null],
    [reporter, { name: 'dispute', text: 'Masih berlubang di sisi kiri.' }, 'root_disputed'],
    [officer(), closing, null],
    [reporter, { name: 'confirm' }, 'root_closed'],
    [reporter, { name: 'reopen', text: 'Lubangnya terbuka lagi.' }, 'root_reopened'],
    [
      someone('liaison', PUPR),
      { name: 'return', text: 'Ini jalan provinsi, bukan kota.', proposedAgencyId: 3 },
      'root_returned',
    ],
  ]
  for (const [actor, command, template] of turns) {
    await give(s, rootId, actor, TUESDAY, command)
    if (template === null) continue
    await env.DB.exec('delete from counter')
    const { sent, binding } = mailbox()
    await deliver(
      posting(s, TUESDAY + MINUTE, binding),
      (await letterOf(rootId, template, 'members')).id,
    )
    expect(sent.map((one) => one.subject)).toEqual([
      expect.stringContaining(joined.complaint.reference),
    ])
  }
})
