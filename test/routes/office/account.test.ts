import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { MINUTE } from '../../../src/domain/time/time.ts'
import { account as say } from '../../../src/words/id/account.ts'
import { session as words } from '../../../src/words/id/session.ts'
import { post, request } from '../../support/request.ts'
import { aStaff, PASSWORD, sessionOf, signedIn } from '../../support/staff.ts'
import { world } from '../../support/world.ts'

const EMAIL = 'rina@contoh.id'
const NEW = 'payung merah di teras'
let rina: Awaited<ReturnType<typeof aStaff>>
let other: Awaited<ReturnType<typeof aStaff>>

beforeAll(async () => {
  await world()
  env.LIMIT_GUESS.limit = async () => ({ success: true })
  rina = await aStaff('verifier', null, EMAIL)
  other = await aStaff('verifier', null, 'lain@contoh.id')
})

beforeEach(() => env.DB.exec('delete from counter; delete from session'))

const page = async (Cookie: string) =>
  (await request('/petugas/akun', { headers: { Cookie } })).text()

const isIn = async (Cookie: string) =>
  (await request('/petugas/akun', { headers: { Cookie } })).status === 200

test('the desk leads to it, and no longer leaves every device from its bar', async () => {
  const Cookie = await sessionOf(rina)
  const desk = await request('/petugas/antrean/belum-diverifikasi', { headers: { Cookie } })
  const html = await desk.text()
  expect(html).toContain('href="/petugas/akun"')
  expect(html).not.toContain('/petugas/keluar-semua')
})

test('it says who they are, and what leaving everywhere does', async () => {
  const html = await page(await sessionOf(rina))
  for (const part of [rina.name, EMAIL, words.everywhere, say.everywhereHint])
    expect(html).toContain(part)
  expect(html).toContain('action="/petugas/keluar-semua"')
})

describe('own sessions', () => {
  test('this one is marked; another is ended alone', async () => {
    const [desk, phone] = [await sessionOf(rina), await sessionOf(rina, Date.now() - MINUTE)]
    const html = await page(desk)
    expect(html.split(`<b>${say.thisOne}</b>`)).toHaveLength(2)
    const [, end] =
      /action="(\/petugas\/akun\/sesi\/[^"]+)"(?:(?!<\/form>).)*Keluarkan/s.exec(html) ?? []
    const answer = await post(end ?? '', {}, { Cookie: desk })
    expect(answer.headers.get('Location')).toBe('/petugas/akun?kabar=keluar')
    expect([await isIn(desk), await isIn(phone)]).toEqual([true, false])
  })

  test('nobody ends the session of somebody else', async () => {
    const theirs = await sessionOf(other)
    const row = await env.DB.prepare('select id from session').first<{ id: string }>()
    await post(`/petugas/akun/sesi/${row?.id}`, {}, { Cookie: await sessionOf(rina) })
    expect(await isIn(theirs)).toBe(true)
  })
})

describe('another password', () => {
  const change = (Cookie: string, ulangi = NEW) =>
    post('/petugas/akun/sandi', { sandi: NEW, ulangi }, { Cookie })

  test('asks for the old one where it was not just given', async () => {
    const answer = await change(await sessionOf(rina, Date.now() - 6 * MINUTE))
    expect(answer.status).toBe(401)
    expect(await answer.text()).toContain('name="masuk_sandi"')
  })

  test('is refused where the two differ, and nothing of it comes back', async () => {
    const answer = await change(await sessionOf(rina), 'payung biru di teras')
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(words.different)
    expect(html).not.toContain(NEW)
  })

  test('keeps this session, ends the others, and counts from now on', async () => {
    const [desk, phone] = [await sessionOf(rina), await sessionOf(rina)]
    expect((await change(desk)).headers.get('Location')).toBe('/petugas/akun?kabar=sandi')
    expect([await isIn(desk), await isIn(phone)]).toEqual([true, false])
    await expect(signedIn(EMAIL, PASSWORD)).rejects.toThrow('422')
    expect(await signedIn(EMAIL, NEW)).toContain('__Host-petugas')
  })
})
