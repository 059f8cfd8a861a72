import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { caseByReference } from '../../../src/db/cases.ts'
import { runMerge } from '../../../src/db/clusters.ts'
import { eraseComplaint } from '../../../src/db/erasing.ts'
import { correctContact } from '../../../src/db/my-data.ts'
import { runCommand } from '../../../src/db/run-command.ts'
import { attachment, identity } from '../../../src/db/schema/filing.ts'
import type { Given } from '../../../src/domain/acts/acts.ts'
import type { Actor } from '../../../src/domain/people/actor.ts'
import { parseIdentityKeys } from '../../../src/seal/identity-keys.ts'
import { pictures } from '../../fixtures/pictures.ts'
import { aReport, fileReport, read, tokenIn } from '../../support/citizen.ts'
import { DISHUB, INSPEKTORAT, routing } from '../../support/commands.ts'
import { ORIGIN, post, request } from '../../support/request.ts'
import { someone, world } from '../../support/world.ts'

beforeEach(async () => {
  await world()
})

const give = async (nomor: string, actor: Actor, command: Given) => {
  const s = await world(actor, Date.now())
  const found = await caseByReference(s.db, nomor)
  if (!found) throw new Error(`no ${nomor}`)
  const done = await runCommand(s, found, command)
  if (!done.ok) throw new Error(JSON.stringify(done))
}
const verifier = someone('verifier')
const officer = someone('officer', DISHUB)
const closing = (text: string): Given => ({
  name: 'propose_closure',
  text,
  reason: 'Sudah dikerjakan tuntas',
  evidenceFiles: 1,
  visit: null,
})
const withheld = { release: false, title: '', text: '', point: false, photoIds: [] }

it('does not close a report on the word of a page that was read before the closing that stands', async () => {
  const { number, cookie, url } = await fileReport()
  await give(number, verifier, routing())
  await give(number, officer, { name: 'take_up' })
  await give(number, officer, closing('Lampunya sudah kami ganti pagi ini.'))
  await (await world()).db.run('update message set visible_from = 1')
  await (await world()).db.run('update complaint set undo = null')
  const stale = tokenIn(await read(url, cookie), `${url}/konfirmasi`)
  expect(stale).not.toBe('')
  await give(number, { kind: 'reporter' }, { name: 'dispute', text: 'Masih padam semuanya.' })
  await give(number, officer, closing('Tiangnya ternyata milik pihak lain.'))
  const answer = await post(`${url}/konfirmasi`, { kiriman: stale }, { Cookie: cookie })
  expect(answer.status).toBe(422)
  const found = await caseByReference((await world()).db, number)
  expect(found?.complaint.state).toBe('awaiting_confirmation')
})

it('keeps the number of a secret root from those who joined it', async () => {
  const one = await fileReport({ keterbukaan: 'rahasia' })
  const two = await fileReport({ keterbukaan: 'rahasia' })
  const s = await world(verifier, Date.now())
  const member = await caseByReference(s.db, two.number)
  if (!member) throw new Error('gone')
  expect((await runMerge(s, member, one.number)).ok).toBe(true)
  const page = await read(two.url, two.cookie)
  expect(page).toContain('Digabungkan dengan laporan induk')
  expect(page).not.toContain(one.number)
  expect(await read(`${two.url}/data.json`, two.cookie)).not.toContain(one.number)
})

it('counts a supervisory report in the whole city alone, and says so there', async () => {
  const { number } = await fileReport()
  await give(number, verifier, {
    ...routing({ supervisory: true, leadAgencyId: INSPEKTORAT, release: withheld }),
  })
  const page = await read('/opd/inspektorat')
  expect(page).toContain('<dd>0</dd><')
  expect(page).not.toMatch(/&lt; \d/)
  expect(await read('/opd')).toMatch(/inspektorat">[^<]+<\/a><\/th><td class="n">0</)
  expect(await read('/')).toMatch(/[1-9]\d* laporan dirahasiakan dan ikut dihitung/)
  expect(page).not.toMatch(/<dd>1<\/dd>|<td class="n">1<\/td>/)
  expect(await read('/widget/inspektorat/lencana.svg')).not.toMatch(/>1<|: 1 laporan/)
  expect(await read('/widget/inspektorat')).not.toContain('<dd>1</dd>')
})

it('refuses none of two hundred reports of one address, and keeps what is too many apart', async () => {
  const from = { 'CF-Connecting-IP': '203.0.113.9' }
  const { db } = await world()
  const first = aReport()
  const counted = async () => {
    const [row] = await db.all<Record<string, number>>(`select
      (select count(*) from complaint) as reports,
      (select count(*) from complaint where quarantined = 1) as apart,
      (select count(*) from assignment where open = 1 and agency_id = 0) as unverified,
      (select sum(received) from figure where scope = 'city') as received`)
    return row
  }
  const before = await counted()
  const answers = [await post('/lapor', first, from)]
  for (let i = 1; i < 200; i++)
    answers.push(
      await post('/lapor', aReport({ isi: `Lubang nomor ${i} di Jalan Sudirman.` }), from),
    )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  const last = await answers.at(-1)?.text()
  expect(last).toMatch(/class="ref">DMI-/)
  expect(last).toMatch(/class="key">/)
  // a form sent again is the same report, not one more
  expect((await post('/lapor', first, from)).status).toBe(200)
  const grown = Object.entries((await counted()) ?? {}).map(([name, n]) => [
    name,
    n - (before?.[name] ?? 0),
  ])
  expect(Object.fromEntries(grown)).toEqual({
    reports: 200,
    apart: 80,
    unverified: 120,
    received: 120,
  })
})

it('takes no more words beside files than without', async () => {
  const body = new FormData()
  body.set('isi', 'a'.repeat(200_000))
  const answer = await request('/lapor', { method: 'POST', body, headers: { Origin: ORIGIN } })
  expect(answer.status).toBe(413)
})

const photo = (n: number) => new File([pictures.baselineJpeg], `${n}.jpg`, { type: 'image/jpeg' })

const upload = (url: string, cookie: string) => {
  const body = new FormData()
  body.set('berkas', photo(1))
  return request(`${url}/berkas`, {
    method: 'POST',
    body,
    headers: { Origin: ORIGIN, Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
  })
}

it('stores no bytes of a file for a report that takes none', async () => {
  const { number, cookie, url } = await fileReport()
  await give(number, { kind: 'reporter' }, { name: 'withdraw', text: '' })
  const before = (await env.FILES.list()).objects.length
  expect((await upload(url, cookie)).status).toBe(422)
  expect((await env.FILES.list()).objects.length).toBe(before)
})

it('counts a file once, however often it comes at the same time', async () => {
  const { number, cookie, url } = await fileReport()
  await Promise.all(Array.from({ length: 4 }, () => upload(url, cookie)))
  const { db } = await world()
  const found = await caseByReference(db, number)
  const rows = await db
    .select()
    .from(attachment)
    .where(eq(attachment.complaintId, found?.complaint.id ?? 0))
  expect(rows).toHaveLength(1)
})

it('takes the form token of one report for no other, where the browser names no origin', async () => {
  const [mine, theirs] = [await fileReport(), await fileReport()]
  const page = await read(`${mine.url}/data`, mine.cookie)
  const sesi = /name="sesi" value="([^"]+)"/.exec(page)?.[1] ?? ''
  expect(sesi).not.toBe('')
  const send = (url: string) =>
    request(`${url}/pencabutan`, {
      method: 'POST',
      body: new URLSearchParams({ sesi }),
      headers: { Cookie: `${mine.cookie}; ${theirs.cookie}` },
    })
  expect((await send(theirs.url)).status).toBe(403)
  expect((await send(mine.url)).status).toBe(303)
})

it('keeps no name anew of somebody who is forgotten', async () => {
  const { number, cookie, url } = await fileReport()
  await give(number, { kind: 'reporter' }, { name: 'withdraw', text: '' })
  const s = await world({ kind: 'reporter' }, Date.now())
  const found = await caseByReference(s.db, number)
  const id = found?.complaint.id ?? 0
  expect((await eraseComplaint(s, id)).ok).toBe(true)
  await post(`${url}/data`, { nama: 'Siti Rahmah' }, { Cookie: cookie })
  const keys = parseIdentityKeys(env.IDENTITY_KEYS)
  await correctContact(s, keys, id, { name: 'Siti', phone: null, email: null })
  const [row] = await s.db.select().from(identity).where(eq(identity.complaintId, id))
  expect([row?.sealed, row?.hasName]).toEqual([null, false])
})
