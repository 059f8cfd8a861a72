import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { dossierByReference } from '../../../src/db/dossier.ts'
import { complaint } from '../../../src/db/schema/complaint.ts'
import { pictures } from '../../fixtures/pictures.ts'
import { DISHUB, PUPR } from '../../support/commands.ts'
import { send, staff, standing } from '../../support/desk.ts'
import { routed, routing } from '../../support/desk-cases.ts'
import { request } from '../../support/request.ts'
import { world } from '../../support/world.ts'

const LATER = 'Pak Budi di Jalan Sudirman 12 yang melapor, ini salinan yang keliru.'

const returned = async () => {
  const nomor = await routed()
  const liaison = await staff('liaison', DISHUB)
  const back = await send(liaison, nomor, '/pengembalian', {
    alasan: 'Ini jalan milik dinas lain.',
    opd: String(PUPR),
  })
  expect(back.status).toBe(303)
  return nomor
}

const page = async (nomor: string) => (await request(`/laporan/${nomor}`)).text()

it('holds the new words of a second routing back for the seconds of undo', async () => {
  const nomor = await returned()
  const { db } = await world()
  await db.update(complaint).set({ publicFrom: 1 }).where(eq(complaint.reference, nomor))
  expect(await page(nomor)).toContain(routing.teks_rilis)
  const again = await send(await staff('verifier'), nomor, '/penerusan', {
    ...routing,
    opd: String(PUPR),
    teks_rilis: LATER,
  })
  expect(again.status).toBe(303)
  expect(await page(nomor)).not.toContain('Pak Budi')
})

it('puts the released words back when a second routing is undone', async () => {
  const nomor = await returned()
  const verifier = await staff('verifier')
  await send(verifier, nomor, '/penerusan', { ...routing, opd: String(PUPR), teks_rilis: LATER })
  const undone = await send(verifier, nomor, '/urungkan')
  expect(undone.status).toBe(200)
  const { row, complaint: now } = await standing(nomor)
  expect(now.release.status).toBe('released')
  expect(row.releasedText).toBe(routing.teks_rilis)
  expect(await page(nomor)).not.toContain('Pak Budi')
  expect(await page(nomor)).toContain(routing.teks_rilis)
})

it('puts the photos back where they were when a second routing is undone', async () => {
  const nomor = await returned()
  const verifier = await staff('verifier')
  await send(verifier, nomor, '/berkas', { berkas: new File([pictures.baselineJpeg], 'a.jpg') })
  const load = async () => (await dossierByReference((await world()).db, nomor))?.attachments ?? []
  const [photo] = await load()
  await send(verifier, nomor, '/penerusan', {
    ...routing,
    opd: String(PUPR),
    foto: photo?.id ?? '',
  })
  expect((await load())[0]?.isPublic).toBe(true)
  await send(verifier, nomor, '/urungkan')
  expect((await load())[0]?.isPublic).toBe(false)
})
