import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { seedCity } from '../../../seed/city.ts'
import { database } from '../../../src/db/database.ts'
import { aReport, fileReport, read, tokenIn } from '../../support/citizen.ts'
import { post, request } from '../../support/request.ts'

const ENGLISH = '__Host-bahasa=en'

const get = (path: string, cookie = '', headers: Record<string, string> = {}) =>
  request(path, { headers: { Cookie: cookie, ...headers } })

const languageIn = (html: string) => /<html lang="(\w+)"/.exec(html)?.[1]

/** What a browser holds after an answer: what it held, and the cookies that came. */
const holding = (answer: Response, before = '') =>
  [before, ...answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])]
    .filter(Boolean)
    .join('; ')

it('speaks Indonesian until somebody chooses, and sets no cookie', async () => {
  await seedCity(database(env.DB))
  const answer = await get('/lapor', '', { 'Accept-Language': 'en' })
  expect(languageIn(await answer.text())).toBe('id')
  expect(answer.headers.getSetCookie()).toEqual([])
  expect(answer.headers.get('Content-Language')).toBeNull()
})

it('takes the choice from the address and remembers it for a year', async () => {
  await seedCity(database(env.DB))
  const chosen = await get('/lapor?bahasa=en')
  expect(languageIn(await chosen.text())).toBe('en')
  expect(chosen.headers.get('Content-Language')).toBe('en')
  expect(chosen.headers.getSetCookie()).toEqual([
    '__Host-bahasa=en; Max-Age=31536000; Path=/; HttpOnly; Secure; SameSite=Lax',
  ])
  const later = await get('/lacak', ENGLISH)
  const html = await later.text()
  expect(languageIn(html)).toBe('en')
  expect(html).toContain('Track a report')
  expect(html).not.toContain('bahasa=en')
  expect(later.headers.getSetCookie()).toEqual([])
})

it('forgets the choice when Indonesian is chosen again', async () => {
  await seedCity(database(env.DB))
  const back = await get('/lapor?bahasa=id', ENGLISH)
  expect(languageIn(await back.text())).toBe('id')
  expect(back.headers.getSetCookie()[0]).toMatch(/^__Host-bahasa=; Max-Age=0;/)
})

it('knows only languages of its own', async () => {
  await seedCity(database(env.DB))
  for (const [path, cookie] of [
    ['/lapor?bahasa=xx', ''],
    ['/lapor?bahasa=toString', ''],
    ['/lapor?bahasa=', ''],
    ['/lapor', '__Host-bahasa=xx'],
  ] as const) {
    const answer = await get(path, cookie)
    expect(languageIn(await answer.text()), path).toBe('id')
    expect(answer.headers.getSetCookie(), path).toEqual([])
  }
})

it('offers the page as it stands in the other language, and never in answer to a form', async () => {
  await seedCity(database(env.DB))
  const form = await (await get('/lapor?dari=widget&opd=dinas-perhubungan')).text()
  expect(form).toContain(
    '<a href="?dari=widget&amp;opd=dinas-perhubungan&amp;bahasa=en" lang="en">English</a>',
  )
  const refused = await (await post('/lapor', aReport({ isi: 'pendek' }))).text()
  expect(refused).not.toContain('lang="en">English')
  const posted = await fileReport()
  expect(posted.html).not.toContain('lang="en">English')
  expect(await read(posted.url, posted.cookie)).toContain('<a href="?bahasa=en" lang="en"')
})

it('shows what the edge keeps in one language, whatever cookie or address ask for', async () => {
  await seedCity(database(env.DB))
  for (const path of ['/', '/laporan', '/opd', '/privasi', '/pengelola-pengaduan']) {
    const plain = await get(path)
    const html = await plain.text()
    expect(languageIn(html), path).toBe('id')
    expect(html, path).not.toContain('lang="en">English')
    for (const asked of [await get(path, ENGLISH), await get(`${path}?bahasa=en`)]) {
      expect(asked.headers.get('Cache-Control'), path).toMatch(/^public/)
      expect(asked.headers.getSetCookie(), path).toEqual([])
      expect(asked.headers.get('Content-Language'), path).toBeNull()
    }
    expect(await read(path, ENGLISH), path).toBe(html)
    expect(languageIn(await read(`${path}?bahasa=en`)), path).toBe('id')
  }
})

it('leaves the desk Indonesian', async () => {
  await seedCity(database(env.DB))
  expect(languageIn(await (await get('/petugas/masuk?bahasa=en', ENGLISH)).text())).toBe('id')
})

it('answers an English form with an English receipt, and leads to an English page', async () => {
  await seedCity(database(env.DB))
  const filed = await post('/lapor', aReport(), { Cookie: ENGLISH })
  const receipt = await filed.text()
  expect(languageIn(receipt)).toBe('en')
  expect(receipt).toContain('We have your report')
  expect(receipt).toContain('We check it by')
  expect(receipt).toMatch(/(Mon|Tues|Wednes|Thurs|Fri)day \d+ \w+ 20\d\d/)
  const number = /class="ref">([^<]+)</.exec(receipt)?.[1] ?? ''
  const status = await read(`/laporan-saya/${number}`, holding(filed, ENGLISH))
  expect(languageIn(status)).toBe('en')
  expect(status).toContain('Report received')
  expect(status).toContain('Now with')
})

it('gives a refused form back in the language it was filled in', async () => {
  await seedCity(database(env.DB))
  const typed = aReport({ isi: 'too short', tanggal: 'last week' })
  const refused = await post('/lapor', typed, { Cookie: ENGLISH })
  const html = await refused.text()
  expect(refused.status).toBe(422)
  expect(html).toContain('There are 2 things to fix')
  expect(html).toContain('Write at least 20 characters')
  expect(html).toContain('Write it like 24/11/2026')
  expect(html).toContain('>too short</textarea>')
})

it('says in English what a step came to, and why it was refused', async () => {
  const { url, cookie } = await fileReport()
  const both = `${cookie}; ${ENGLISH}`
  const token = tokenIn(await read(url, both), `${url}/pencabutan`)
  const wrong = await post(`${url}/nilai`, { kiriman: token, nilai: '5' }, { Cookie: both })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('This step is not saved.')
  const done = await post(`${url}/pencabutan`, { kiriman: token, alasan: '' }, { Cookie: both })
  expect(done.headers.get('Location')).toBe(`${url}?kabar=withdraw`)
  expect(await read(`${url}?kabar=withdraw`, both)).toContain('Your report is withdrawn.')
})

it('carries English through form, receipt and status where no cookie of it is kept', async () => {
  await seedCity(database(env.DB))
  const form = await (await get('/lapor?bahasa=en')).text()
  expect(form).toContain('action="/lapor?bahasa=en&amp;lagi"')
  expect(form).toContain('href="/lacak?bahasa=en"')
  expect(form).toContain('href="/privasi"')
  const filed = await post('/lapor?bahasa=en', aReport())
  const receipt = await filed.text()
  const number = /class="ref">([^<]+)</.exec(receipt)?.[1] ?? ''
  expect(filed.headers.getSetCookie().join()).not.toContain('bahasa')
  expect(receipt).toMatch(new RegExp(`href="https://[^"]*/b/${number}\\?bahasa=en#`))
  const session = holding(filed)

  const url = `/laporan-saya/${number}`
  const status = await read(`${url}?bahasa=en`, session)
  expect(status).toContain('Report received')
  expect(status).toContain(`action="${url}/pencabutan?bahasa=en"`)
  const kiriman = tokenIn(status, `${url}/pencabutan?bahasa=en`)
  const step = `${url}/pencabutan?bahasa=en`
  const done = await post(step, { kiriman, alasan: '' }, { Cookie: session })
  expect(done.headers.get('Location')).toBe(`${url}?kabar=withdraw&bahasa=en`)
  const asked = await get(`${url}?bahasa=en`)
  expect(asked.headers.get('Location')).toBe(`/b/${number}?bahasa=en`)
})

it('touches no address that somebody wrote', async () => {
  await seedCity(database(env.DB))
  const isi = 'Lihat href="/lacak" dan action="/lapor" di poster depan kantor camat.'
  const filed = await (await post('/lapor?bahasa=en', aReport({ isi }))).text()
  expect(filed).toContain('href=&quot;/lacak&quot; dan action=&quot;/lapor&quot;')
})

it('never takes a page of another language for the one that a browser has', async () => {
  const { url, cookie } = await fileReport()
  const ways = [
    [url, cookie],
    [url, `${cookie}; ${ENGLISH}`],
    [`${url}?bahasa=en`, cookie],
  ] as const
  const tags: string[] = []
  for (const [path, held] of ways) tags.push((await get(path, held)).headers.get('ETag') ?? '')
  expect(new Set(tags).size).toBe(ways.length)
  for (const [path, held] of ways)
    for (const tag of tags) {
      const again = await get(path, held, { 'If-None-Match': tag })
      const own = tags[ways.findIndex((way) => way[0] === path && way[1] === held)]
      expect(again.status, `${path} ${held} ${tag}`).toBe(tag === own ? 304 : 200)
      expect(again.headers.get('Vary')).toMatch(/^Cookie, Accept\b/)
    }
})

it('tells a program the state in the language that its address asks for', async () => {
  const { number, key } = await fileReport()
  const ask = (query: string) =>
    get(`/laporan-saya/${number}${query}`, '', {
      Accept: 'text/plain',
      Authorization: `Bearer ${key}`,
    })
  expect(await (await ask('')).text()).toContain('Diterima')
  const english = await ask('?bahasa=en')
  const text = await english.text()
  expect(text).toMatch(/^DMI-\S+\nReceived\nDue \w+ \d+ \w+ 20\d\d\n\d+ working days left\n$/)
  expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(300)
})

it('says in English that a page is not there, and that a key is wrong', async () => {
  await seedCity(database(env.DB))
  const lost = await post('/lacak?bahasa=en', { nomor: 'DMI-0000-0000', kode: 'X' })
  expect(await lost.text()).toContain('Report not found.')
  const none = await get('/laporan-saya/DMI-0000-0000/tidak-ada?bahasa=en')
  expect(await none.text()).toContain('Page not found')
})
