import { expect, test } from 'vitest'
import { fileReport, tokenIn } from '../../support/citizen.ts'
import { post, request } from '../../support/request.ts'
import { t } from '../../support/words.ts'

/** Where a browser that keeps no cookie ends up. */
const follow = async (answer: Response): Promise<string> => {
  let last = answer
  while (last.status === 303)
    last = await request(last.headers.get('Location') ?? '', { headers: { Cookie: '' } })
  return last.text()
}

const hiddenIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map((found) => [
      found[1] ?? '',
      found[2] ?? '',
    ]),
  )

test('the right key in a browser that keeps no cookie is told so, with its number, and then opens the page', async () => {
  const { number, key, url } = await fileReport()
  const first = await follow(await post('/lacak', { nomor: number, kode: key }))
  expect(first).toContain(t.track.cookieless)
  expect(first).toContain(`value="${number}"`)
  expect(first).not.toContain(key)

  const wrong = await post('/lacak', {
    ...hiddenIn(first),
    nomor: number,
    kode: 'AAAA-AAAA-AAAA-A',
  })
  expect(wrong.status).toBe(422)
  expect(hiddenIn(await wrong.text())).toEqual(hiddenIn(first))

  const opened = await post('/lacak', { ...hiddenIn(first), nomor: number, kode: key })
  expect(opened.status).toBe(200)
  expect(opened.headers.get('Cache-Control')).toBe('no-store')
  const page = await opened.text()
  expect(page).toContain(t.status.history)
  expect(page).not.toContain('/js/form.js')

  const alasan = 'Sudah kami perbaiki bersama warga.'
  const kiriman = tokenIn(page, `${url}/pencabutan`)
  const asked = await post(`${url}/pencabutan`, { kiriman, alasan })
  expect(asked.status).toBe(401)
  const done = await post(`${url}/pencabutan`, { kiriman, alasan, masuk_kode: key })
  expect(done.status).toBe(303)
  const after = await follow(done)
  expect(after).toContain(t.status.said.withdraw)
  expect(after).toContain(t.track.cookieless)
  expect(after).toContain(`value="${number}"`)

  const corrected = await post(`${url}/data`, { kontak_telepon: '081200001234', masuk_kode: key })
  expect(await follow(corrected)).toContain(t.myData.saved)
})

test('a browser that keeps cookies gets to its page, and an old address says nothing of cookies', async () => {
  const { number, key, url } = await fileReport()
  const answer = await post('/lacak', { nomor: number, kode: key })
  expect(answer.status).toBe(303)
  const location = answer.headers.get('Location') ?? ''
  const cookie = answer.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  const page = await request(location, { headers: { Cookie: cookie } })
  expect(page.status).toBe(200)
  expect(await page.text()).not.toContain(t.track.cookieless)
  const long = (Math.floor(Date.now() / 1000) - 3600).toString(36)
  for (const old of [`${url}?masuk=${long}`, `${url}?masuk=x`, `${url}?kabar=withdraw`, url])
    expect(await follow(await request(old))).not.toContain(t.track.cookieless)
})
