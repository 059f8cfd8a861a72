import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { publishCity } from '../../../src/db/publish-city.ts'
import { agency } from '../../../src/db/schema/city.ts'
import { DISHUB, INSPEKTORAT, PUPR } from '../../support/commands.ts'
import { look, send, staff, standing } from '../../support/desk.ts'
import { handled, routed, routing } from '../../support/desk-cases.ts'
import { world } from '../../support/world.ts'

const back = (opd: number) => ({ alasan: 'Bukan wewenang kami sama sekali.', opd: String(opd) })

it('lets no head send what another agency drafted and left behind', async () => {
  const { db } = await world()
  for (const id of [DISHUB, PUPR])
    await db.update(agency).set({ approval: true }).where(eq(agency.id, id))
  await publishCity(db)
  const nomor = await handled()
  await send(await staff('officer', DISHUB), nomor, '/tanggapan', {
    tanggapan: 'Rancangan dinas perhubungan yang belum disetujui.',
  })
  const draft = (await standing(nomor)).complaint.version
  await send(await staff('liaison', DISHUB), nomor, '/pengembalian', back(PUPR))
  await send(await staff('verifier'), nomor, '/penerusan', { ...routing, opd: String(PUPR) })
  await send(await staff('officer', PUPR), nomor, '/penanganan')
  const head = await staff('head', PUPR)
  expect((await look(head, `/petugas/laporan/${nomor}`)).html).not.toContain(`approve-${draft}`)
  const sent = await send(head, nomor, '/persetujuan', { pesan: String(draft) })
  expect(sent.status).toBe(422)
})

it('shows the administrator a supervisory case that only they may route', async () => {
  const nomor = await routed({}, { pengawasan: '1', opd: String(INSPEKTORAT), rilis: 'tidak' })
  const inspector = await staff('inspectorate', INSPEKTORAT)
  const admin = await staff('admin')
  const again = { ...routing, pengawasan: '1', opd: String(INSPEKTORAT), rilis: 'tidak' }
  expect((await send(inspector, nomor, '/pengembalian', back(DISHUB))).status).toBe(303)
  expect((await look(admin, '/petugas/antrean/koordinasi')).html).not.toContain(nomor)
  expect((await send(await staff('verifier'), nomor, '/penerusan', again)).status).toBe(303)
  expect((await send(inspector, nomor, '/pengembalian', back(DISHUB))).status).toBe(303)
  expect((await look(admin, '/petugas/antrean/koordinasi')).html).toContain(nomor)
})
