import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { DAY } from '../../../src/domain/time/time.ts'
import { randomBytes } from '../../../src/random.ts'
import { mintToken } from '../../../src/seal/form-token.ts'
import { aReport, fileReport, read } from '../../support/citizen.ts'
import { post, request } from '../../support/request.ts'
import { t } from '../../support/words.ts'

const count = async () =>
  (await env.DB.prepare('select count(*) n from complaint').first<{ n: number }>())?.n ?? 0

const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1]

it('asks before the same words are filed twice within a day, and files them when sent once more', async () => {
  const report = aReport({
    lagi: '',
    isi: 'Parit depan pasar tersumbat lagi, air masuk ke kios kami.',
  })
  const { number } = await fileReport(report)
  const before = await count()
  const again = { ...report, kiriman: mintToken(env.SERVER_SECRET, randomBytes, Date.now()) }
  const asked = await post('/lapor', again)
  const html = await asked.text()
  expect([asked.status, await count()]).toEqual([409, before])
  expect(html).toContain(t.form.same)
  expect(html).toContain(report.isi)
  // whoever did not file it learns no number
  expect(html).not.toContain(number)
  const lagi = hidden(html, 'lagi') ?? ''
  const sure = await post('/lapor', { ...again, kiriman: hidden(html, 'kiriman') ?? '', lagi })
  expect([sure.status, await count()]).toEqual([200, before + 1])
})

it('leads the browser that filed it to the receipt of the first', async () => {
  const report = aReport({
    lagi: '',
    isi: 'Tumpukan sampah di ujung Jalan Kelakap sudah seminggu.',
  })
  const { number, cookie } = await fileReport(report)
  const again = { ...report, kiriman: mintToken(env.SERVER_SECRET, randomBytes, Date.now()) }
  const html = await (await post('/lapor', again, { Cookie: cookie })).text()
  expect(html).toContain(`href="/laporan-saya/${number}/tanda-terima"`)
})

it('takes other words, or the same after a day, without asking', async () => {
  const report = aReport({ lagi: '', isi: 'Halte di depan kantor lurah tidak beratap lagi.' })
  await fileReport(report)
  const other = {
    ...report,
    isi: `${report.isi} Tolong.`,
    kiriman: mintToken(env.SERVER_SECRET, randomBytes, Date.now()),
  }
  expect((await post('/lapor', other)).status).toBe(200)
  await env.DB.prepare('update filing set at = at - ?').bind(DAY).run()
  expect(
    (
      await post('/lapor', {
        ...report,
        kiriman: mintToken(env.SERVER_SECRET, randomBytes, Date.now()),
      })
    ).status,
  ).toBe(200)
})

it('shows the key again at the receipt while the session lasts, only where it was filed', async () => {
  const report = aReport()
  const filed = await post('/lapor', report)
  const html = await filed.text()
  const key = /class="key">([^<]+)</.exec(html)?.[1] ?? ''
  const url = /form\.js#([^"]+)"/.exec(html)?.[1] ?? ''
  const cookies = cookiesOf(filed)
  const again = await read(url, cookies)
  expect(again).toContain(`class="key">${key}<`)
  expect(again).toContain(t.receipt.withKey)
  expect(again).toContain(`href="${url.replace('/tanda-terima', '')}">${t.receipt.open}`)
  const [session = '', token = ''] = cookies.split('; ')
  const elsewhere = await read(url, session)
  expect(elsewhere).not.toContain(key)
  expect(elsewhere).toContain(t.receipt.withoutKey)
  const data = await read(url.replace('tanda-terima', 'data'), cookies)
  expect(data).toContain(t.receipt.withoutKey)
  // beside no session the token opens nothing
  expect((await request(url, { headers: { Cookie: token } })).status).toBe(303)
})

it('shows no key after Keluar, not even to the form that is sent again without a cookie', async () => {
  const report = aReport({
    lagi: '',
    isi: 'Jembatan kayu di gang belakang sudah lapuk dan miring.',
  })
  const filed = await post('/lapor', report)
  const html = await filed.text()
  const key = /class="key">([^<]+)</.exec(html)?.[1] ?? ''
  const number = /class="ref">([^<]+)</.exec(html)?.[1] ?? ''
  const before = await count()
  const left = await post('/keluar', {}, { Cookie: cookiesOf(filed) })
  expect(left.headers.get('Clear-Site-Data')).toBe('"cache"')
  expect(left.headers.getSetCookie().filter((one) => /Max-Age=0/.test(one))).toHaveLength(2)
  const again = await post('/lapor', report)
  expect([again.status, again.headers.get('Location')]).toEqual([303, `/b/${number}`])
  expect(again.headers.getSetCookie()).toEqual([])
  expect(await again.text()).not.toContain(key)
  expect(await count()).toBe(before)
})

it('goes from the link to keep straight to the report where a session stands, and leaves the key behind', async () => {
  const { number, cookie } = await fileReport()
  const answer = await request(`/b/${number}`, { headers: { Cookie: cookie } })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('Location')).toBe(`/laporan-saya/${number}#isi-halaman`)
})
