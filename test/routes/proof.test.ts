import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { MINUTE } from '../../src/domain/time/time.ts'
import { type PathName, paths } from '../../src/paths.ts'
import { withPhone } from '../support/authenticator.ts'
import { DISHUB } from '../support/commands.ts'
import { sampleUrl } from '../support/path-list.ts'
import { post, request } from '../support/request.ts'
import { type SampleWorld, sampleWorld } from '../support/sample-world.ts'
import { aStaff, cookiesOf, PASSWORD, sessionOf } from '../support/staff.ts'
import { t } from '../support/words.ts'

/** By hand: whatever opens an identity, erases one, or says who may. */
const PROVED: PathName[] = [
  'accountApp',
  'accountFactorEnd',
  'accountCodes',
  'accountKey',
  'secondReset',
  'staffSecond',
  'accountPassword',
  'caseReveal',
  'caseErase',
  'grant',
  'emailChange',
  'settingAsk',
  'importStart',
  'importUndo',
  'staffList',
  'staffName',
  'staffEmail',
  'staffRole',
  'staffRoleEnd',
  'staffDisable',
  'staffEnable',
  'staffInvite',
]

/** By hand: what takes along the names of staff, or who did what. */
const TAKEN: PathName[] = ['reportTable', 'settingTable', 'trailFile']

const WHY = 'Pelapor minta dihubungi & "dijemput".'
const SHOWN = 'Pelapor minta dihubungi &amp; &quot;dijemput&quot;.'
const EMAIL = 'bukti-admin@contoh.id'
let sample: SampleWorld
let admin: Awaited<ReturnType<typeof aStaff>>

beforeAll(async () => {
  env.LIMIT_GUESS.limit = async () => ({ success: true })
  sample = await sampleWorld()
  admin = await aStaff('admin', null, EMAIL)
})
beforeEach(() => env.DB.exec('delete from counter'))

const minutesAgo = (n: number) => sessionOf(admin, Date.now() - n * MINUTE)
const changes = async () => {
  const tables = ['reveal', 'rights_log', 'role_grant', 'membership', 'user']
  const counts = tables.map((one) => `(select count(*) from ${one})`)
  return env.DB.prepare(`select ${counts.join(` || ' ' || `)} as n`).first<{ n: string }>()
}

test('these steps ask for the password, and no others', () => {
  const rows = (Object.keys(paths) as PathName[]).filter((name) => paths[name].proof)
  expect(rows.toSorted()).toEqual([...PROVED, ...TAKEN].toSorted())
})

describe.each(PROVED)('%s', (name) => {
  test('six minutes after the password it is asked for again, and nothing is done or lost', async () => {
    const url = sampleUrl(name, { ...sample, person: admin.id })
    const before = await changes()
    const answer = await post(url, { alasan: WHY }, { Cookie: await minutesAgo(6) })
    expect(answer.status).toBe(401)
    const html = await answer.text()
    for (const part of [t.ended.title, t.session.proofWhy, SHOWN, 'name="masuk_sandi"'])
      expect(html).toContain(part)
    expect(html).toContain(`name="masuk_email" value="${EMAIL}"`)
    expect(await changes()).toEqual(before)
  })

  test('four minutes after it, it is not', async () => {
    const url = sampleUrl(name, { ...sample, person: admin.id })
    const answer = await post(url, { alasan: WHY }, { Cookie: await minutesAgo(4) })
    expect(answer.status).not.toBe(401)
  })

  test('a wrong password keeps the words and asks again', async () => {
    const url = sampleUrl(name, { ...sample, person: admin.id })
    const again = { alasan: WHY, masuk_bukti: 'ya', masuk_email: EMAIL, masuk_sandi: 'bukan ini' }
    const before = await changes()
    const answer = await post(url, again, { Cookie: await minutesAgo(6) })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    for (const part of [t.session.wrongProof, t.session.proofWhy, SHOWN])
      expect(html).toContain(part)
    expect(await changes()).toEqual(before)
  })
})

describe.each([
  ['/petugas/pengaturan/staf/tabel.csv', '/petugas/pengaturan/staf'],
  ['/petugas/jejak/csv?tindakan=reveal', '/petugas/jejak?tindakan=reveal'],
])('to take %s along', (file, page) => {
  const take = (Cookie: string) => request(file, { headers: { Cookie } })

  test('six minutes after the password it is asked for again, four minutes after it is not', async () => {
    const asked = await take(await minutesAgo(6))
    const door = `/petugas/masuk?${new URLSearchParams({ kembali: page, kabar: 'bukti' })}`
    expect([asked.status, asked.headers.get('Location')]).toEqual([303, door])
    expect(await (await request(door)).text()).toContain(t.session.proofToTake)
    const signed = await post('/petugas/masuk', { email: EMAIL, sandi: PASSWORD, kembali: page })
    expect(signed.headers.get('Location')).toBe(page)
    for (const Cookie of [cookiesOf(signed), await minutesAgo(4)]) {
      const taken = await take(Cookie)
      expect(taken.headers.get('Content-Type')).toContain('text/csv')
    }
  })

  test('whoever has a second step is asked for that', async () => {
    const whom = await aStaff('admin', null, `bukti-${crypto.randomUUID()}@contoh.id`)
    const Cookie = await sessionOf(whom)
    const phone = await withPhone(whom.id, Cookie)
    await env.DB.prepare('update session set second_at = ? where user_id = ?')
      .bind(Date.now() - 6 * MINUTE, whom.id)
      .run()
    const asked = await take(Cookie)
    const door = asked.headers.get('Location') ?? ''
    const to = new URLSearchParams({ kembali: page, kabar: 'bukti' })
    expect([asked.status, door]).toEqual([303, `/petugas/masuk/langkah-kedua?${to}`])
    const shown = await request(door, { headers: { Cookie } })
    expect([shown.status, await shown.text()]).toEqual([
      200,
      expect.stringContaining(t.session.secondTitle),
    ])
    const angka = await phone.code()
    const back = await post('/petugas/masuk/langkah-kedua', { angka, kembali: page }, { Cookie })
    expect(back.headers.get('Location')).toBe(page)
    expect((await take(Cookie)).status).toBe(200)
  })
})

test('the identity is shown with the password, in one step, and the next has it', async () => {
  const url = sampleUrl('caseReveal', sample)
  const fields = { versi: '0', alasan: WHY }
  const old = await minutesAgo(6)
  const again = { ...fields, masuk_bukti: 'ya', masuk_email: EMAIL, masuk_sandi: PASSWORD }
  const shown = await post(url, again, { Cookie: old })
  expect([200, 409]).toContain(shown.status)
  const Cookie = cookiesOf(shown)
  expect((await post(url, fields, { Cookie })).status).not.toBe(401)
  // the session before it is over
  expect((await post(url, fields, { Cookie: old })).status).toBe(401)
})

test('guessing at it is limited, and the words stay even then', async () => {
  const whom = await aStaff('verifier', null, 'ditebak@contoh.id')
  const url = sampleUrl('caseReveal', sample)
  const Cookie = await sessionOf(whom, Date.now() - 6 * MINUTE)
  const guess = { alasan: WHY, masuk_bukti: 'ya', masuk_email: whom.email, masuk_sandi: 'tebak' }
  const { limit } = env.LIMIT_GUESS
  env.LIMIT_GUESS.limit = async () => ({ success: false })
  const last = await post(url, guess, { Cookie })
  env.LIMIT_GUESS.limit = limit
  expect(last.status).toBe(429)
  expect(await last.text()).toContain(SHOWN)
})

test('what reads, and every other step, asks for nothing', async () => {
  const officer = await aStaff('liaison', DISHUB, 'bukti-dishub@contoh.id')
  const Cookie = await sessionOf(officer, Date.now() - 60 * MINUTE)
  const answer = await post(sampleUrl('caseNote', sample), { versi: '0', teks: WHY }, { Cookie })
  expect(answer.status).not.toBe(401)
})
