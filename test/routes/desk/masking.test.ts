import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { dossierByReference } from '../../../src/db/dossier.ts'
import { HOUR } from '../../../src/domain/time/time.ts'
import { addedSince } from '../../../src/sights/added.ts'
import { publicSight } from '../../../src/sights/public.ts'
import { reporterSight } from '../../../src/sights/reporter.ts'
import { DISHUB } from '../../support/commands.ts'
import { look, send, staff, standing } from '../../support/desk.ts'
import { fresh, handled } from '../../support/desk-cases.ts'
import { world } from '../../support/world.ts'

const NAMED = 'Lampu di rumah Bu Ijah sudah kami ganti.'
const WHY = 'Bu Ijah sendiri yang memeriksanya.'
const MASKED = 'Lampu di tempat itu sudah kami ganti.'
const REASON = 'Ada nama warga di dalamnya.'

const OUTSIDE = [reporterSight, publicSight, addedSince]

/** What everybody outside reads of it an hour from now. */
async function outside(nomor: string) {
  const { db, city } = await world()
  const d = await dossierByReference(db, nomor)
  if (!d) throw new Error('gone')
  return OUTSIDE.map((sight) => JSON.stringify(sight(d, city, Date.now() + HOUR)))
}

/** Replied to with a name in the words, or said to be done with one; the number of that step. */
async function said(path: '/tanggapan' | '/penutupan') {
  const nomor = await handled()
  const officer = await staff('officer', DISHUB)
  const visit = { alasan: WHY, kunjungan: 'Kami datang dan melihat sendiri.' }
  const closing = path === '/penutupan' ? visit : {}
  const answer = await send(officer, nomor, path, { tanggapan: NAMED, ...closing })
  expect([answer.status, answer.html]).toEqual([303, ''])
  const pesan = String((await standing(nomor)).complaint.version)
  return { nomor, officer, pesan }
}

it('tells everybody that a visit is one, under the reason that it is kept with', async () => {
  const { nomor } = await said('/penutupan')
  for (const sight of await outside(nomor))
    expect(sight).toContain(`${WHY}\\n\\nCatatan kunjungan: Kami datang dan melihat sendiri.`)
})

for (const path of ['/tanggapan', '/penutupan'] as const)
  it(`masks what was sent for everybody but the staff: ${path}`, async () => {
    const { nomor, officer, pesan } = await said(path)
    const verifier = await staff('verifier')
    for (const sight of await outside(nomor)) expect(sight).toContain('Bu Ijah')
    const form = (await look(verifier, `/petugas/laporan/${nomor}`)).html
    expect(form).toContain(`id="langkah-mask-${pesan}"`)
    const fields = { pesan, teks: MASKED, alasan: REASON }
    const sent = await send(verifier, nomor, '/penyamaran', fields)
    expect([sent.status, sent.html]).toEqual([303, ''])
    for (const sight of await outside(nomor)) {
      expect(sight).not.toContain('Bu Ijah')
      expect(sight).toContain(MASKED)
    }
    const { html } = await look(officer, `/petugas/laporan/${nomor}`)
    for (const words of [NAMED, MASKED, REASON, 'menyamarkan satu tulisan'])
      expect(html).toContain(words)
  })

it('keeps the masked text from whoever reads the report that it was joined to', async () => {
  const { nomor, pesan } = await said('/tanggapan')
  const member = await fresh()
  const verifier = await staff('verifier')
  const joined = await send(verifier, member, '/penggabungan', { induk: nomor })
  expect([joined.status, joined.html]).toEqual([303, ''])
  expect((await outside(member))[0]).toContain('Bu Ijah')
  await send(verifier, nomor, '/penyamaran', { pesan, teks: MASKED, alasan: REASON })
  expect((await outside(member))[0]).not.toContain('Bu Ijah')
  expect((await outside(member))[0]).toContain(MASKED)
})

it('has the history vouch for the masked text', async () => {
  const { nomor, pesan } = await said('/tanggapan')
  const fields = { pesan, teks: MASKED, alasan: REASON }
  await send(await staff('verifier'), nomor, '/penyamaran', fields)
  const written = await env.DB.prepare(
    "select written from event join complaint c on c.id = complaint_id where c.reference = ? and type = 'mask'",
  )
    .bind(nomor)
    .first<string>('written')
  expect(Object.keys(JSON.parse(written ?? '{}'))).toContain(`message ${pesan}`)
})

it('masks no words but those that the staff sent', async () => {
  const { nomor, officer, pesan } = await said('/tanggapan')
  await send(officer, nomor, '/catatan', { catatan: 'Catatan untuk kami saja.' })
  const verifier = await staff('verifier')
  const note = String((await standing(nomor)).complaint.version)
  for (const other of [note, '1', '99']) {
    const fields = { pesan: other, teks: MASKED, alasan: REASON }
    expect((await send(verifier, nomor, '/penyamaran', fields)).status).toBe(422)
  }
  const fields = { pesan, teks: MASKED, alasan: REASON }
  expect((await send(officer, nomor, '/penyamaran', fields)).status).toBe(422)
  expect((await send(verifier, nomor, '/penyamaran', { ...fields, teks: '' })).status).toBe(422)
  expect((await send(verifier, nomor, '/penyamaran', { ...fields, alasan: '' })).status).toBe(422)
  expect((await outside(nomor))[0]).toContain('Bu Ijah')
})
