import { expect, test } from 'vitest'
import { fileReport, read } from '../../support/citizen.ts'
import { rows } from '../../support/handled.ts'
import { post } from '../../support/request.ts'

const registered = async (number: string) =>
  (
    await rows<{ kind: string }>(
      'select kind from data_request where complaint_id = (select id from complaint where reference = ?)',
      number,
    )
  ).map(({ kind }) => kind)

test('an erasure stands in the register once, however often and however fast it is sent', async () => {
  const { number, url, cookie } = await fileReport()
  const send = (path: string, fields: Record<string, string>) =>
    post(`${url}${path}`, fields, { Cookie: cookie })
  expect((await send('/data/penghapusan', { setuju: 'ya' })).status).toBe(422)
  expect(await registered(number)).toEqual([])
  expect((await send('/pencabutan', { alasan: '' })).status).toBe(303)
  const erase = () => send('/data/penghapusan', { setuju: 'ya' })
  const answers = [...(await Promise.all([erase(), erase()])), await erase()]
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
  expect(await read(`${url}/data`, cookie)).not.toContain('Lampu jalan')
  expect(await registered(number)).toEqual(['erase'])
})
