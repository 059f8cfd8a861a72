import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { isStaffMailbox } from '../../src/db/staff-mailbox.ts'
import { HOUR } from '../../src/domain/time/time.ts'
import { deliver } from '../../src/letters/deliver.ts'
import { aCase, give, officer, rows } from '../support/handled.ts'
import { letterOf, mailbox, posting } from '../support/letters.ts'
import { request } from '../support/request.ts'
import { aStaff } from '../support/staff.ts'
import { aForm, world } from '../support/world.ts'

/** A question that goes to an address, of a report that staff filed or not. */
const asked = async (email: string, filedBy: string | null) => {
  const now = Date.now() - HOUR
  const form = aForm()
  const { s, id } = await aCase(now, 'in_progress', {
    ...form,
    identity: { ...form.identity, email },
  })
  await rows('update complaint set filed_by = ? where id = ?', filedBy, id)
  await give(s, id, officer(), now, { name: 'ask', text: 'Tiang nomor berapa yang padam?' })
  const { sent, binding } = mailbox()
  const letter = await letterOf(id, 'question')
  await deliver(posting(s, letter.not_before, binding), letter.id)
  return {
    id,
    text: sent[0]?.text ?? '',
    path: /example(\/\S+)/.exec(sent[0]?.text ?? '')?.[1] ?? '',
  }
}

it.each([
  ['of whoever filed', 'udin@contoh.id', 'udin@contoh.id'],
  ['in capitals and behind a plus', 'Ujang+warga@Contoh.id', 'ujang@contoh.id'],
  ['of a colleague who has a plus', 'tuti@contoh.id', 'tuti+dinas@contoh.id'],
])('an address of staff %s gets no link that acts as the reporter', async (_, typed, own) => {
  await world()
  const { id } = await aStaff('officer', 2, own)
  const { text, path } = await asked(typed, id)
  expect(path).toMatch(/^\/b\/DMI-/)
  expect(text).toContain('Alamat ini milik petugas.')
})

it('an address of somebody who left the staff is theirs still', async () => {
  const { db } = await world()
  const { id } = await aStaff('officer', 2, 'pergi@contoh.id')
  await rows('update user set disabled_at = 1 where id = ?', id)
  expect(await isStaffMailbox(db, 'pergi@contoh.id')).toBe(true)
  expect(await isStaffMailbox(db, 'pergi@lain.id')).toBe(false)
})

it('who filed for themselves keeps their link, and a link sent before it was of staff opens nothing', async () => {
  const own = await asked('baru@contoh.id', null)
  expect(own.path).toMatch(/^\/t\//)
  const { path } = await asked('lama@contoh.id', 'somebody')
  expect((await request(path)).status).toBe(200)
  await world()
  await aStaff('officer', 3, 'lama@contoh.id')
  expect((await request(path)).status).toBe(410)
  await env.DB.exec('delete from membership')
})
