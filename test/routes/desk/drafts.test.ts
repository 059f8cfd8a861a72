import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { publishCity } from '../../../src/db/publish-city.ts'
import { agency } from '../../../src/db/schema/city.ts'
import { DISHUB, INSPEKTORAT } from '../../support/commands.ts'
import { look, send, staff, standing } from '../../support/desk.ts'
import { handled } from '../../support/desk-cases.ts'
import { unheard } from '../../support/step-ways.ts'
import { world } from '../../support/world.ts'

const approving = async (approval: boolean) => {
  const { db } = await world()
  await db.update(agency).set({ approval }).where(eq(agency.id, DISHUB))
  await publishCity(db)
}

beforeAll(() => approving(true))
afterAll(() => approving(false))

const DRAFT = 'Draf tanggapan dari petugas di lapangan.'
const page = (nomor: string) => `/petugas/laporan/${nomor}`
const QUEUE = '/petugas/antrean/persetujuan'

it('takes a draft that was sent back out of the head’s queue and keeps its words for the author', async () => {
  const nomor = await handled()
  const [officer, head] = [await staff('officer', DISHUB), await staff('head', DISHUB)]
  await send(officer, nomor, '/tanggapan', { tanggapan: DRAFT })
  const second = await send(officer, nomor, '/tanggapan', { tanggapan: `${DRAFT} Lagi.` })
  expect(second.status).toBe(422)
  expect(second.html).toContain('Satu draf masih menunggu persetujuan')
  expect((await look(head, QUEUE)).html).toContain(nomor)
  const alasan = 'Sebutkan tanggal pengerjaannya.'
  expect((await send(head, nomor, '/draf/pengembalian', { alasan })).status).toBe(303)
  expect((await look(head, QUEUE)).html).not.toContain(nomor)
  const { html } = await look(officer, page(nomor))
  for (const shown of [DRAFT, alasan, 'draf, tidak dikirim']) expect(html).toContain(shown)
  expect((await send(officer, nomor, '/tanggapan', { tanggapan: DRAFT })).status).toBe(303)
})

it('lets the head change a draft and send it as their own', async () => {
  const nomor = await handled()
  const [officer, head] = [await staff('officer', DISHUB), await staff('head', DISHUB)]
  await send(officer, nomor, '/tanggapan', { tanggapan: DRAFT })
  const form = (await look(head, page(nomor))).html
  expect(form).toContain('Ubah draf, lalu kirim')
  expect(form).toContain(`${DRAFT}</textarea>`)
  expect((await look(officer, page(nomor))).html).not.toContain(`${DRAFT}</textarea>`)
  await send(head, nomor, '/tanggapan', { tanggapan: `${DRAFT} Besok selesai.` })
  expect((await standing(nomor)).complaint.draft).toBeNull()
  expect((await look(head, QUEUE)).html).not.toContain(nomor)
})

it('lets the author take a draft back', async () => {
  const nomor = await handled()
  const officer = await staff('officer', DISHUB)
  await send(officer, nomor, '/tanggapan', { tanggapan: DRAFT })
  expect((await look(officer, page(nomor))).html).toContain('Tarik draf')
  expect((await send(officer, nomor, '/draf/penarikan')).status).toBe(303)
  expect((await look(officer, page(nomor))).html).not.toContain('Tarik draf')
})

it('ends a supervisory case by Inspektorat’s reason and the leader’s signature', async () => {
  const nomor = await unheard()
  const inspector = await staff('inspectorate', INSPEKTORAT)
  const leader = await staff('leader')
  const alasan = 'Temuan sudah ditindaklanjuti dan pelapor tidak menjawab.'
  expect((await send(leader, nomor, '/keputusan', { alasan })).status).toBe(422)
  expect((await send(inspector, nomor, '/keputusan', { alasan })).status).toBe(303)
  const seq = (await standing(nomor)).complaint.draft?.seq
  expect((await look(leader, '/petugas/antrean/tanda-tangan')).html).toContain(nomor)
  const pesan = String(seq)
  expect((await send(inspector, nomor, '/persetujuan', { pesan })).status).toBe(422)
  const shown = (await look(leader, page(nomor))).html
  for (const words of [alasan, 'Tanda tangani keputusan']) expect(shown).toContain(words)
  expect((await send(leader, nomor, '/persetujuan', { pesan })).status).toBe(303)
  expect((await standing(nomor)).complaint).toMatchObject({ state: 'closed', draft: null })
})
