import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { type PathName, patterns } from '../../src/paths.ts'
import { staffApp } from '../../src/staff-app.ts'
import { surveyApp } from '../../src/survey-app.ts'
import { pathList, sampleUrl } from '../support/path-list.ts'
import { request } from '../support/request.ts'
import { SAME_ORIGIN, type SampleWorld, sampleWorld } from '../support/sample-world.ts'

const names = Object.keys(pathList) as PathName[]
const routed = new Set(
  [...createApp().routes, ...staffApp.routes, ...surveyApp.routes].map(
    ({ method, path }) => `${method} ${path}`,
  ),
)
const KEPT = {
  public: 'public, max-age=60, stale-while-revalidate=600',
  ever: 'public, max-age=31536000, immutable',
  keyed: 'private, no-cache',
  never: 'no-store',
}
const READS = ['GET', 'HEAD', 'OPTIONS'] as const
const CHANGES = ['PUT', 'DELETE', 'PATCH', 'POST'] as const

let sample: SampleWorld

beforeAll(async () => {
  sample = await sampleWorld()
})

const ask = (name: PathName, method: string, cookie: string): Promise<Response> =>
  request(sampleUrl(name, sample), {
    method,
    headers: { ...SAME_ORIGIN, Cookie: cookie },
    ...(method === 'POST' ? { body: new URLSearchParams({ nomor: 'x' }) } : {}),
  })

const expectSafe = (answer: Response, name: PathName, what: string): void => {
  const header = (name: string) => answer.headers.get(name) ?? ''
  const policy = header('Content-Security-Policy')
  expect(policy, what).toContain("default-src 'none'")
  expect(policy, what).not.toContain('unsafe')
  const framers = patterns[name].startsWith('/widget') ? '*' : "'none'"
  expect(policy, what).toContain(`frame-ancestors ${framers}`)
  expect(header('X-Content-Type-Options'), what).toBe('nosniff')
  expect(header('Referrer-Policy'), what).toBe('same-origin')
  expect(header('Strict-Transport-Security'), what).toContain('max-age=31536000')
  expect(header('Permissions-Policy'), what).toContain('camera=()')
  expect(header('Cross-Origin-Opener-Policy'), what).toBe('same-origin')
  for (const name of ['Server', 'X-Powered-By']) expect(header(name), what).toBe('')
}

const expectKept = (answer: Response, name: PathName, method: string, what: string): void => {
  const kept = answer.headers.get('Cache-Control')
  const read = method === 'GET' || method === 'HEAD'
  const own = read && answer.status === 200
  expect(kept, what).toBe(own ? KEPT[pathList[name].kept] : KEPT.never)
  if (kept?.startsWith('public')) {
    expect(answer.headers.getSetCookie(), what).toEqual([])
    expect(answer.headers.get('Vary') ?? '', what).not.toMatch(/cookie/i)
  }
}

test('an unchanged page is answered with the policy that it was sent with', async () => {
  let unchanged = 0
  for (const name of names) {
    const { whose, methods } = pathList[name]
    if (!methods.includes('GET')) continue
    const headers = { ...SAME_ORIGIN, Cookie: whose === 'everyone' ? '' : sample.cookies[whose] }
    const url = sampleUrl(name, sample)
    const first = await request(url, { headers })
    const etag = first.headers.get('ETag')
    if (first.status !== 200) continue
    if (pathList[name].kept === 'public')
      expect(etag ?? 'no ETag: is it kept?', name).toMatch(/^W\/"/)
    if (!etag) continue
    const again = await request(url, { headers: { ...headers, 'If-None-Match': etag } })
    expect(again.status, name).toBe(304)
    // its headers replace those that the browser kept with the page
    const policy = (answer: Response) => answer.headers.get('Content-Security-Policy')
    expect(policy(again), name).toBe(policy(first))
    expect(again.headers.get('Cache-Control'), name).toBe(first.headers.get('Cache-Control'))
    expect((await again.arrayBuffer()).byteLength, name).toBe(0)
    unchanged += 1
  }
  expect(unchanged).toBeGreaterThan(16)
})

test('pages open with the samples of the list, so that the tests over them see the real ones', async () => {
  for (const name of names) {
    const { methods, whose, answers } = pathList[name]
    // a path may be named before its page is built; the list above says so as soon as it is
    if (!methods.includes('GET') || !routed.has(`GET ${patterns[name]}`)) continue
    const { status } = await ask(name, 'GET', sample.cookies[whose])
    const expected = { page: 200, other: 200, redirect: 303, gone: 410 }[answers]
    expect(status, name).toBe(expected)
  }
})

describe.each(['whoever passes by', 'whose page it is'])('to %s', (visitor) => {
  test.each([...READS, ...CHANGES])('%s is answered safely on every path', async (method) => {
    for (const name of names) {
      const cookie = visitor === 'whose page it is' ? sample.cookies[pathList[name].whose] : ''
      const answer = await ask(name, method, cookie)
      const what = `${method} ${patterns[name]} (${answer.status})`
      expect(answer.status, what).toBeLessThan(500)
      expectSafe(answer, name, what)
      expectKept(answer, name, method, what)
      if (method === 'PUT' || method === 'DELETE' || method === 'PATCH')
        expect([401, 404, 405], what).toContain(answer.status)
      await answer.arrayBuffer()
    }
  })
})

test('the list says of every path which methods it takes', () => {
  for (const name of names) {
    const path = patterns[name]
    const taken = (['GET', 'POST'] as const).filter((method) => routed.has(`${method} ${path}`))
    if (taken.length > 0) expect(taken, path).toEqual([...pathList[name].methods].sort())
  }
})
