import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { REPORTER_COOKIES, STAFF_COOKIE } from '../../src/auth/cookies.ts'
import { TOKEN_FIELD } from '../../src/middleware/same-origin.ts'
import { patterns } from '../../src/paths.ts'
import { csrfToken } from '../../src/seal/form-token.ts'
import { ORIGIN } from '../support/request.ts'
import { world } from '../support/world.ts'
import { probe } from './probe.ts'

beforeAll(async () => {
  await world()
})

const STAFF = `${STAFF_COOKIE}=abc.def`
const REPORTER = `${REPORTER_COOKIES}DMI-7K4Q-2M9X=123.mac`
const ELSEWHERE = 'https://jahat.example'

const statusOf = async (
  headers: Record<string, string>,
  fields: Record<string, string> = {},
  path = '/uji/kirim',
) => (await probe(path, { method: 'POST', headers, body: new URLSearchParams(fields) })).status

test.each([STAFF, REPORTER])(
  'with the cookie %s a form must come from this site',
  async (Cookie) => {
    expect(await statusOf({ Cookie, 'Sec-Fetch-Site': 'same-origin' })).toBe(200)
    expect(await statusOf({ Cookie, Origin: ORIGIN })).toBe(200)
    expect(await statusOf({ Cookie, 'Sec-Fetch-Site': 'same-origin', Origin: 'null' })).toBe(200)
    expect(await statusOf({ Cookie, 'Sec-Fetch-Site': 'same-site' })).toBe(403)
    expect(await statusOf({ Cookie, 'Sec-Fetch-Site': 'cross-site', Origin: ORIGIN })).toBe(403)
    expect(await statusOf({ Cookie, Origin: ELSEWHERE })).toBe(403)
    expect(await statusOf({ Cookie, Origin: 'null' })).toBe(403)
    expect(await statusOf({ Cookie, 'Sec-Fetch-Site': 'none' })).toBe(403)
    expect(await statusOf({ Cookie })).toBe(403)
  },
)

test('a browser that sends neither header shows the token of its own session', async () => {
  const staff = await csrfToken(env.SERVER_SECRET, `${STAFF_COOKIE} abc.def`)
  const reporter = await csrfToken(env.SERVER_SECRET, `${REPORTER_COOKIES}DMI-7K4Q-2M9X`)
  expect(await statusOf({ Cookie: STAFF }, { [TOKEN_FIELD]: staff })).toBe(200)
  expect(await statusOf({ Cookie: REPORTER }, { [TOKEN_FIELD]: reporter })).toBe(200)
  expect(await statusOf({ Cookie: `${STAFF}; ${REPORTER}` }, { [TOKEN_FIELD]: staff })).toBe(200)
  expect(await statusOf({ Cookie: STAFF }, { [TOKEN_FIELD]: reporter })).toBe(403)
  const other = { Cookie: `${STAFF_COOKIE}=ghi.jkl` }
  expect(await statusOf(other, { [TOKEN_FIELD]: staff })).toBe(403)
})

test('the token does not help a form that is known to come from elsewhere', async () => {
  const token = await csrfToken(env.SERVER_SECRET, `${STAFF_COOKIE} abc.def`)
  const fields = { [TOKEN_FIELD]: token }
  expect(await statusOf({ Cookie: STAFF, 'Sec-Fetch-Site': 'cross-site' }, fields)).toBe(403)
})

test('without a cookie the authority is in the body: neither header is needed', async () => {
  expect(await statusOf({})).toBe(200)
  expect(await statusOf({ 'Sec-Fetch-Site': 'cross-site' })).toBe(403)
  expect(await statusOf({ Origin: ELSEWHERE })).toBe(403)
})

test('filing needs no cookie even where there is one, and is refused from elsewhere', async () => {
  expect(await statusOf({ Cookie: REPORTER }, {}, patterns.report)).not.toBe(403)
  expect(await statusOf({ 'Sec-Fetch-Site': 'cross-site' }, {}, patterns.report)).toBe(403)
})

test('reading is free from anywhere', async () => {
  const headers = { Cookie: STAFF, 'Sec-Fetch-Site': 'cross-site' }
  expect((await probe('/uji/halaman', { headers })).status).toBe(200)
})
