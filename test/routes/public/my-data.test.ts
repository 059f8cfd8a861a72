import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { DAY } from '../../../src/domain/time/time.ts'
import { myData } from '../../../src/words/id/my-data.ts'
import { aReport, fileReport, read } from '../../support/citizen.ts'
import { routing } from '../../support/commands.ts'
import { give, rows } from '../../support/handled.ts'
import { post, request } from '../../support/request.ts'
import { cookiesOf } from '../../support/staff.ts'
import { aForm, filed, someone, TUESDAY, world } from '../../support/world.ts'

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

test('no word in the address of a status page brings it down', async () => {
  const { url, cookie } = await fileReport()
  for (const word of ['attach', '%E2%98%83', '%22', '%0d%0aX-A:%20b', '__proto__'])
    expect((await request(`${url}?kabar=${word}`, { headers: { Cookie: cookie } })).status).toBe(
      200,
    )
})

test('a form sent again when its token is past comes back whole, and shows nothing of the first', async () => {
  const form = aReport()
  const { number } = await fileReport(form)
  await env.DB.prepare('update filing set at = at - ?')
    .bind(7.5 * DAY)
    .run()
  const answer = await post('/lapor', form)
  expect(answer.status).toBe(409)
  const html = await answer.text()
  expect(html).toContain(form.isi)
  expect(html).not.toContain(number)
  expect(html).not.toContain(form.kiriman)
})

test('whoever is anonymous sees the copies that a verifier made of their words', async () => {
  const s = await world()
  const { found, key } = await filed(s, aForm({ anonymous: true }))
  const { id, reference: nomor } = found.complaint
  const cookie = cookiesOf(await post('/lacak', { nomor, kode: key }))
  const page = () => read(`/laporan-saya/${nomor}/data`, cookie)
  expect(await page()).not.toContain(myData.screened)
  const screenedText = 'Ada lubang di jalan depan sebuah sekolah.'
  const columns = { screenedText, releasedTitle: 'Jalan berlubang' }
  await give(s, id, someone('verifier'), TUESDAY, routing({ screenedText }), { columns })
  const html = await page()
  for (const part of [myData.screened, screenedText, 'Jalan berlubang'])
    expect(html).toContain(part)
  const file = await read(`/laporan-saya/${nomor}/data.json`, cookie)
  expect(file).toContain(screenedText)
})
