import { expect, it } from 'vitest'
import { eraseComplaint } from '../../src/db/erasing.ts'
import { aCase, give, officer, PUPR, rows } from '../support/handled.ts'
import { aForm, TUESDAY } from '../support/world.ts'

const words = 'Lubang sudah kami tambal pagi ini dengan aspal panas.'

const messages = (id: number) =>
  rows('select state, text, screened from message where complaint_id = ? order by seq', id)

it('leaves no draft without words for the head to send', async () => {
  const { s, id } = await aCase(TUESDAY, 'in_progress')
  const agencies = s.city.agencies.map((a) => ({ ...a, approval: a.id === PUPR }))
  const approving = { ...s, city: { ...s.city, agencies } }
  const closure = { text: words, reason: 'Sudah diperbaiki', evidenceFiles: 1, visit: null }
  await give(approving, id, officer(), TUESDAY, { name: 'propose_closure', ...closure })
  expect(await messages(id)).toMatchObject([{ state: 'draft', text: words }])
  await give(s, id, { kind: 'reporter' }, TUESDAY, { name: 'withdraw', text: '' })
  expect((await eraseComplaint({ ...s, actor: { kind: 'timer' } }, id)).ok).toBe(true)
  expect(await messages(id)).toEqual([{ state: 'undone', text: null, screened: null }])
})

it('leaves no message without words for the verifier to screen', async () => {
  const { s, id } = await aCase(TUESDAY, 'awaiting_info', aForm({ anonymous: true }))
  await give(s, id, { kind: 'reporter' }, TUESDAY, { name: 'answer', text: words })
  const question = { state: 'sent' }
  expect(await messages(id)).toMatchObject([question, { state: 'screening', text: words }])
  await give(s, id, { kind: 'reporter' }, TUESDAY, { name: 'withdraw', text: '' })
  expect((await eraseComplaint({ ...s, actor: { kind: 'timer' } }, id)).ok).toBe(true)
  expect(await messages(id)).toMatchObject([question, { state: 'sent', text: null }])
})
