import { beforeAll, describe, expect, test } from 'vitest'
import { world } from '../support/world.ts'
import { probe } from './probe.ts'

beforeAll(async () => {
  await world()
})

const directives = (answer: Response): Map<string, string> =>
  new Map(
    (answer.headers.get('Content-Security-Policy') ?? '').split(';').map((one) => {
      const [name = '', ...sources] = one.trim().split(' ')
      return [name, sources.join(' ')]
    }),
  )

const answers: [string, string, RequestInit, number][] = [
  ['a page', '/uji/halaman', {}, 200],
  ['HEAD', '/uji/halaman', { method: 'HEAD' }, 200],
  ['an unknown path', '/tidak/ada', {}, 404],
  ['a method that the path does not take', '/sehat', { method: 'DELETE' }, 405],
  ['OPTIONS', '/sehat', { method: 'OPTIONS' }, 405],
  ['a redirect', '/uji/alih', {}, 303],
  ['a crash', '/uji/rusak', {}, 500],
  ['an unchanged page', '/uji/umum', { headers: { 'If-None-Match': '*' } }, 304],
  ['a refused body', '/uji/kirim', { method: 'POST', body: new Uint8Array(9) }, 415],
  [
    'a form of another site',
    '/uji/kirim',
    { method: 'POST', headers: { 'Sec-Fetch-Site': 'cross-site' } },
    403,
  ],
]

describe.each(answers)('%s', (_, path, init, status) => {
  test('carries every security header', async () => {
    const answer = await probe(path, init)
    expect(answer.status).toBe(status)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000',
    })
    expect(answer.headers.get('Permissions-Policy')).toContain('geolocation=(self)')
    expect(answer.headers.get('Permissions-Policy')).toContain('camera=()')
    const policy = directives(answer)
    expect(policy.get('default-src')).toBe("'none'")
    expect(policy.get('script-src')).toBe("'self'")
    expect(policy.get('frame-ancestors')).toBe("'none'")
    expect(policy.get('base-uri')).toBe("'none'")
    expect(answer.headers.get('Content-Security-Policy')).not.toContain('unsafe')
  })
})

test('only the styles that a page declared are allowed', async () => {
  expect(directives(await probe('/uji/halaman')).get('style-src')).toBe("'sha256-abc='")
  expect(directives(await probe('/uji/pendek')).get('style-src')).toBe("'none'")
})

test('an attachment may run nothing', async () => {
  const policy = directives(await probe('/uji/lampiran'))
  expect(policy.has('sandbox')).toBe(true)
  expect(policy.has('script-src')).toBe(false)
})

test('the widget may be framed by any site, nothing else may', async () => {
  const answer = await probe('/widget/uji/uji')
  expect(directives(answer).get('frame-ancestors')).toBe('*')
  expect(answer.headers.has('X-Frame-Options')).toBe(false)
  expect(answer.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
})

describe('caching', () => {
  const cacheOf = async (path: string) => (await probe(path)).headers.get('Cache-Control')

  test('nothing is stored that did not ask for it', async () => {
    for (const path of ['/uji/halaman', '/uji/alih', '/tidak/ada', '/uji/rusak'])
      expect(await cacheOf(path)).toBe('no-store')
  })

  test('a public page is fresh for a minute and carries its tags', async () => {
    const answer = await probe('/uji/umum')
    expect(answer.headers.get('Cache-Control')).toBe(
      'public, max-age=60, stale-while-revalidate=600',
    )
    expect(answer.headers.get('Cache-Tag')).toBe('opd-1')
  })

  test('an error or an answer with a cookie is never stored, whatever the route chose', async () => {
    expect(await cacheOf('/uji/umum-galat')).toBe('no-store')
    expect(await cacheOf('/uji/umum-kuki')).toBe('no-store')
    expect((await probe('/uji/umum-galat')).headers.has('Cache-Tag')).toBe(false)
  })

  test('a keyed page is asked for each time and answered with 304 while unchanged', async () => {
    const first = await probe('/uji/berkunci')
    expect(first.headers.get('Cache-Control')).toBe('private, no-cache')
    const again = await probe('/uji/berkunci', {
      headers: { 'If-None-Match': `"x", ${first.headers.get('ETag')}` },
    })
    expect(again.status).toBe(304)
    expect(again.headers.get('ETag')).toBe(first.headers.get('ETag'))
    expect(await again.text()).toBe('')
  })
})
