import { expect, it } from 'vitest'
import { MOST_ADDITIONS } from '../../../src/db/additions.ts'
import { pictures } from '../../fixtures/pictures.ts'
import { fileReport, read, tokenIn } from '../../support/citizen.ts'
import { DISHUB, WORDS } from '../../support/commands.ts'
import { look, send, staff, standing } from '../../support/desk.ts'
import { handled } from '../../support/desk-cases.ts'
import { rows } from '../../support/handled.ts'
import { ORIGIN, request } from '../../support/request.ts'

const SAID = 'Tiang ketiga di depan masjid juga padam sejak kemarin.'
const SCREENED = 'Tiang lain juga padam.'

/** A report in the officer's hands, and another one joined under it. */
const aPair = async (changes: Record<string, string> = {}) => {
  const [root, member] = [await handled(), await fileReport(changes)]
  const verifier = await staff('verifier')
  const joining = await send(verifier, member.number, '/penggabungan', { induk: root })
  expect(joining.status).toBe(303)
  return { root, member, verifier, officer: await staff('officer', DISHUB) }
}

const adds = async (member: { url: string; cookie: string }, text: string, file?: File) => {
  const action = `${member.url}/keterangan`
  const body = new FormData()
  body.set('kiriman', tokenIn(await read(member.url, member.cookie), action))
  body.set('keterangan', text)
  if (file) body.set('berkas', file)
  const headers = { Cookie: member.cookie, Origin: ORIGIN }
  const answer = await request(action, { method: 'POST', body, headers, redirect: 'manual' })
  return [answer.status, answer.headers.get('location')]
}

const told = async (nomor: string) =>
  rows(
    `select o.recipient, o.agency_id as agency from outbox o join complaint c on c.id = o.complaint_id
     where c.reference = ? and o.template = 'words_added' order by o.id`,
    nomor,
  )

const page = async (by: Awaited<ReturnType<typeof staff>>, nomor: string) =>
  (await look(by, `/petugas/laporan/${nomor}`)).html

it('shows on the root what somebody who joined adds, under their number, and tells its agency', async () => {
  const { root, member, officer } = await aPair()
  const kept = await adds(member, SAID)
  expect(kept).toEqual([303, `${member.url}?kabar=add_words`])
  expect(await told(root)).toEqual([{ recipient: 'agency', agency: DISHUB }])
  const html = await page(officer, root)
  expect(html).toContain(SAID)
  expect(html).toContain(`Tambahan dari laporan yang digabung ${member.number}`)
  expect(await read(member.url, member.cookie)).toContain(SAID)
})

it('opens from the root the photos of whoever joined it, and tells of five by one letter', async () => {
  const { root, member, officer } = await aPair()
  await adds(member, '', new File([pictures.baselineJpeg], 'a.jpg'))
  await adds(member, '', new File([pictures.profilePng], 'b.png'))
  expect(await told(root)).toHaveLength(1)
  const html = await page(officer, root)
  const files = [...html.matchAll(/href="(\/petugas\/laporan\/[^"]*\/berkas\/[^"?]*)"/g)]
  const own = files.map(([, href = '']) => href).filter((href) => href.includes(root))
  expect(own).toHaveLength(2)
  for (const href of own) expect((await look(officer, href)).status).toBe(200)
  const other = await staff('officer', 4)
  expect((await look(other, own[0] ?? '')).status).toBe(404)
  // once it is on its own again, what it added is its own
  await send(await staff('verifier'), member.number, '/pemisahan', { alasan: WORDS })
  expect((await look(officer, own[0] ?? '')).status).toBe(404)
  expect(await page(officer, root)).not.toContain('class="files"')
})

it('screens what an anonymous one adds before the root hears of it', async () => {
  const { root, member, officer, verifier } = await aPair({ anonim: '1' })
  await adds(member, SAID)
  expect(await told(root)).toEqual([])
  expect(await told(member.number)).toEqual([{ recipient: 'verifier', agency: null }])
  expect(await page(officer, root)).not.toContain(SAID)
  const seq = (await standing(member.number)).complaint.version
  const copy = { pesan: String(seq), teks: SCREENED }
  const form = await page(verifier, member.number)
  expect(form).toContain('/penyaringan')
  expect((await send(verifier, member.number, '/penyaringan', copy)).status).toBe(303)
  expect(await told(root)).toEqual([{ recipient: 'agency', agency: DISHUB }])
  const html = await page(officer, root)
  expect(html).toContain(SCREENED)
  expect(html).not.toContain(SAID)
})

it('hides nobody’s words behind those of somebody who adds much', async () => {
  const { root, member, verifier, officer } = await aPair()
  const other = await fileReport()
  await send(verifier, other.number, '/penggabungan', { induk: root })
  await adds(member, SAID)
  for (let i = 1; i <= 11; i++) await adds(other, `Tambahan yang ke-${i} dari sini.`)
  const html = await page(officer, root)
  expect(html).toContain(SAID)
  expect(html).toContain('Tambahan yang ke-11 dari sini.')
  expect(html.split('Tambahan yang ke-')).toHaveLength(MOST_ADDITIONS)
})

it('leaves the staff’s step to be taken back, whoever adds meanwhile', async () => {
  const { root, member, officer } = await aPair()
  const reply = { tanggapan: 'Kami periksa besok pagi.' }
  const said = await send(officer, root, '/tanggapan', reply)
  await adds(member, SAID)
  const shown = await page(officer, root)
  expect((await look(officer, said.location)).html).toContain('/urungkan')
  const versi = /urungkan".*?name="versi" value="(\d+)"/s.exec(shown)?.[1] ?? ''
  const [undone] = await Promise.all([
    send(officer, root, '/urungkan', { versi }),
    adds(member, 'Dan tiang keempat juga.'),
  ])
  expect(undone.status).toBe(303)
  const html = await page(officer, root)
  expect(html).not.toContain(`<p class="words">${reply.tanggapan}</p>`)
  expect(html).toContain(SAID)
  expect((await standing(root)).row.undo).toBeNull()
  // sent once more it is the same step
  expect((await send(officer, root, '/urungkan', { versi })).status).toBe(303)
  // what changes something stands in its way
  const again = await send(officer, root, '/tanggapan', { tanggapan: 'Kami datang hari Kamis.' })
  expect(again.status).toBe(303)
  const liaison = await staff('liaison', DISHUB)
  const stood = String((await standing(root)).complaint.version)
  await send(liaison, root, '/catatan', { catatan: 'Sudah dipesan.' })
  expect((await send(officer, root, '/urungkan', { versi: stood })).status).toBe(409)
})

it('keeps every addition readable, page by page, also what a root heard before it was joined', async () => {
  const { root, member, verifier, officer } = await aPair()
  const [old, other] = [await handled(), await fileReport()]
  await send(verifier, other.number, '/penggabungan', { induk: old })
  await adds(other, 'Didengar oleh induk yang lama.')
  for (let i = 1; i <= 23; i++) await adds(member, `Tambahan nomor <${i}> dari sini.`)
  expect((await send(verifier, old, '/penggabungan', { induk: root })).status).toBe(303)
  await adds(other, 'Didengar oleh induk yang baru.')
  const seen = new Set<string>()
  let next: string | undefined = `/petugas/laporan/${root}`
  let pages = 0
  while (next && pages < 9) {
    const { html } = await look(officer, next)
    for (const [, n = ''] of html.matchAll(/Tambahan nomor &lt;(\d+)&gt;|Didengar oleh/g))
      seen.add(n)
    const talk = html.slice(html.indexOf('id="tambahan"'))
    if (/induk yang lama/.test(talk)) seen.add('lama')
    if (/induk yang baru/.test(talk)) seen.add('baru')
    next = /href="([^"]*tambahan=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    pages += 1
  }
  expect(next).toBeUndefined()
  expect(pages).toBe(1 + 25 / MOST_ADDITIONS)
  for (let i = 1; i <= 23; i++) expect(seen).toContain(String(i))
  for (const where of ['lama', 'baru']) expect(seen).toContain(where)
  expect(
    (await look(await staff('officer', 4), `/petugas/laporan/${root}?tambahan=semua`)).status,
  ).toBe(404)
})
