import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { caseById } from '../../../src/db/cases.ts'
import { fileOnce } from '../../../src/db/filing.ts'
import { caseWords } from '../../../src/words/id/desk.ts'
import { renewKey as say } from '../../../src/words/id/renew-key.ts'
import { aReport } from '../../support/citizen.ts'
import { DISHUB, routing } from '../../support/commands.ts'
import { look, send, staff } from '../../support/desk.ts'
import { give } from '../../support/handled.ts'
import { post, request } from '../../support/request.ts'
import { cookiesOf } from '../../support/staff.ts'
import { aForm, someone, TUESDAY, world } from '../../support/world.ts'

beforeEach(() => {
  env.LIMIT_GUESS.limit = async () => ({ success: true })
})

/** Filed at the counter of Dishub, with a key for the reporter, and closed by that agency. */
const atCounter = async (by = someone('officer', DISHUB, 'loket-dishub')) => {
  const s = await world(by)
  const filed = await fileOnce(s, env, aForm({ channel: 'counter' }))
  if (filed.kind !== 'filed') throw new Error(filed.kind)
  const { id, reference: nomor } = filed.found.complaint
  await give(s, id, someone('verifier'), TUESDAY, routing({ leadAgencyId: DISHUB }))
  const liaison = someone('liaison', DISHUB)
  await give(s, id, liaison, TUESDAY, { name: 'take_up' })
  await give(s, id, liaison, TUESDAY, {
    name: 'propose_closure',
    text: 'Lampu sudah menyala lagi.',
    reason: 'Kabel diganti.',
    evidenceFiles: 1,
    visit: null,
  })
  const standing = async () => {
    const found = await caseById(s.db, id)
    if (!found) throw new Error('gone')
    return found
  }
  return { s, id, nomor, key: filed.key, standing }
}

const enter = async (nomor: string, kode: string) => post('/lacak', { nomor, kode })
const see = async (path: string, Cookie: string) => request(path, { headers: { Cookie } })

const renewalIn = (html: string) => ({
  key: /<b>([0-9A-Z-]{16})<\/b>/.exec(html)?.[1] ?? '',
  kiriman: /name="kiriman" value="([^"]+)"/.exec(html)?.[1] ?? '',
})

test('the key that was shown first is good once it is taken, and the old one with its browsers is out', async () => {
  const { nomor, key, standing } = await atCounter()
  const path = `/laporan-saya/${nomor}`
  const filer = cookiesOf(await enter(nomor, key))
  const own = cookiesOf(await enter(nomor, key))
  const before = await standing()
  const shown = await see(`${path}/kode`, own)
  expect(shown.headers.get('Cache-Control')).toBe('no-store')
  const next = renewalIn(await shown.text())
  // shown is not taken: whoever goes away now still comes in with the key before
  expect((await enter(nomor, next.key)).status).toBe(422)
  expect((await standing()).row.keyHash).toBe(before.row.keyHash)
  const bare = await post(`${path}/kode`, { kiriman: next.kiriman }, { Cookie: own })
  expect(bare.status).toBe(422)
  expect(renewalIn(await bare.text()).key).toBe(next.key)
  await new Promise((resolve) => setTimeout(resolve, 5))
  const taken = await post(`${path}/kode`, { kiriman: next.kiriman, setuju: '1' }, { Cookie: own })
  expect(taken.headers.get('Location')).toContain('kabar=renew_key')
  const now = cookiesOf(taken)
  expect((await see(path, now)).status).toBe(200)
  expect((await enter(nomor, key)).status).toBe(422)
  expect((await enter(nomor, next.key)).status).toBe(303)
  const out = await see(path, filer)
  expect(out.status).toBe(303)
  // and it leads to the question for the key, not round and round
  expect(cookiesOf(out)).not.toContain('.')
  expect((await post(`${path}/konfirmasi`, {}, { Cookie: filer })).status).toBe(401)
})

test('sent twice it is renewed once; its history says so without a key', async () => {
  const { nomor, key, standing, s } = await atCounter()
  const Cookie = cookiesOf(await enter(nomor, key))
  const path = `/laporan-saya/${nomor}`
  const next = renewalIn(await (await see(`${path}/kode`, Cookie)).text())
  const form = { kiriman: next.kiriman, setuju: '1' }
  const first = await post(`${path}/kode`, form, { Cookie })
  const again = await post(`${path}/kode`, { ...form, masuk_kode: next.key })
  expect([first.status, again.status]).toEqual([303, 303])
  const { results } = await s.db.$client
    .prepare(`select type, facts from event where complaint_id = ? and type = 'renew_key'`)
    .bind((await standing()).complaint.id)
    .all<{ type: string; facts: string }>()
  expect(results).toHaveLength(1)
  expect(JSON.stringify(results)).not.toContain(next.key)
  const html = await (await see(path, cookiesOf(first))).text()
  expect(html).toContain('Kode akses diperbarui')
  expect(html).not.toContain(next.key)
})

test('what the filer would judge of their own agency waits for the new key, and the page says so', async () => {
  const { nomor, key, standing, s, id } = await atCounter()
  const path = `/laporan-saya/${nomor}`
  const Cookie = cookiesOf(await enter(nomor, key))
  const page = await (await see(path, Cookie)).text()
  expect(page).toContain(say.seen)
  expect(page).not.toContain(`action="${path}/konfirmasi"`)
  expect(page).not.toContain(`action="${path}/pencabutan"`)
  for (const step of ['konfirmasi', 'pencabutan']) await post(`${path}/${step}`, {}, { Cookie })
  expect((await standing()).complaint.state).toBe('awaiting_confirmation')
  const next = renewalIn(await (await see(`${path}/kode`, Cookie)).text())
  await new Promise((resolve) => setTimeout(resolve, 5))
  const taken = await post(`${path}/kode`, { kiriman: next.kiriman, setuju: '1' }, { Cookie })
  const fresh = cookiesOf(taken)
  // the filer could have done this, too
  expect(await (await see(path, fresh)).text()).toContain(say.seen)
  await post(`${path}/konfirmasi`, {}, { Cookie: fresh })
  expect((await standing()).complaint.state).toBe('awaiting_confirmation')
  const desk = await look(await staff('verifier'), `/petugas/laporan/${nomor}`)
  expect(desk.html).toContain(`action="/petugas/laporan/${nomor}/kode"`)
  const alasan = 'Pelapor datang dengan KTP dan memperbarui kodenya di loket.'
  const vouched = await send(await staff('verifier'), nomor, '/kode', { alasan })
  expect(vouched.status).toBe(303)
  const after = await (await see(path, fresh)).text()
  expect(after).not.toContain(say.seen)
  const kiriman = /name="kiriman" value="([^"]+)"/.exec(after)?.[1] ?? ''
  await post(`${path}/konfirmasi`, { kiriman }, { Cookie: fresh })
  expect((await standing()).complaint.state).toBe('closed')
  const rating = { name: 'rate', score: 5 } as const
  await give(s, id, { kind: 'reporter' }, TUESDAY, rating)
  expect((await standing()).complaint.rating).toBe(5)
})

test("the desk's history marks what was done with a key that the filer may still hold", async () => {
  const { nomor, id, s } = await atCounter(someone('verifier', null, 'loket-kota'))
  const desk = async () => (await look(await staff('verifier'), `/petugas/laporan/${nomor}`)).html
  expect(await desk()).not.toContain(caseWords.seenKey)
  await give(s, id, { kind: 'reporter' }, TUESDAY, {
    name: 'dispute',
    text: 'Lampunya padam lagi tadi malam.',
  })
  const marked = (html: string) => html.split(caseWords.seenKey).length - 1
  expect(marked(await desk())).toBe(1)
  await give(s, id, { kind: 'reporter' }, TUESDAY, { name: 'renew_key' })
  expect(marked(await desk())).toBe(2)
  await give(s, id, { kind: 'reporter' }, TUESDAY, { name: 'withdraw', text: '', again: false })
  expect(marked(await desk())).toBe(3)
})

test('what was filed is not erased by the key that its filer holds, and Data saya says so', async () => {
  const { nomor, key, standing, s, id } = await atCounter()
  const path = `/laporan-saya/${nomor}`
  const end = `update complaint set state = 'closed' where id = ?`
  await s.db.$client.prepare(end).bind(id).run()
  const Cookie = cookiesOf(await enter(nomor, key))
  const page = await (await see(`${path}/data`, Cookie)).text()
  expect(page).toContain(say.seen)
  expect(page).not.toContain(`action="${path}/data/penghapusan"`)
  const erased = await post(`${path}/data/penghapusan`, { setuju: '1' }, { Cookie })
  expect(erased.status).toBe(422)
  expect((await standing()).complaint.erased).toBe(false)
})

test('the form that filed, sent again after the key was renewed, lets nobody in and shows no dead key', async () => {
  const form = aReport()
  const filed = await post('/lapor', form)
  const html = await filed.text()
  const nomor = /class="ref">([^<]+)</.exec(html)?.[1] ?? ''
  const key = /class="key">([^<]+)</.exec(html)?.[1] ?? ''
  const path = `/laporan-saya/${nomor}`
  const own = cookiesOf(await enter(nomor, key))
  const next = renewalIn(await (await see(`${path}/kode`, own)).text())
  await new Promise((resolve) => setTimeout(resolve, 5))
  await post(`${path}/kode`, { kiriman: next.kiriman, setuju: '1' }, { Cookie: own })
  await new Promise((resolve) => setTimeout(resolve, 5))
  const again = await post('/lapor', form)
  expect([again.status, again.headers.get('Location')]).toEqual([303, `/b/${nomor}`])
  expect(cookiesOf(again)).toBe('')
  expect(await again.text()).not.toContain(key)
})
