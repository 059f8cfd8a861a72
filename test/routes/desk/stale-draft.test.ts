import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { publishCity } from '../../../src/db/publish-city.ts'
import { agency } from '../../../src/db/schema/city.ts'
import { DISHUB } from '../../support/commands.ts'
import { look, send, staff, standing } from '../../support/desk.ts'
import { handled } from '../../support/desk-cases.ts'
import { give } from '../../support/handled.ts'
import { world } from '../../support/world.ts'

beforeAll(async () => {
  const { db } = await world()
  await db.update(agency).set({ approval: true }).where(eq(agency.id, DISHUB))
  await publishCity(db)
})

test('a closure drafted before the reporter disputed is no longer the head’s to send', async () => {
  const nomor = await handled()
  const [officer, head] = [await staff('officer', DISHUB), await staff('head', DISHUB)]
  const closing = (tanggapan: string, by = officer) =>
    send(by, nomor, '/penutupan', {
      tanggapan,
      alasan: 'Pekerjaan sudah selesai.',
      kunjungan: 'Kami datang pada 23 November, dua orang.',
    })
  const drafts = async () =>
    [
      ...(await look(head, `/petugas/laporan/${nomor}`)).html.matchAll(
        /name="pesan" value="(\d+)"/g,
      ),
    ].map(([, seq]) => seq ?? '')
  const approve = (pesan: string) => send(head, nomor, '/persetujuan', { pesan })
  await closing('Lampunya sudah kami periksa, ini draf pertama.')
  const [first = ''] = await drafts()
  expect((await closing('Lampunya sudah kami ganti, kata kepala sendiri.', head)).status).toBe(303)
  const { complaint } = await standing(nomor)
  const dispute = { name: 'dispute' as const, text: 'Lampunya masih padam.' }
  await give(await world(), complaint.id, { kind: 'reporter' }, Date.now(), dispute)
  expect(await drafts()).toEqual([])
  expect((await approve(first)).status).toBe(422)
  expect((await standing(nomor)).complaint.state).toBe('in_progress')
  await closing('Sekarang kabelnya juga sudah kami ganti.')
  const [fresh = ''] = await drafts()
  expect((await approve(fresh)).status).toBe(303)
})
