import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { aReport, fileReport, read } from '../../support/citizen.ts'
import { post, request } from '../../support/request.ts'

it('answers a filled form with the receipt: number, key and promised dates', async () => {
  const { html, number, key } = await fileReport()
  expect(number).toMatch(/^DMI-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  expect(key).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/)
  expect(html).toContain('Kami verifikasi paling lambat')
})

it('gives the same form sent again the same receipt', async () => {
  await fileReport()
  const form = aReport()
  const [a, b] = await Promise.all([post('/lapor', form), post('/lapor', form)])
  const [first, second] = [await a.text(), await b.text()]
  const key = /class="key">([^<]+)</
  expect(key.exec(first)?.[1]).toBeTruthy()
  expect(key.exec(second)?.[1]).toBe(key.exec(first)?.[1])
})

it('answers fifty equal forms at once with one report: one number and one key', async () => {
  await fileReport()
  const count = () => env.DB.prepare('select count(*) n from complaint').first<number>('n')
  const before = (await count()) ?? 0
  const form = aReport()
  const answers = await Promise.all(Array.from({ length: 50 }, () => post('/lapor', form)))
  expect(answers.map((answer) => answer.status)).toEqual(Array(50).fill(200))
  const given = await Promise.all(
    answers.map(async (answer) => {
      const html = await answer.text()
      return `${/class="ref">([^<]+)</.exec(html)?.[1]} ${/class="key">([^<]+)</.exec(html)?.[1]}`
    }),
  )
  expect(new Set(given).size).toBe(1)
  expect(given[0]).toMatch(/^DMI-\S+ \S+$/)
  expect(await count()).toBe(before + 1)
})

it('keeps what was typed and says what to mend when the text is too short', async () => {
  await fileReport()
  const response = await post('/lapor', aReport({ isi: 'jalan rusak', patokan: 'dekat masjid' }))
  const html = await response.text()
  expect(response.status).toBe(422)
  expect(html).toContain('Isi laporan minimal 20 karakter')
  expect(html).toContain('>jalan rusak</textarea>')
  expect(html).toContain('value="dekat masjid"')
})

it('asks before a used form with other words becomes a new report, and keeps the words', async () => {
  const first = await fileReport()
  const form = aReport()
  await post('/lapor', form)
  const response = await post('/lapor', { ...form, isi: `${form.isi} Tambahan kata.` })
  const html = await response.text()
  expect(response.status).toBe(409)
  expect(html).toContain('Tambahan kata.')
  expect(html).not.toContain(first.key)
  expect(html).not.toContain(form.kiriman)
})

it('opens the status page with number and key typed any way, and with nothing else', async () => {
  const { number, key, url } = await fileReport()
  const typed = { nomor: number.toLowerCase().replaceAll('-', ' '), kode: key.toLowerCase() }
  const opened = await post('/lacak', typed)
  expect(opened.status).toBe(303)
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? ''
  expect(await read(url, cookie)).toContain('Lampu jalan di depan SDN 002')
  expect((await request(url)).status).toBe(303)
  const other = await fileReport()
  expect((await request(other.url, { headers: { Cookie: cookie } })).status).toBe(303)
})

it('answers a wrong key and an unknown number alike', async () => {
  const { number } = await fileReport()
  const wrongKey = await post('/lacak', { nomor: number, kode: '0000-0000-0000-0' })
  const noNumber = await post('/lacak', { nomor: 'DMI-0000-0000', kode: '0000-0000-0000-0' })
  const strip = (html: string) => html.replaceAll(number, '').replaceAll('DMI-0000-0000', '')
  expect(wrongKey.status).toBe(noNumber.status)
  expect(strip(await wrongKey.text())).toBe(strip(await noNumber.text()))
})
