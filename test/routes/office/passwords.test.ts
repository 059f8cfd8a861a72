import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { database } from '../../../src/db/database.ts'
import { createStaff, invite, issueToken } from '../../../src/db/staff.ts'
import { HOUR } from '../../../src/domain/time/time.ts'
import { randomBytes } from '../../../src/random.ts'
import { session as say } from '../../../src/words/id/session.ts'
import { post, request } from '../../support/request.ts'
import { aStaff, PASSWORD, signedIn } from '../../support/staff.ts'
import { world } from '../../support/world.ts'

const EMAIL = 'rina@contoh.id'
const sent: { to: string; text: string }[] = []

beforeAll(async () => {
  await world()
  await aStaff('verifier', null, EMAIL)
  // the local binding writes letters to files that this runtime cannot read
  Object.assign(env.MAIL, { send: async (mail: { to: string; text: string }) => sent.push(mail) })
})

beforeEach(async () => {
  sent.length = 0
  await env.DB.exec('delete from counter')
})

const around = () => ({ db: database(env.DB), now: Date.now(), random: randomBytes })

const newcomer = async (email: string) => {
  const person = await createStaff(around(), { name: 'Petugas Baru', email })
  const id = person?.id ?? ''
  return { id, url: `/petugas/sandi/${await invite(around(), { id, email })}` }
}

const set = (url: string, sandi: string, ulangi = sandi) => post(url, { sandi, ulangi })

test('an invitation sets a first password, once, and signs nobody in by being opened', async () => {
  const { url } = await newcomer('baru@contoh.id')
  const page = await request(url)
  expect(page.status).toBe(200)
  expect(page.headers.has('Set-Cookie')).toBe(false)
  expect(await page.text()).toContain('Petugas Baru')
  const answer = await set(url, 'empat kata yang mudah')
  expect(answer.status).toBe(303)
  expect(await signedIn('baru@contoh.id', 'empat kata yang mudah')).toContain('__Host-petugas')
  expect((await request(url)).status).toBe(410)
  expect((await set(url, 'kata yang lain lagi')).status).toBe(410)
})

test('two who use one link at once: one password is set', async () => {
  const { url } = await newcomer('ganda@contoh.id')
  const answers = await Promise.all([set(url, 'kata sandi pertama'), set(url, 'kata sandi kedua')])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
})

test.each([
  ['pendek', 'pendek', say.tooShort(12)],
  ['kata sandi yang satu', 'kata sandi yang lain', say.different],
  ['aaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaa', say.tooEasy],
  ['a b c d '.repeat(40), 'a b c d '.repeat(40), say.tooLong(128)],
])('"%s" is not taken, and the page says why', async (sandi, ulangi, why) => {
  const { url } = await newcomer(`${crypto.randomUUID()}@contoh.id`)
  const answer = await set(url, sandi, ulangi)
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain(why)
  expect(html).not.toContain(`value="${sandi}"`)
})

test('a new password ends every session', async () => {
  const person = await aStaff('auditor', null, 'auditor@contoh.id')
  const cookie = await signedIn('auditor@contoh.id')
  const token = await issueToken(around(), person, HOUR)
  await set(`/petugas/sandi/${token}`, 'empat kata yang baru')
  expect((await post('/petugas/keluar-semua', {}, { Cookie: cookie })).status).toBe(401)
  await expect(signedIn('auditor@contoh.id', PASSWORD)).rejects.toThrow('422')
})

test('made-up, used and ended links answer alike', async () => {
  const { id } = await newcomer('telat@contoh.id')
  const before = { ...around(), now: Date.now() - 2 * HOUR }
  const late = await issueToken(before, { id, email: 'telat@contoh.id' }, HOUR)
  for (const token of ['abc', late, '%2e%2e%2f', 'x'.repeat(5000)]) {
    const answer = await request(`/petugas/sandi/${token}`)
    expect(answer.status).toBe(410)
    expect(await answer.text()).toContain(say.goneTitle)
  }
})

test('a forgotten password: a link by e-mail, that works', async () => {
  const answer = await post('/petugas/lupa-sandi', { email: ' RINA@contoh.id' })
  expect(answer.status).toBe(200)
  await expect.poll(() => sent.length).toBe(1)
  expect(sent[0]?.to).toBe(EMAIL)
  const link = /https:\S+\/petugas\/sandi\/\S+/.exec(sent[0]?.text ?? '')?.[0] ?? ''
  expect((await request(new URL(link).pathname)).status).toBe(200)
})

test('a letter that mail refuses is tried again, and the log says so without the address', async () => {
  const { send } = env.MAIL
  let refused = 0
  const logged = vi.spyOn(console, 'error').mockReturnValue()
  const once = async (mail: { to: string }) => {
    if (refused++ === 0) throw Object.assign(new Error(`${mail.to} is busy`), { code: 'E_BUSY' })
    return (send as unknown as (mail: { to: string }) => Promise<void>)(mail)
  }
  Object.assign(env.MAIL, { send: once })
  expect((await post('/petugas/lupa-sandi', { email: EMAIL })).status).toBe(200)
  await expect.poll(() => sent.length).toBe(1)
  const lines = JSON.stringify(logged.mock.calls)
  expect(lines).toContain('E_BUSY')
  expect(lines).not.toContain(EMAIL)
  logged.mockRestore()
})

test('an unknown address gets the same page and no letter', async () => {
  const [known, unknown] = await Promise.all(
    [EMAIL, 'siapa@contoh.id'].map((email) => post('/petugas/lupa-sandi', { email })),
  )
  expect(await known?.text()).toBe(await unknown?.text())
  await expect.poll(() => sent.length).toBe(1)
})

test('a flood of requests for one mailbox stops sending and looks the same', async () => {
  const texts = new Set<string>()
  for (let i = 0; i < 6; i++)
    texts.add(await (await post('/petugas/lupa-sandi', { email: EMAIL })).text())
  expect(texts.size).toBe(1)
  await expect.poll(() => sent.length).toBe(3)
})

test('an address that is none comes back as it was typed', async () => {
  const answer = await post('/petugas/lupa-sandi', { email: 'rina' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('value="rina"')
})

test('however often a stranger asks, the mailbox holds a link that works at every hour of two days', async () => {
  const opens = async (letter: { text: string }) => {
    const link = /https:\S+\/petugas\/sandi\/\S+/.exec(letter.text)?.[0] ?? ''
    return (await request(new URL(link).pathname)).status === 200
  }
  const start = Date.parse('2026-11-24T00:30:00Z')
  vi.useFakeTimers({ toFake: ['Date'] })
  try {
    for (let hour = 0; hour < 48; hour++) {
      vi.setSystemTime(start + hour * HOUR)
      for (let i = 0; i < 4; i++) await post('/petugas/lupa-sandi', { email: EMAIL })
      await expect.poll(() => opens(sent.at(-1) ?? { text: '' })).toBe(true)
    }
  } finally {
    vi.useRealTimers()
  }
})

test('a link that was used takes the others in the mailbox with it', async () => {
  const { id, url } = await newcomer('banyak@contoh.id')
  const token = await issueToken(around(), { id, email: 'banyak@contoh.id' }, HOUR)
  const other = `/petugas/sandi/${token}`
  expect((await set(url, 'empat kata yang mudah')).status).toBe(303)
  expect((await request(other)).status).toBe(410)
})

test('a password that could not be written leaves the link and every session as they were', async () => {
  const person = await aStaff('auditor', null, 'gagal@contoh.id')
  const cookie = await signedIn('gagal@contoh.id')
  const token = await issueToken(around(), person, HOUR)
  const link = `/petugas/sandi/${token}`
  await env.DB.exec(
    "create trigger full before update on account begin select raise(abort, 'full'); end",
  )
  try {
    expect((await set(link, 'empat kata yang baru')).status).toBe(500)
  } finally {
    await env.DB.exec('drop trigger full')
  }
  expect((await request(link)).status).toBe(200)
  expect((await set(link, 'empat kata yang baru')).status).toBe(303)
  expect((await post('/petugas/keluar-semua', {}, { Cookie: cookie })).status).toBe(401)
  expect(await signedIn('gagal@contoh.id', 'empat kata yang baru')).toContain('__Host-petugas')
})
