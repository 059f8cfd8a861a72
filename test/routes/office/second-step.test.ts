import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../../src/domain/time/time.ts'
import { isForStaff } from '../../../src/path-row.ts'
import { paths, patterns } from '../../../src/paths.ts'
import { account as say } from '../../../src/words/id/account.ts'
import { session as words } from '../../../src/words/id/session.ts'
import { type Phone, roundOn, withPhone } from '../../support/authenticator.ts'
import { DISHUB } from '../../support/commands.ts'
import { post, request } from '../../support/request.ts'
import { aStaff, cookiesOf, PASSWORD, sessionOf, signedIn } from '../../support/staff.ts'
import { world } from '../../support/world.ts'

const EMAIL = 'rina@contoh.id'
const DOOR = '/petugas/masuk/langkah-kedua'
const WHY = 'Pelapor minta dihubungi.'
let rina: Awaited<ReturnType<typeof aStaff>>
let desk: string
let phone: Phone

beforeAll(async () => {
  await world()
  env.LIMIT_GUESS.limit = async () => ({ success: true })
  rina = await aStaff('admin', null, EMAIL)
})

beforeEach(async () => {
  for (const table of ['counter', 'session', 'factor', 'outbox', 'rights_log'])
    await env.DB.exec(`delete from ${table}`)
  await env.DB.exec('update user set second_since = null')
  desk = await sessionOf(rina)
  phone = await withPhone(rina.id, desk)
})

const open = (Cookie: string, path = '/petugas/akun') => request(path, { headers: { Cookie } })
const isIn = async (Cookie: string) => (await open(Cookie)).status === 200
const show = (Cookie: string, angka: string) =>
  post(DOOR, { angka, kembali: '/petugas/akun' }, { Cookie })
const log = async () => {
  const rows = await env.DB.prepare('select did from rights_log order by id').all<{ did: string }>()
  return rows.results.map(({ did }) => did)
}
const letters = async () => {
  const rows = await env.DB.prepare('select recipient r, template t from outbox').all<{
    r: string
    t: string
  }>()
  return rows.results.map(({ r, t }) => `${t} ${r}`)
}

test.each([
  ['the step itself', DOOR],
  ['setting an app up', '/petugas/akun/aplikasi'],
])('a code that was typed stands on no page that answers a refused form: %s', async (_, path) => {
  const owing = path === DOOR ? await signedIn(EMAIL) : desk
  const angka = phone.recovery[0] ?? ''
  const refused = await post(path, { angka }, { Cookie: owing, 'Sec-Fetch-Site': 'cross-site' })
  const large = await post(path, { angka, lain: 'a'.repeat(140 * 1024) }, { Cookie: owing })
  expect([refused.status, large.status]).toEqual([403, 413])
  for (const answer of [refused, large]) expect(await answer.text()).not.toContain(angka)
})

describe('setting an app up', () => {
  test('a wrong code keeps the same QR code; the secret stands in no row', async () => {
    const html = await (await open(desk, '/petugas/akun/aplikasi')).text()
    const putaran = roundOn(html)
    const answer = await post(
      '/petugas/akun/aplikasi',
      { putaran, angka: '000000' },
      { Cookie: desk },
    )
    expect(answer.status).toBe(422)
    const again = await answer.text()
    expect(again).toContain(say.appWrong)
    const secretIn = (page: string) => /secret=([A-Z2-7]+)/.exec(page)?.[1]
    expect(secretIn(again)).toBe(secretIn(html))
    const rows = await env.DB.prepare('select * from factor').all()
    expect(JSON.stringify(rows.results)).not.toContain(secretIn(html))
  })

  test('shows ten codes once, tells its owner, and stands on record', async () => {
    expect(phone.recovery).toHaveLength(10)
    expect(await log()).toEqual(['second_added'])
    expect(await letters()).toEqual(['account_changed person'])
    const html = await (await open(desk)).text()
    expect(html).toContain(say.codesLeft(10))
    for (const code of phone.recovery) expect(html).not.toContain(code)
  })

  test('another phone takes the place of the first, with the same recovery codes', async () => {
    const next = await withPhone(rina.id, desk)
    expect(next.recovery).toEqual([])
    const cookie = await signedIn(EMAIL)
    expect((await show(cookie, await phone.code())).status).toBe(422)
    expect((await show(cookie, await next.code())).status).toBe(303)
  })

  test('every other session has yet to show it', async () => {
    await env.DB.exec('delete from factor')
    await env.DB.exec('update user set second_since = null')
    const elsewhere = await sessionOf(rina)
    await withPhone(rina.id, desk)
    expect([await isIn(desk), await isIn(elsewhere)]).toEqual([true, false])
  })
})

describe('signing in', () => {
  test('the password alone opens nothing, and leads to the second step and back', async () => {
    const answer = await post('/petugas/masuk', {
      ...{ email: EMAIL, sandi: PASSWORD, kembali: '/petugas/akun' },
    })
    const to = answer.headers.get('Location') ?? ''
    expect(to).toBe(`${DOOR}?kembali=%2Fpetugas%2Fakun`)
    const Cookie = cookiesOf(answer)
    expect(Cookie).not.toContain('__Host-perangkat')
    const refused = await open(Cookie)
    expect([refused.status, refused.headers.get('Location')]).toEqual([303, to])
    expect((await post('/petugas/akun/sandi', {}, { Cookie })).status).toBe(401)
    const shown = await show(Cookie, await phone.code())
    expect([shown.status, shown.headers.get('Location')]).toEqual([303, '/petugas/akun'])
    expect(cookiesOf(shown)).toContain('__Host-perangkat')
    expect(await isIn(Cookie)).toBe(true)
  })

  test('before the second step no path of the staff opens or takes anything, but its own and the way out', async () => {
    const Cookie = await signedIn(EMAIL)
    for (const row of Object.values(paths).filter(isForStaff)) {
      if (row.at === DOOR || row.at === patterns.signOut) continue
      const path = row.at.replaceAll(/:\w+/g, '1')
      for (const method of ['GET', 'HEAD'])
        if (row.get) {
          const { status, headers } = await request(path, { method, headers: { Cookie } })
          expect([path, status, headers.get('Location')?.split('?')[0]]).toEqual([path, 303, DOOR])
        }
      if (row.post) expect([path, (await post(path, {}, { Cookie })).status]).toEqual([path, 401])
    }
    expect(await log()).toEqual(['second_added'])
  })

  test('nobody comes to the second step without a session, or once more', async () => {
    expect((await open('', DOOR)).headers.get('Location')).toMatch(/^\/petugas\/masuk\?/)
    expect((await open(desk, `${DOOR}?kembali=${DOOR}`)).headers.get('Location')).toBe('/petugas')
  })

  test('a code that was used is refused, in whatever session', async () => {
    const code = await phone.code()
    const [one, two] = [await signedIn(EMAIL), await signedIn(EMAIL)]
    expect((await show(one, code)).status).toBe(303)
    const again = await show(two, code)
    expect(again.status).toBe(422)
    expect(await again.text()).toContain(words.wrongCode)
    expect(await isIn(two)).toBe(false)
  })

  test('of two that come at once with one code, one gets in', async () => {
    const code = await phone.code()
    const both = [await signedIn(EMAIL), await signedIn(EMAIL)]
    const answers = await Promise.all(both.map((Cookie) => show(Cookie, code)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422])
    const isInside = await Promise.all(both.map(isIn))
    expect(isInside.filter(Boolean)).toHaveLength(1)
  })

  test('a clock a step ahead is taken, one two ahead is not, and what is older no more', async () => {
    const Cookie = await signedIn(EMAIL)
    expect((await show(Cookie, await phone.code(3))).status).toBe(422)
    expect((await show(Cookie, await phone.code(1))).status).toBe(303)
    expect((await show(await signedIn(EMAIL), await phone.code())).status).toBe(422)
  })

  test('guessing is limited, and shuts out nobody whose browser is known', async () => {
    const known = cookiesOf(await show(await signedIn(EMAIL), phone.recovery[0] ?? ''))
    const stranger = await signedIn(EMAIL)
    expect((await show(stranger, '000000')).status).toBe(422)
    await env.DB.exec('update counter set count = 1000')
    const waits = await show(stranger, await phone.code())
    expect(waits.status).toBe(429)
    expect(Number(waits.headers.get('Retry-After'))).toBeGreaterThan(0)
    await env.DB.exec('delete from counter')
    const own = cookiesOf(await post('/petugas/masuk', { email: EMAIL, sandi: PASSWORD }))
    await show(stranger, '000000')
    await env.DB.exec('update counter set count = 1000')
    expect((await show(`${own}; ${known}`, await phone.code())).status).toBe(303)
  })

  test('a form whose session ended is sent after both steps, its words kept', async () => {
    const url = '/petugas/staf'
    const fields = { nama: 'Budi Uji', email: 'budi@contoh.id', peran: 'officer', opd: '1' }
    const asked = { ...fields, alasan: WHY, masuk_email: EMAIL, masuk_sandi: PASSWORD }
    const first = await post(url, asked)
    expect(first.status).toBe(401)
    const html = await first.text()
    expect(html).toContain('name="masuk_angka"')
    expect(html).toContain(WHY)
    const Cookie = cookiesOf(first)
    const sent = { ...fields, alasan: WHY, masuk_angka: await phone.code() }
    expect((await post(url, sent, { Cookie })).status).toBe(303)
  })
})

describe('recovery codes', () => {
  test('each lets in once, and its owner is told', async () => {
    const [code = ''] = phone.recovery
    expect((await show(await signedIn(EMAIL), code.toLowerCase())).status).toBe(303)
    expect((await show(await signedIn(EMAIL), code)).status).toBe(422)
    expect(await log()).toEqual(['second_added', 'code_used'])
    expect(await (await open(desk)).text()).toContain(say.codesLeft(9))
  })

  test('new ones take the place of the old', async () => {
    const answer = await post('/petugas/akun/kode-cadangan', {}, { Cookie: desk })
    const html = await answer.text()
    const fresh = [...html.matchAll(/<code>([^<]+)<\/code>/g)].map(([, code = '']) => code)
    expect(fresh).toHaveLength(10)
    const Cookie = await signedIn(EMAIL)
    expect((await show(Cookie, phone.recovery[1] ?? '')).status).toBe(422)
    expect((await show(Cookie, fresh[1] ?? '')).status).toBe(303)
  })

  test('stand in no row as they are', async () => {
    const rows = JSON.stringify((await env.DB.prepare('select * from factor').all()).results)
    for (const code of phone.recovery) expect(rows).not.toContain(code)
  })
})

describe('what asks for proof', () => {
  const late = () =>
    env.DB.prepare('update session set second_at = ?1, created_at = ?1')
      .bind(Date.now() - 6 * MINUTE)
      .run()

  test('asks whoever has it for the second step, and takes no password in its place', async () => {
    await late()
    const asked = await post('/petugas/akun/kode-cadangan', {}, { Cookie: desk })
    expect(asked.status).toBe(401)
    const html = await asked.text()
    expect(html).toContain('name="masuk_angka"')
    expect(html).not.toContain('name="masuk_sandi"')
    const password = { masuk_bukti: 'ya', masuk_email: EMAIL, masuk_sandi: PASSWORD }
    const still = await post('/petugas/akun/kode-cadangan', password, { Cookie: desk })
    expect(still.status).toBe(401)
    expect(await still.text()).toContain('name="masuk_angka"')
  })

  test('goes on with a code, and five minutes without one', async () => {
    await late()
    const wrong = await post('/petugas/akun/kode-cadangan', { masuk_angka: '1' }, { Cookie: desk })
    expect(wrong.status).toBe(422)
    const code = { masuk_angka: await phone.code() }
    expect((await post('/petugas/akun/kode-cadangan', code, { Cookie: desk })).status).toBe(200)
    expect((await post('/petugas/akun/kode-cadangan', {}, { Cookie: desk })).status).toBe(200)
  })

  test('from another site, or without the form’s token, a code does nothing', async () => {
    await late()
    const body = new URLSearchParams({ masuk_angka: await phone.code() })
    const bare = await request('/petugas/akun/kode-cadangan', {
      ...{ method: 'POST', body, headers: { Cookie: desk } },
    })
    expect(bare.status).toBe(403)
  })
})

test('taken off, the password is enough again, and the codes are gone with it', async () => {
  const auditor = await aStaff('auditor', null, 'auditor@contoh.id')
  const Cookie = await sessionOf(auditor)
  await withPhone(auditor.id, Cookie)
  const faktor = `totp:${auditor.id}`
  const answer = await post('/petugas/akun/langkah-kedua/pelepasan', { faktor }, { Cookie })
  expect(answer.headers.get('Location')).toBe('/petugas/akun?kabar=dilepas')
  expect(await isIn(await signedIn('auditor@contoh.id'))).toBe(true)
  const left = await env.DB.prepare('select count(*) n from factor where user_id = ?')
    .bind(auditor.id)
    .first<{ n: number }>()
  expect(left?.n).toBe(0)
})

test('whoever has to have one does not take the last off', async () => {
  const faktor = `totp:${rina.id}`
  const answer = await post('/petugas/akun/langkah-kedua/pelepasan', { faktor }, { Cookie: desk })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(say.keepOne)
  expect(await isIn(await signedIn(EMAIL))).toBe(false)
})

describe('required', () => {
  const due = (days: number) =>
    env.DB.prepare('update user set second_due = ?')
      .bind(Date.now() + days * DAY)
      .run()
  beforeEach(() =>
    env.DB.exec('delete from factor; update user set second_since = null, second_due = null'),
  )

  test('from the first sign-in there is a week, whose day every page says', async () => {
    const Cookie = await signedIn(EMAIL)
    const by = await env.DB.prepare('select second_due d from user where id = ?')
      .bind(rina.id)
      .first<{ d: number }>()
    expect((by?.d ?? 0) - Date.now()).toBeGreaterThan(6.9 * DAY)
    const html = await (await open(Cookie, '/petugas/staf')).text()
    expect(html).toContain('Pasang langkah kedua sebelum ')
    await due(3)
    await signedIn(EMAIL)
    const still = await env.DB.prepare('select second_due d from user where id = ?')
      .bind(rina.id)
      .first<{ d: number }>()
    expect((still?.d ?? 0) - Date.now()).toBeLessThan(3.1 * DAY)
  })

  test('after it, the next sign-in leads to setting it up before anything else', async () => {
    const before = await sessionOf(rina, Date.now() - 2 * HOUR)
    await due(-1 / 24)
    expect((await open(before, '/petugas/staf')).status).toBe(200)
    const Cookie = await signedIn(EMAIL)
    const led = await open(Cookie, '/petugas/staf')
    expect([led.status, led.headers.get('Location')?.split('?')[0]]).toEqual([
      303,
      '/petugas/akun/aplikasi',
    ])
    const kept = await post('/petugas/staf', { alasan: WHY }, { Cookie })
    expect(kept.status).toBe(401)
    const html = await kept.text()
    for (const part of [WHY, words.setUpWhy, '/petugas/akun/aplikasi']) expect(html).toContain(part)
    expect((await withPhone(rina.id, Cookie)).recovery).toHaveLength(10)
    expect((await open(Cookie, '/petugas/staf')).status).toBe(200)
  })

  test('asks nothing of who opens no identity', async () => {
    const head = await aStaff('head', DISHUB, 'kepala@contoh.id')
    const Cookie = await signedIn('kepala@contoh.id')
    await due(-1)
    expect((await open(Cookie, '/petugas/antrean/opd')).status).toBe(200)
    expect(head.id).toBeTruthy()
  })
})
