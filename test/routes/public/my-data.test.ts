import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { DAY } from '../../../src/domain/time/time.ts'
import { randomBytes } from '../../../src/random.ts'
import { mintToken } from '../../../src/seal/form-token.ts'
import { myData } from '../../../src/words/id/my-data.ts'
import { aReport, fileReport, read } from '../../support/citizen.ts'
import { routing } from '../../support/commands.ts'
import { give, rows } from '../../support/handled.ts'
import { post, request } from '../../support/request.ts'
import { cookiesOf } from '../../support/staff.ts'
import { t } from '../../support/words.ts'
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
  const old = () => mintToken(env.SERVER_SECRET, randomBytes, Date.now() - 7.5 * DAY)
  const form = aReport({ kiriman: old() })
  const { number } = await fileReport()
  const answer = await post('/lapor', form)
  expect(answer.status).toBe(409)
  const html = await answer.text()
  expect(html).toContain(form.isi)
  expect(html).toContain(t.filingErrors.old)
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

describe('corrections', () => {
  const eventsOf = async (number: string) =>
    rows<{ n: number }>(
      `select count(*) n from event where type = 'correct' and complaint_id = (select id from complaint where reference = ?)`,
      number,
    )

  test('that change nothing are no event, however often they are sent', async () => {
    const { number, url, cookie } = await fileReport()
    const page = await read(`${url}/data`, cookie)
    const value = (name: string) => new RegExp(`name="${name}"`).exec(page)
    expect(value('nama')).not.toBeNull()
    const same = { nama: 'Siti Rahmah', kontak_telepon: '', kontak_email: ' siti@contoh.id ' }
    for (let n = 0; n < 20; n++) {
      const answer = await post(`${url}/data`, same, { Cookie: cookie })
      expect(answer.headers.get('Location')).toBe(`${url}/data?kabar=disimpan`)
    }
    expect(await eventsOf(number)).toEqual([{ n: 0 }])
    expect(await registered(number)).toEqual([])
  })

  test('are a few in a day, and what was typed beyond them is kept', async () => {
    const { number, url, cookie } = await fileReport()
    const statuses: number[] = []
    for (let n = 0; n < 8; n++) {
      const answer = await post(`${url}/data`, { nama: `Nama ${n}` }, { Cookie: cookie })
      statuses.push(answer.status)
      if (answer.status === 429) {
        const html = await answer.text()
        expect(html).toContain(t.myData.often(5))
        expect(html).toContain(`value="Nama ${n}"`)
      }
    }
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429, 429, 429])
    expect(await eventsOf(number)).toEqual([{ n: 5 }])
    const day = 24 * 3_600_000
    await env.DB.prepare('update data_request set requested_at = requested_at - ?').bind(day).run()
    expect((await post(`${url}/data`, { nama: 'Esok' }, { Cookie: cookie })).status).toBe(303)
  })

  test('sent at once are all answered', async () => {
    const { url, cookie } = await fileReport()
    const answers = await Promise.all(
      ['A', 'B', 'C'].map((nama) => post(`${url}/data`, { nama }, { Cookie: cookie })),
    )
    expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([])
  })
})
