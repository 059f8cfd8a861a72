import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '../../../src/db/database.ts'
import { disableStaff } from '../../../src/db/staff-rights.ts'
import { randomBytes } from '../../../src/random.ts'
import { session as say } from '../../../src/words/id/session.ts'
import { ORIGIN, post, request } from '../../support/request.ts'
import { aStaff, cookiesOf, PASSWORD, signedIn } from '../../support/staff.ts'
import { world } from '../../support/world.ts'

const EMAIL = 'rina@contoh.id'

beforeAll(async () => {
  await world()
  await aStaff('verifier', null, EMAIL)
})

beforeEach(async () => {
  await env.DB.exec('delete from counter')
  env.LIMIT_GUESS.limit = async () => ({ success: true })
})

const signIn = (fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  post('/petugas/masuk', { email: EMAIL, sandi: PASSWORD, ...fields }, headers)

/** Needs a session and is there in every version: leaving everywhere. */
const isIn = async (cookie: string) => {
  const { results } = await env.DB.prepare('select token from session').all<{ token: string }>()
  return results.some(({ token }) => cookie.includes(token))
}

describe('signing in', () => {
  test('sets one cookie that scripts and other hosts cannot read, and goes to the desk', async () => {
    const answer = await signIn()
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toBe('/petugas')
    const [cookie = ''] = answer.headers.getSetCookie()
    expect(cookie).toMatch(
      /^__Host-petugas=[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
  })

  test('works with the address in any spelling', async () => {
    expect((await signIn({ email: ' RINA@contoh.id' })).status).toBe(303)
  })

  test('a wrong password and an unknown address answer alike and keep the address', async () => {
    const wrong = await signIn({ sandi: 'bukan-sandi-saya' })
    const unknown = await signIn({ email: 'siapa@contoh.id' })
    expect([wrong.status, unknown.status]).toEqual([422, 422])
    const [a, b] = [await wrong.text(), await unknown.text()]
    expect(a).toContain(say.wrong)
    expect(a).toContain(`value="${EMAIL}"`)
    expect(a.replaceAll(EMAIL, '')).toBe(b.replaceAll('siapa@contoh.id', ''))
    expect(a).not.toContain('bukan-sandi-saya')
  })

  test('says which field is empty', async () => {
    const html = await (await signIn({ email: '', sandi: '' })).text()
    expect(html).toContain(say.emailMissing)
    expect(html).toContain(say.passwordMissing)
    expect(html).toContain('<title>Galat: ')
  })

  test.each([
    ['/petugas/laporan/DMI-7K4Q-2M9X?x=1', '/petugas/laporan/DMI-7K4Q-2M9X?x=1'],
    ['/petugas', '/petugas'],
    ['https://jahat.example/petugas', '/petugas'],
    ['//jahat.example', '/petugas'],
    ['/petugas/../lacak', '/petugas'],
    ['/petugas\\@jahat.example', '/petugas'],
    ['/petugasx', '/petugas'],
    ['/petugas/masuk?kembali=/petugas', '/petugas'],
  ])('goes back to %s only inside the desk', async (kembali, to) => {
    expect((await signIn({ kembali })).headers.get('Location')).toBe(to)
  })

  test('is refused to whoever left, with the words of a wrong password', async () => {
    const person = await aStaff('officer', 3, 'lama@contoh.id')
    const cookie = await signedIn('lama@contoh.id')
    const around = { db: database(env.DB), now: Date.now(), random: randomBytes, by: 'timer' }
    await disableStaff(around, person.id, 'Pindah tugas.')
    expect(await isIn(cookie)).toBe(false)
    const answer = await signIn({ email: 'lama@contoh.id' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(say.wrong)
  })

  test('is refused from another site', async () => {
    expect((await signIn({}, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
  })

  test('works for a browser that sends neither Origin nor Sec-Fetch-Site', async () => {
    const body = new URLSearchParams({ email: EMAIL, sandi: PASSWORD })
    expect((await request('/petugas/masuk', { method: 'POST', body })).status).toBe(303)
  })

  test('nobody signs up', async () => {
    for (const path of ['/api/auth/sign-up/email', '/petugas/auth/sign-up/email'])
      expect((await post(path, { email: 'a@b.id' })).status).toBe(404)
  })
})

describe('limits', () => {
  const guess = async (cookie = '') =>
    (await signIn({ sandi: 'bukan-sandi-saya' }, cookie ? { Cookie: cookie } : {})).status

  /** One guess by a stranger, then as if there had been a thousand. */
  const useUp = async () => {
    await env.DB.exec('delete from counter')
    expect(await guess()).toBe(422)
    await env.DB.exec('update counter set count = 1000')
  }

  test('a stranger who guesses too often is told to wait, even with the right password', async () => {
    await useUp()
    const answer = await signIn()
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect(await answer.text()).toContain(`value="${EMAIL}"`)
  })

  test('the owner still gets in from a browser used before', async () => {
    const cookie = await signedIn(EMAIL)
    await useUp()
    expect(await guess()).toBe(429)
    const device = cookie
      .split('; ')
      .filter((one) => one.startsWith('__Host-perangkat'))
      .join()
    expect((await signIn({}, { Cookie: device })).status).toBe(303)
  })

  test('a made-up or borrowed device is a stranger', async () => {
    await aStaff('auditor', null, 'lain@contoh.id')
    const borrowed = (await signedIn('lain@contoh.id')).split('; ').at(-1) ?? ''
    const name = (await signedIn(EMAIL)).split('; ').at(-1)?.split('=')[0]
    await useUp()
    expect(await guess(`${name}=${borrowed.split('=')[1]}`)).toBe(429)
    expect(await guess(`${name}=abc.def`)).toBe(429)
  })

  test('a burst is refused without counting in the database', async () => {
    env.LIMIT_GUESS.limit = async () => ({ success: false })
    expect(await guess()).toBe(429)
    const row = await env.DB.prepare('select count(*) n from counter').first<{ n: number }>()
    expect(row?.n).toBe(0)
  })
})

describe('leaving', () => {
  test('ends the session at once', async () => {
    const cookie = await signedIn(EMAIL)
    expect(await isIn(cookie)).toBe(true)
    const answer = await post('/petugas/keluar', {}, { Cookie: cookie })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Set-Cookie')).toMatch(/^__Host-petugas=; Max-Age=0/)
    expect(await isIn(cookie)).toBe(false)
  })

  test('everywhere ends every session of this person and of nobody else', async () => {
    await aStaff('leader', null, 'pimpinan@contoh.id')
    const other = await signedIn('pimpinan@contoh.id')
    const [phone, desk] = [await signedIn(EMAIL), await signedIn(EMAIL)]
    const answer = await post('/petugas/keluar-semua', {}, { Cookie: desk })
    expect(answer.status).toBe(303)
    expect([await isIn(phone), await isIn(desk), await isIn(other)]).toEqual([false, false, true])
  })

  test('needs a form of this site', async () => {
    const Cookie = await signedIn(EMAIL)
    const headers = { Cookie, Origin: 'https://jahat.example', 'Sec-Fetch-Site': 'cross-site' }
    expect((await post('/petugas/keluar', {}, headers)).status).toBe(403)
    const bare = await request('/petugas/keluar', { method: 'POST', headers: { Cookie } })
    expect(bare.status).toBe(403)
  })

  test('without a session a form is not lost: 401, and htmx gets its part of the page', async () => {
    const answer = await post('/petugas/keluar-semua', {})
    expect(answer.status).toBe(401)
    const htmx = await post('/petugas/keluar-semua', {}, { 'HX-Request-Type': 'partial' })
    expect(htmx.status).toBe(401)
    expect(await htmx.text()).toMatch(/^<section id="berkas"/)
  })
})

test('a session cookie with another signature is none', async () => {
  const cookie = await signedIn(EMAIL)
  const forged = cookie.replace(/(__Host-petugas=[^.]+\.)[^;]+/, '$1AAAA')
  expect((await post('/petugas/keluar-semua', {}, { Cookie: forged })).status).toBe(401)
})

test('a new sign-in in the same browser ends the session before', async () => {
  const before = await signedIn(EMAIL)
  await signIn({}, { Cookie: before, Origin: ORIGIN })
  expect(await isIn(before)).toBe(false)
})

test('neither address nor browser of a sign-in is kept', async () => {
  cookiesOf(await signIn({}, { 'User-Agent': 'Peramban/1', 'CF-Connecting-IP': '192.0.2.7' }))
  const { results } = await env.DB.prepare('select * from session').all()
  expect(JSON.stringify(results)).not.toMatch(/Peramban|192\.0\.2\.7/)
})
