import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { loadCity } from '../../src/db/city.ts'
import { unheardLetters } from '../../src/db/outbox.ts'
import { publishCity } from '../../src/db/publish-city.ts'
import { rulesOf } from '../../src/domain/city/city.ts'
import { MINUTE } from '../../src/domain/time/time.ts'
import { deliver } from '../../src/letters/deliver.ts'
import { aCase, aMember, give, officer, PUPR, routeTo, rows } from '../support/handled.ts'
import { letterOf, mailbox, posting } from '../support/letters.ts'
import { aForm, filed, someone, TUESDAY, world } from '../support/world.ts'

const LATER = TUESDAY + MINUTE
const ACCUSED = 3

beforeEach(async () => {
  await env.DB.exec('delete from membership')
  // one mailbox in all these tests: what one sends is not another's too much
  await env.DB.exec('delete from counter')
  await env.DB.exec('update agency set parent_id = null, approval = 0, mailbox = null')
})

const outcomeOf = async (id: number) =>
  (await rows<{ state: string; reached: string }>('select * from outbox where id = ?', id))[0]

/** Who got it, and what is kept of it. */
const brought = async (
  s: Parameters<typeof posting>[0],
  id: number,
  template: string,
  to: string,
) => {
  const { sent, binding } = mailbox()
  const letter = await letterOf(id, template, to)
  await deliver(posting(s, LATER, binding), letter.id)
  return { to: sent.map((one) => one.to), sent, kept: await outcomeOf(letter.id), id: letter.id }
}

it('tells the agency above where an agency has nobody, and says for whom it stands in', async () => {
  const { s, id } = await aCase(TUESDAY, 'routed')
  await env.DB.exec(`update agency set parent_id = 3 where id = ${PUPR}`)
  await publishCity(s.db)
  await aMember(s, 'liaison', PUPR, { id: 'off', disabledAt: 1 })
  await aMember(s, 'liaison', 3)
  await aMember(s, 'admin')
  const { to, sent, kept } = await brought(s, id, 'routed', 'agency')
  expect(to).toEqual(['liaison-3@contoh.id'])
  expect(sent[0]?.text).toContain('belum ada petugas aktif')
  expect(kept).toMatchObject({ state: 'done', reached: 'instead' })
})

it('tells the city administrator where no agency above has anybody', async () => {
  const { s, id } = await aCase(TUESDAY, 'routed')
  await aMember(s, 'admin')
  const { to, kept } = await brought(s, id, 'routed', 'agency')
  expect(to).toEqual(['admin-0@contoh.id'])
  expect(kept?.reached).toBe('instead')
})

it('copies what an agency’s liaisons are told to its mailbox, to be opened with an account', async () => {
  const { s, id } = await aCase(TUESDAY, 'routed')
  await env.DB.exec(`update agency set mailbox = 'surat@pupr.contoh.id' where id = ${PUPR}`)
  await publishCity(s.db)
  await aMember(s, 'liaison', PUPR)
  const { to, sent, kept } = await brought(s, id, 'routed', 'agency')
  expect(to).toEqual([`liaison-${PUPR}@contoh.id`, 'surat@pupr.contoh.id'])
  expect(sent[1]?.text).toContain('Salinan')
  expect(sent[1]?.text).toContain('/petugas/laporan/')
  expect(sent[1]?.text).not.toContain('Siti')
  expect(kept).toMatchObject({ state: 'done', reached: 'told' })
  // nobody with an account there: the copy stands in for no one
  await env.DB.exec('delete from membership')
  const other = await aCase(TUESDAY, 'routed')
  const alone = await brought(other.s, other.id, 'routed', 'agency')
  expect(alone.to).toEqual(['surat@pupr.contoh.id'])
  expect(alone.kept).toMatchObject({ state: 'done', reached: 'nobody' })
})

it('copies nothing of a supervisory case, and nothing to an address of somebody on the staff', async () => {
  const { s, id } = await aCase(TUESDAY, 'routed')
  await aMember(s, 'liaison', PUPR)
  const mailboxed = async (address: string) => {
    await env.DB.exec(`update agency set mailbox = '${address}' where id = ${PUPR}`)
    await publishCity(s.db)
  }
  await mailboxed(`liaison-${PUPR}@contoh.id`)
  expect((await brought(s, id, 'routed', 'agency')).to).toEqual([`liaison-${PUPR}@contoh.id`])
  await mailboxed('surat@pupr.contoh.id')
  const secret = await aCase(TUESDAY, 'routed')
  await env.DB.exec(`update complaint set supervisory = 1 where id = ${secret.id}`)
  const { to } = await brought(secret.s, secret.id, 'routed', 'agency')
  expect(to).not.toContain('surat@pupr.contoh.id')
})

it('brings one to a recipient that nobody knows any more to the administrators, and does not crash', async () => {
  const { s, id } = await aCase(TUESDAY, 'routed')
  await aMember(s, 'admin')
  const letter = await letterOf(id, 'routed', 'agency')
  await rows(`update outbox set recipient = 'liaison' where id = ?`, letter.id)
  const { sent, binding } = mailbox()
  expect(await deliver(posting(s, LATER, binding), letter.id)).toEqual({ kind: 'done' })
  expect(sent.map(({ to }) => to)).toEqual(['admin-0@contoh.id'])
})

it('never counts a letter as told that reached nobody, and keeps it where staff see it', async () => {
  const { s, id } = await aCase(TUESDAY, 'routed')
  const { to, kept, id: letter } = await brought(s, id, 'routed', 'agency')
  expect(to).toEqual([])
  expect(kept).toMatchObject({ state: 'done', reached: 'nobody' })
  expect((await unheardLetters(s.db)).map((row) => row.id)).toContain(letter)
})

it('says of a reporter without an e-mail address that nobody was told', async () => {
  const { s, id } = await aCase(TUESDAY, 'received', {
    ...aForm(),
    identity: { name: 'Siti', phone: '081200001234', email: null },
  })
  const { kept, id: letter } = await brought(s, id, 'received', 'reporter')
  expect(kept).toMatchObject({ state: 'done', reached: 'nobody' })
  expect((await unheardLetters(s.db)).map((row) => row.id)).not.toContain(letter)
})

it('tells liaisons and administrator where the head who must approve does not exist', async () => {
  const { s, id } = await aCase(TUESDAY, 'in_progress')
  await env.DB.exec(`update agency set approval = 1 where id = ${PUPR}`)
  await publishCity(s.db)
  await give({ ...s, city: await loadCity(s.db) }, id, officer(), TUESDAY, {
    name: 'reply',
    text: 'Kami tambal besok pagi.',
  })
  await aMember(s, 'liaison', PUPR)
  await aMember(s, 'admin')
  const { to, kept } = await brought(s, id, 'approval', 'head')
  expect(to.sort()).toEqual(['admin-0@contoh.id', `liaison-${PUPR}@contoh.id`])
  expect(kept?.reached).toBe('instead')
})

it('tells the leader where Inspektorat has nobody, and never those complained about', async () => {
  const s = await world({ kind: 'reporter' }, TUESDAY)
  const inspectorate = rulesOf(s.city).inspectorateAgencyId ?? 0
  const { id } = (await filed(s, aForm({ proposedAgencyId: ACCUSED }))).found.complaint
  await give(s, id, someone('verifier'), TUESDAY, routeTo(inspectorate, { supervisory: true }))
  await aMember(s, 'leader', 0, { id: 'accused' })
  await aMember(s, 'officer', ACCUSED, { id: 'accused', until: TUESDAY - 1 })
  await aMember(s, 'leader')
  await aMember(s, 'admin')
  const { to, kept } = await brought(s, id, 'routed', 'agency')
  expect(to).toEqual(['leader-0@contoh.id'])
  expect(kept?.reached).toBe('instead')
})

it('tells the leader where there is neither verifier nor administrator', async () => {
  const { s, id } = await aCase(TUESDAY, 'received')
  await env.DB.prepare(
    `insert into outbox (dedupe, complaint_id, recipient, template, not_before, state)
     values ('x', ?, 'verifier', 'answered', 0, 'waiting')`,
  )
    .bind(id)
    .run()
  await aMember(s, 'leader')
  const { to } = await brought(s, id, 'answered', 'verifier')
  expect(to).toEqual(['leader-0@contoh.id'])
})

it('records an address that is refused for good once, and does not try it again', async () => {
  const { s, id } = await aCase(TUESDAY, 'received')
  const letter = await letterOf(id, 'received')
  const { binding } = mailbox(() => 'E_RECIPIENT_SUPPRESSED')
  expect(await deliver(posting(s, LATER, binding), letter.id)).toEqual({ kind: 'done' })
  expect(await outcomeOf(letter.id)).toMatchObject({ state: 'done', reached: 'nobody' })
  const [kept] = await rows('select * from delivery where outbox_id = ?', letter.id)
  expect(kept).toMatchObject({ reference: null, failed_at: LATER })
  expect(kept?.failure).toContain('E_RECIPIENT_SUPPRESSED')
  expect(JSON.stringify(kept)).not.toContain('@')
  const [who] = await rows('select email_failed_at from identity where complaint_id = ?', id)
  expect(who).toEqual({ email_failed_at: LATER })
})

it('shows a letter to staff whose only address is refused for good', async () => {
  const { s, id } = await aCase(TUESDAY, 'routed')
  await aMember(s, 'liaison', PUPR)
  const letter = await letterOf(id, 'routed', 'agency')
  const { binding } = mailbox(() => 'E_RECIPIENT_SUPPRESSED')
  await deliver(posting(s, LATER, binding), letter.id)
  const [first] = await unheardLetters(s.db)
  expect(first).toMatchObject({ id: letter.id, reached: 'nobody' })
  expect(first?.error).toContain('E_RECIPIENT_SUPPRESSED')
})

it('tells an officer that a case is theirs now, and the liaisons where they have left since', async () => {
  const { s, id } = await aCase(TUESDAY, 'in_progress')
  await aMember(s, 'liaison', PUPR)
  await aMember(s, 'officer', PUPR, { id: 'budi' })
  const assign = { name: 'assign', officerId: 'budi', among: ['budi'] } as const
  await give(s, id, someone('liaison', PUPR), TUESDAY, assign)
  const letter = await letterOf(id, 'assigned', 'officer')
  const { to, kept } = await brought(s, id, 'assigned', 'officer')
  expect(to).toEqual(['budi@contoh.id'])
  expect(kept?.reached).toBe('told')
  await env.DB.exec(`update user set disabled_at = 1 where id = 'budi'`)
  await env.DB.exec(`delete from delivery where outbox_id = ${letter.id}`)
  await env.DB.exec(`update outbox set state = 'waiting' where id = ${letter.id}`)
  expect((await brought(s, id, 'assigned', 'officer')).to).toEqual([`liaison-${PUPR}@contoh.id`])
})
