import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { handleOf } from '../../../src/auth/passkey/ceremony.ts'
import { CHALLENGE_MINUTES } from '../../../src/auth/passkey/challenge.ts'
import { hashPassword } from '../../../src/auth/passwords.ts'
import { DAY, MINUTE } from '../../../src/domain/time/time.ts'
import { account as say } from '../../../src/words/id/account.ts'
import { withPhone } from '../../support/authenticator.ts'
import { DISHUB } from '../../support/commands.ts'
import { SoftKey, UP, UV } from '../../support/passkey.ts'
import { post, request } from '../../support/request.ts'
import { aStaff, cookiesOf, PASSWORD, sessionOf, signedIn } from '../../support/staff.ts'
import { world } from '../../support/world.ts'

const EMAIL = 'rina@contoh.id'
const DOOR = '/petugas/masuk/langkah-kedua'
const ENTRY = '/petugas/masuk/kunci-sandi'
const MAKE = '/petugas/akun/kunci-sandi'
const END = '/petugas/akun/langkah-kedua/pelepasan'
const CODES = '/petugas/akun/kode-cadangan'
const url = 'https://lapor.example'
let rina: Awaited<ReturnType<typeof aStaff>>
let budi: Awaited<ReturnType<typeof aStaff>>
let desk: string

beforeAll(async () => {
  await world()
  env.LIMIT_GUESS.limit = async () => ({ success: true })
  rina = await aStaff('admin', null, EMAIL)
  budi = await aStaff('admin', null, 'budi@contoh.id')
})

beforeEach(async () => {
  for (const table of ['counter', 'session', 'factor', 'outbox', 'rights_log', 'verification'])
    await env.DB.exec(`delete from ${table}`)
  await env.DB.exec('update user set second_since = null, second_due = null, disabled_at = null')
  desk = await sessionOf(rina)
})

const open = (Cookie: string, path = '/petugas/akun') => request(path, { headers: { Cookie } })
const isIn = async (Cookie: string) => (await open(Cookie)).status === 200
const askIn = (html: string) =>
  JSON.parse((/data-passkey="([^"]+)"/.exec(html)?.[1] ?? '{}').replaceAll('&quot;', '"'))
const askToMake = async (Cookie: string) => askIn(await (await open(Cookie, MAKE)).text())
const make = async (Cookie: string, key: SoftKey, nama = 'Laptop kantor') => {
  const { challenge } = await askToMake(Cookie)
  return post(MAKE, { nama, kunci: await key.make({ challenge, url }) }, { Cookie })
}
/** Their key, made in the session of the desk. */
const withKey = async (flags = UP | UV) => {
  const key = new SoftKey()
  key.flags = flags
  expect((await make(desk, key)).status).toBe(200)
  await env.DB.exec('delete from outbox; delete from rights_log; delete from verification')
  return key
}
/** What the page asks of a key, by the browser that holds the session; or by one that holds none. */
const asked = async (Cookie: string) => (await open(Cookie, `${ENTRY}?sesi`)).json<Asked>()
const attempt = async (Cookie = '') => {
  const answer = await open(Cookie, ENTRY)
  return { ...(await answer.json<Asked>()), Cookie: cookiesOf(answer) }
}
interface Asked {
  challenge: string
  rpId: string
  allowCredentials: { id: string }[]
  userVerification: string
}
const alone = async (key: SoftKey, more: Partial<Parameters<SoftKey['show']>[0]> = {}) => {
  const { challenge, Cookie } = await attempt()
  const handle = await handleOf(rina.id)
  const kunci = await key.show({ challenge, url, handle, ...more })
  return post(ENTRY, { kunci, kembali: '/petugas/akun' }, { Cookie })
}
const log = async () => {
  const rows = await env.DB.prepare('select did from rights_log order by id').all<{ did: string }>()
  return rows.results.map(({ did }) => did)
}
const letters = async () => {
  const rows = await env.DB.prepare('select recipient r, template t from outbox').all()
  return rows.results.map((row) => Object.values(row).join(' '))
}
const late = () =>
  env.DB.prepare('update session set second_at = ?1, created_at = ?1')
    .bind(Date.now() - 6 * MINUTE)
    .run()

describe('making one', () => {
  test('the page asks for it as the standard says, and names nobody to the device', async () => {
    const ask = await askToMake(desk)
    expect(ask).toMatchObject({
      rp: { id: 'lapor.example' },
      user: { id: await handleOf(rina.id), name: EMAIL },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    })
    expect(ask.pubKeyCredParams.map(({ alg }: { alg: number }) => alg)).toEqual([-7, -8, -257])
    expect(ask.user.id).not.toContain(rina.id)
  })

  test('shows recovery codes once, tells its owner, stands on record and on the page', async () => {
    const key = new SoftKey()
    const answer = await make(desk, key)
    expect((await answer.text()).match(/<code>/g)).toHaveLength(10)
    expect(await log()).toEqual(['second_added'])
    expect(await letters()).toEqual(['person account_changed'])
    const html = await (await open(desk)).text()
    expect(html).toContain('Laptop kantor')
    expect(html).toContain(say.codesLeft(10))
    expect((await askToMake(desk)).excludeCredentials).toEqual([{ type: 'public-key', id: key.id }])
  })

  test('several stand side by side, with the same recovery codes', async () => {
    await withKey()
    const second = await make(desk, new SoftKey(), '')
    expect(second.headers.get('Location')).toBe('/petugas/akun?kabar=kunci')
    expect(await (await open(desk)).text()).toContain(`<b>${say.key}</b>`)
  })

  test('beside the app, either opens', async () => {
    const phone = await withPhone(rina.id, desk)
    const key = new SoftKey()
    expect((await make(desk, key)).status).toBe(303)
    const one = await sessionOf(rina)
    expect((await post(DOOR, { angka: await phone.code() }, { Cookie: one })).status).toBe(303)
    expect((await alone(key)).status).toBe(303)
  })

  test('whoever has to set a second step up does so by one', async () => {
    await env.DB.prepare('update user set second_due = ?')
      .bind(Date.now() - DAY)
      .run()
    const Cookie = await sessionOf(rina)
    const led = await open(Cookie, '/petugas/staf')
    const html = await (await open(Cookie, led.headers.get('Location') ?? '')).text()
    expect(html).toContain(`href="${MAKE}"`)
    expect((await make(Cookie, new SoftKey())).status).toBe(200)
    expect((await open(Cookie, '/petugas/staf')).status).toBe(200)
  })

  test('every other session has yet to show it', async () => {
    const elsewhere = await sessionOf(rina)
    await withKey()
    expect([await isIn(desk), await isIn(elsewhere)]).toEqual([true, false])
  })

  test('asks who is there before the device is asked, and not after', async () => {
    await late()
    expect(await (await open(desk, MAKE)).text()).not.toContain('data-passkey')
    const asks = await post(MAKE, {}, { Cookie: desk })
    expect([asks.status, (await asks.text()).includes('name="masuk_sandi"')]).toEqual([401, true])
    const proof = { masuk_bukti: 'ya', masuk_email: EMAIL, masuk_sandi: PASSWORD }
    const shown = await post(MAKE, { ...proof, nama: 'Laptop' }, { Cookie: desk })
    expect([shown.status, shown.headers.get('Location')]).toEqual([303, `${MAKE}?nama=Laptop`])
    expect((await askToMake(cookiesOf(shown).split('; ')[0] ?? '')).challenge).toBeTruthy()
  })

  test('sent twice it is one; sent again after it was taken off it is refused', async () => {
    const auditor = await aStaff('auditor', null, 'auditor@contoh.id')
    const Cookie = await sessionOf(auditor)
    const key = new SoftKey()
    const { challenge } = await askToMake(Cookie)
    const kunci = await key.make({ challenge, url })
    expect((await post(MAKE, { kunci }, { Cookie })).status).toBe(200)
    expect((await post(MAKE, { kunci }, { Cookie })).headers.get('Location')).toContain('kunci')
    expect(await log()).toEqual(['second_added'])
    expect((await post(END, { faktor: key.id }, { Cookie })).status).toBe(303)
    const again = await post(MAKE, { kunci }, { Cookie })
    expect([again.status, (await again.text()).includes(say.keyWrong)]).toEqual([422, true])
  })

  test.each([
    ['asked of another session', async () => askToMake(await sessionOf(rina))],
    ['asked of another person', async () => askToMake(await sessionOf(budi))],
    ['asked to be shown', async () => asked(desk)],
    ['asked for sign-in', async () => attempt()],
  ])('%s: refused', async (_, ask) => {
    const { challenge } = await ask()
    const kunci = await new SoftKey().make({ challenge, url })
    const answer = await post(MAKE, { kunci }, { Cookie: desk })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(say.keyWrong)
  })

  test('another person’s key is nobody else’s', async () => {
    const key = await withKey()
    const theirs = await sessionOf(budi)
    expect((await make(theirs, key)).status).toBe(422)
    expect(await (await open(theirs)).text()).not.toContain('Laptop kantor')
    expect((await alone(key)).status).toBe(303)
  })

  test('at most ten', async () => {
    await withKey()
    const rows = Array.from({ length: 9 }, (_, i) =>
      env.DB.prepare(
        `insert into factor select 'k${i}', user_id, kind, name, material, counter, created_at, used_at
          from factor where kind = 'passkey' limit 1`,
      ),
    )
    await env.DB.batch(rows)
    const answer = await make(desk, new SoftKey())
    expect([answer.status, (await answer.text()).includes(say.keyMany(10))]).toEqual([422, true])
  })
})

describe('instead of the password', () => {
  test('one that looked at its owner opens the desk, and what asks for proof', async () => {
    const key = await withKey()
    const answer = await alone(key)
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/petugas/akun'])
    const Cookie = cookiesOf(answer)
    expect(Cookie).toContain('__Host-perangkat')
    expect(await isIn(Cookie)).toBe(true)
    expect((await post(CODES, {}, { Cookie })).status).toBe(200)
    const seen = await env.DB.prepare('select signed_in_at s from user where id = ?')
      .bind(rina.id)
      .first<{ s: number }>()
    expect(Date.now() - (seen?.s ?? 0)).toBeLessThan(MINUTE)
  })

  test('asks for fingerprint, face or PIN, and names no key', async () => {
    await withKey()
    const { userVerification, allowCredentials, rpId } = await attempt()
    expect([userVerification, allowCredentials, rpId]).toEqual(['required', [], 'lapor.example'])
  })

  test('the session before in this browser ends', async () => {
    const key = await withKey()
    const { challenge, Cookie } = await attempt()
    const kunci = await key.show({ challenge, url, handle: await handleOf(rina.id) })
    await post(ENTRY, { kunci }, { Cookie: `${Cookie}; ${desk}` })
    expect(await isIn(desk)).toBe(false)
  })

  test('an answer counts once, also of two at the same moment', async () => {
    const key = await withKey()
    const { challenge, Cookie } = await attempt()
    const kunci = await key.show({ challenge, url, handle: await handleOf(rina.id) })
    const answers = await Promise.all([1, 2].map(() => post(ENTRY, { kunci }, { Cookie })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422])
    expect((await post(ENTRY, { kunci }, { Cookie })).status).toBe(422)
    expect(await log()).toEqual([])
  })

  test.each([
    ['another browser’s attempt', async () => ({ challenge: (await attempt()).challenge })],
    ['what a session was asked', async () => ({ challenge: (await asked(desk)).challenge })],
    ['another site', async () => ({ rpId: 'example' })],
    ['another origin', async () => ({ more: { origin: 'https://lapor.example.net' } })],
    ['nobody looked at', async () => ({ flags: UP })],
    ['another person', async () => ({ handle: await handleOf(budi.id) })],
    ['nobody named', async () => ({ handle: '' })],
  ])('%s: refused', async (_, more) => {
    const key = await withKey()
    const answer = await alone(key, await more())
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(say.keyWrong)
    expect(answer.headers.getSetCookie().join()).not.toContain('__Host-petugas')
  })

  test('after its minutes a challenge is over', async () => {
    const key = await withKey()
    const { challenge, Cookie } = await attempt()
    const kunci = await key.show({ challenge, url, handle: await handleOf(rina.id) })
    const real = Date.now
    Date.now = () => real() + (CHALLENGE_MINUTES + 1) * MINUTE
    const answer = await post(ENTRY, { kunci }, { Cookie })
    Date.now = real
    expect(answer.status).toBe(422)
  })

  test('one that looked at nobody when it was made is a second step alone', async () => {
    const key = await withKey(UP)
    expect((await alone(key, { flags: UP | UV })).status).toBe(422)
    expect(await (await open(desk)).text()).toContain(say.keySecondOnly)
    const Cookie = await sessionOf(rina)
    const { challenge } = await asked(Cookie)
    const kunci = await key.show({ challenge, url })
    expect((await post(DOOR, { kunci }, { Cookie })).status).toBe(303)
  })

  test('under another address it is a second step alone: whoever had the old one is out', async () => {
    const head = await aStaff('head', DISHUB, `kepala-${crypto.randomUUID()}@contoh.id`)
    const key = new SoftKey()
    await make(await sessionOf(head), key)
    const handle = await handleOf(head.id)
    const email = `baru-${crypto.randomUUID()}@contoh.id`
    const change = { email, email_lama: head.email, alasan_email: 'Alamatnya salah ketik.' }
    const Cookie = await sessionOf(budi)
    const changed = await post(`/petugas/staf/${head.id}/email`, change, { Cookie })
    expect(changed.headers.get('Location')).toContain('kabar=email')
    expect((await alone(key, { handle })).status).toBe(422)
    // with the password that is made by the new mailbox it counts as before
    await env.DB.prepare('update account set password = ? where user_id = ?')
      .bind(await hashPassword(PASSWORD), head.id)
      .run()
    const owing = await signedIn(email)
    expect(await isIn(owing)).toBe(false)
    const { challenge } = await asked(owing)
    const kunci = await key.show({ challenge, url, handle })
    expect((await post(DOOR, { kunci }, { Cookie: owing })).status).toBe(303)
    expect(await isIn(owing)).toBe(true)
  })

  test('nobody who left comes in by one', async () => {
    const key = await withKey()
    await env.DB.prepare('update user set disabled_at = 1 where id = ?').bind(rina.id).run()
    expect((await alone(key)).status).toBe(422)
  })

  test('what is no answer of a key is refused in words, and never more than that', async () => {
    const { Cookie } = await attempt()
    for (const kunci of ['', '{}', '[]', 'null', '{"id":1}', '{"id":"a"}', 'x'.repeat(19_000)]) {
      const answer = await post(ENTRY, { kunci }, { Cookie })
      expect(answer.status).toBe(422)
    }
  })

  test('a form whose session ended is sent with one, its words kept', async () => {
    const key = await withKey()
    const fields = { nama: 'Budi Uji', email: 'baru@contoh.id', peran: 'officer', opd: '1' }
    const alasan = 'Pegawai baru di bidang jalan.'
    const ended = await post('/petugas/staf', { ...fields, alasan })
    const html = await ended.text()
    expect(ended.status).toBe(401)
    for (const part of ['data-name="masuk_kunci"', 'passkey.js', alasan])
      expect(html).toContain(part)
    const { challenge, Cookie } = await attempt()
    const masuk_kunci = await key.show({ challenge, url, handle: await handleOf(rina.id) })
    const again = { ...fields, alasan, masuk_email: '', masuk_sandi: '', masuk_kunci }
    const sent = await post('/petugas/staf', again, { Cookie })
    expect(sent.status).toBe(303)
    expect(await isIn(cookiesOf(sent))).toBe(true)
  })
})

describe('after the password', () => {
  test('opens the desk, and its page offers it to nobody who has none', async () => {
    const key = await withKey()
    const Cookie = await signedIn(EMAIL)
    expect(await isIn(Cookie)).toBe(false)
    expect(await (await open(Cookie, DOOR)).text()).toContain('passkey.js')
    const { challenge, allowCredentials } = await asked(Cookie)
    expect(allowCredentials.map(({ id }) => id)).toEqual([key.id])
    const kunci = await key.show({ challenge, url })
    const shown = await post(DOOR, { kunci, kembali: '/petugas/akun' }, { Cookie })
    expect([shown.status, shown.headers.get('Location')]).toEqual([303, '/petugas/akun'])
    expect(cookiesOf(shown)).toContain('__Host-perangkat')
    expect(await isIn(Cookie)).toBe(true)
    await env.DB.exec("delete from factor where kind = 'passkey'")
    await withPhone(budi.id, await sessionOf(budi))
    expect(await (await open(await sessionOf(budi), DOOR)).text()).not.toContain('passkey.js')
  })

  test.each([
    ['asked of another session', async () => (await asked(desk)).challenge],
    ['asked for sign-in', async () => (await attempt()).challenge],
    ['asked for a new one', async () => (await askToMake(desk)).challenge],
  ])('%s: refused', async (_, ask) => {
    const key = await withKey()
    const Cookie = await sessionOf(rina)
    const kunci = await key.show({ challenge: await ask(), url })
    const answer = await post(DOOR, { kunci }, { Cookie })
    expect([answer.status, (await answer.text()).includes(say.keyWrong)]).toEqual([422, true])
    expect(await isIn(Cookie)).toBe(false)
  })

  test('another person’s key opens nothing', async () => {
    const key = await withKey()
    const theirs = await sessionOf(budi)
    expect((await make(theirs, new SoftKey())).status).toBe(200)
    const Cookie = await sessionOf(budi)
    const { challenge } = await asked(Cookie)
    expect(
      (await post(DOOR, { kunci: await key.show({ challenge, url }) }, { Cookie })).status,
    ).toBe(422)
  })

  test('wrong ones use up no attempts of whoever types a code', async () => {
    const phone = await withPhone(rina.id, desk)
    const Cookie = await sessionOf(rina)
    for (let i = 0; i < 25; i++) await post(DOOR, { kunci: '{}' }, { Cookie })
    expect((await post(DOOR, { angka: await phone.code() }, { Cookie })).status).toBe(303)
  })

  test('what it answered stands on no page that answers a refused form', async () => {
    const key = await withKey()
    const Cookie = await sessionOf(rina)
    const kunci = await key.show({ challenge: (await asked(Cookie)).challenge, url })
    const refused = await post(DOOR, { kunci }, { Cookie, 'Sec-Fetch-Site': 'cross-site' })
    expect(refused.status).toBe(403)
    expect(await refused.text()).not.toContain(JSON.parse(kunci).signature)
  })
})

describe('what asks for proof', () => {
  test('takes one, and none that another session was asked for', async () => {
    const key = await withKey()
    const other = await sessionOf(rina)
    await late()
    const asks = await (await post(CODES, {}, { Cookie: desk })).text()
    for (const part of ['data-name="masuk_kunci"', 'name="masuk_angka"', 'passkey.js'])
      expect(asks).toContain(part)
    const part = { Cookie: desk, 'HX-Request': 'true', 'HX-Request-Type': 'partial' }
    expect(await (await post(CODES, {}, part)).text()).toContain('<script src="/js/passkey.js">')
    const answered = async (Cookie: string) => ({
      ...{ masuk_angka: '' },
      masuk_kunci: await key.show({ challenge: (await asked(Cookie)).challenge, url }),
    })
    const wrong = await post(CODES, await answered(other), { Cookie: desk })
    expect([wrong.status, (await wrong.text()).includes(say.keyWrong)]).toEqual([422, true])
    expect((await post(CODES, await answered(desk), { Cookie: desk })).status).toBe(200)
    expect((await post(CODES, {}, { Cookie: desk })).status).toBe(200)
  })
})

describe('a counter', () => {
  const shown = async (key: SoftKey, Cookie: string) => {
    const { challenge } = await asked(Cookie)
    return post(DOOR, { kunci: await key.show({ challenge, url }) }, { Cookie })
  }

  test('that moves on is kept, and one that stays 0 counts nothing', async () => {
    const key = await withKey()
    for (const _ of [1, 2]) expect((await shown(key, await sessionOf(rina))).status).toBe(303)
    key.counter = 7
    expect((await shown(key, await sessionOf(rina))).status).toBe(303)
    const row = await env.DB.prepare('select counter c from factor where id = ?')
      .bind(key.id)
      .first<{ c: number }>()
    expect(row?.c).toBe(8)
  })

  test.each([
    ['stands still', 7],
    ['goes back', 3],
    ['is gone', 0],
  ])('that %s locks the key and its copy, and its owner is told once', async (_, counter) => {
    const key = await withKey()
    key.counter = 7
    expect((await shown(key, await sessionOf(rina))).status).toBe(303)
    const cookie = await sessionOf(rina)
    key.counter = counter
    const copy = await shown(key, cookie)
    expect([copy.status, (await copy.text()).includes(say.keyCopied)]).toEqual([422, true])
    expect(await isIn(cookie)).toBe(false)
    key.counter = 4_000_000_000
    const own = await shown(key, cookie)
    expect([own.status, (await own.text()).includes(say.keyCopied)]).toEqual([422, true])
    expect((await alone(key)).status).toBe(422)
    expect(await log()).toEqual(['key_copied'])
    expect(await letters()).toEqual(['person account_changed'])
    expect(await (await open(desk)).text()).toContain(say.keyLocked)
  })
})

describe('taken off', () => {
  test('it opens nothing any more; whoever has to have one keeps the last', async () => {
    const [key, other] = [await withKey(), new SoftKey()]
    expect((await make(desk, other)).status).toBe(303)
    const ended = await post(END, { faktor: key.id }, { Cookie: desk })
    expect(ended.headers.get('Location')).toBe('/petugas/akun?kabar=dilepas')
    expect((await alone(key)).status).toBe(422)
    expect((await alone(other)).status).toBe(303)
    expect((await post(END, { faktor: other.id }, { Cookie: desk })).status).toBe(422)
    expect(await log()).toEqual(['second_added', 'second_removed'])
  })

  test('whoever lost it is let off by another administrator, and it opens nothing', async () => {
    await env.DB.prepare("update membership set role = 'officer' where user_id = ?")
      .bind(rina.id)
      .run()
    const key = await withKey()
    const alasan_langkah = 'Laptopnya dicuri di bandara.'
    const path = `/petugas/staf/${rina.id}/langkah-kedua`
    const answer = await post(path, { alasan_langkah }, { Cookie: await sessionOf(budi) })
    await env.DB.prepare("update membership set role = 'admin' where user_id = ?")
      .bind(rina.id)
      .run()
    expect(answer.headers.get('Location')).toContain('kabar=langkah')
    expect([await isIn(desk), (await alone(key)).status]).toEqual([false, 422])
    expect(await isIn(await sessionOf(rina))).toBe(true)
  })

  test('nobody takes another’s off', async () => {
    const key = await withKey()
    const theirs = await sessionOf(budi)
    await post(END, { faktor: key.id }, { Cookie: theirs })
    expect((await alone(key)).status).toBe(303)
  })
})

test('a passkey is asked for on pages of staff alone', async () => {
  const policy = async (path: string) =>
    (await request(path)).headers.get('Permissions-Policy') ?? ''
  expect(await policy('/')).toContain('publickey-credentials-get=()')
  expect(await policy('/petugas/masuk')).not.toContain('publickey-credentials-get')
})
