import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { caseByReference } from '../../../src/db/cases.ts'
import { countAttempt } from '../../../src/db/counters.ts'
import { attachment } from '../../../src/db/schema/filing.ts'
import { LIMITS } from '../../../src/middleware/limits.ts'
import { files as say } from '../../../src/words/id/files.ts'
import { refusals } from '../../../src/words/id/refusals.ts'
import { renewKey } from '../../../src/words/id/renew-key.ts'
import { pictures } from '../../fixtures/pictures.ts'
import { fileReport } from '../../support/citizen.ts'
import { give } from '../../support/handled.ts'
import { ORIGIN, post, request } from '../../support/request.ts'
import { cookiesOf } from '../../support/staff.ts'
import { someone, world } from '../../support/world.ts'

const ADDRESS = '203.0.113.77'

const photo = () => new File([pictures.baselineJpeg], 'a.jpg', { type: 'image/jpeg' })

const send = async (path: string, Cookie: string, fields: Record<string, string | File>) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  const headers = { Cookie, Origin: ORIGIN, 'CF-Connecting-IP': ADDRESS }
  return request(path, { method: 'POST', body, headers })
}

const standing = async (nomor: string) => {
  const s = await world({ kind: 'reporter' }, Date.now())
  const found = await caseByReference(s.db, nomor)
  if (!found) throw new Error('gone')
  return { s, found }
}

const fill = async (nomor: string, n: number, bytes: number) => {
  const { s, found } = await standing(nomor)
  for (let i = 0; i < n; i++)
    await s.db.insert(attachment).values({
      ...{ id: `${nomor}${i}`.toLowerCase(), complaintId: found.complaint.id, seq: 1 },
      ...{ source: 'reporter', authorId: null, key: `k/${nomor}/${i}`, type: 'image/jpeg' },
      ...{ bytes, digest: `${i}`, at: s.now },
    })
}

test('a report that is full says so with what to do, and the agency still has room for its evidence', async () => {
  const one = await fileReport()
  await fill(one.number, 20, 1000)
  const full = await send(`${one.url}/berkas`, one.cookie, { berkas: photo() })
  expect(full.status).toBe(422)
  expect(await full.text()).toContain(refusals.files_full)
  const heavy = await fileReport()
  await fill(heavy.number, 8, 5 * 1024 * 1024)
  const refused = await send(`${heavy.url}/berkas`, heavy.cookie, { berkas: photo() })
  expect(await refused.text()).toContain(refusals.files_heavy)
})

test('an address that sent a day of files is refused files, never words, and staff are not counted', async () => {
  const { number, cookie, url } = await fileReport()
  const { s, found } = await standing(number)
  await give(s, found.complaint.id, someone('verifier'), Date.now(), {
    name: 'ask',
    text: 'Di sebelah mana tepatnya lampunya?',
  })
  const around = { db: s.db, secret: env.SERVER_SECRET, now: Date.now() }
  expect(await countAttempt(around, ['files', ADDRESS], LIMITS.files, 500)).toBeNull()
  const { kiriman } = await tokenOf(url, cookie)
  const jawaban = 'Di sebelah gerbang sekolah, tiang kedua.'
  const answer = await send(`${url}/jawaban`, cookie, { kiriman, jawaban, berkas: photo() })
  const html = await answer.text()
  expect(html).toContain(say.tooManyToday)
  expect((await standing(number)).found.complaint.state).toBe('received')
  const { results } = await env.DB.prepare('select 1 from attachment where complaint_id = ?')
    .bind(found.complaint.id)
    .all()
  expect(results).toEqual([])
})

const tokenOf = async (url: string, Cookie: string) => {
  const html = await (await request(url, { headers: { Cookie } })).text()
  return { kiriman: /name="kiriman" value="([^"]+)"/.exec(html)?.[1] ?? '' }
}

test('a key is renewed five times a day; the sixth keeps the one that stands, in words', async () => {
  const { number, cookie, url } = await fileReport()
  let Cookie = cookie
  const renew = async () => {
    const html = await (await request(`${url}/kode`, { headers: { Cookie } })).text()
    const kiriman = /name="kiriman" value="([^"]+)"/.exec(html)?.[1] ?? ''
    await new Promise((resolve) => setTimeout(resolve, 5))
    const taken = await post(`${url}/kode`, { kiriman, setuju: '1' }, { Cookie })
    if (taken.status === 303) Cookie = cookiesOf(taken)
    return taken
  }
  for (let i = 0; i < 5; i++) expect((await renew()).status).toBe(303)
  const before = (await standing(number)).found
  const often = await renew()
  expect(often.status).toBe(429)
  expect(await often.text()).toContain(renewKey.often(5))
  expect((await standing(number)).found.row).toEqual(before.row)
})
