import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { publishCity } from '../../../src/db/publish-city.ts'
import { agency } from '../../../src/db/schema/city.ts'
import { attachment } from '../../../src/db/schema/filing.ts'
import { pictures } from '../../fixtures/pictures.ts'
import { fileReport, read } from '../../support/citizen.ts'
import { DISHUB } from '../../support/commands.ts'
import { send, staff, standing } from '../../support/desk.ts'
import { routing } from '../../support/desk-cases.ts'
import { request } from '../../support/request.ts'
import { world } from '../../support/world.ts'

it('keeps the proof of a closing that waits for the head from the reporter until it is approved', async () => {
  const { number, url, cookie } = await fileReport()
  const { db } = await world()
  await db.update(agency).set({ approval: true }).where(eq(agency.id, DISHUB))
  await publishCity(db)
  await send(await staff('verifier'), number, '/penerusan', routing)
  const officer = await staff('officer', DISHUB)
  await send(officer, number, '/penanganan')
  const closed = await send(officer, number, '/penutupan', {
    tanggapan: 'Tiga lampu sudah kami ganti pagi ini.',
    alasan: 'Lampu menyala lagi',
    berkas: new File([pictures.baselineJpeg], 'bukti.jpg', { type: 'image/jpeg' }),
  })
  expect([closed.status, closed.html]).toEqual([303, ''])
  const [file] = await db.select().from(attachment)
  const address = `${url}/berkas/${file?.id}`
  const open = () => request(address, { headers: { Cookie: cookie } })
  const waiting = await read(url, cookie)
  expect(waiting).not.toContain(address)
  const added = async () => (await read(`${url}/data.json`, cookie)).includes('Berkas ditambahkan')
  expect(await added()).toBe(false)
  expect((await open()).status).toBe(404)

  const draft = String((await standing(number)).complaint.version)
  const head = await staff('head', DISHUB)
  expect((await send(head, number, '/persetujuan', { pesan: draft })).status).toBe(303)
  await db.run('update message set visible_from = 1')
  await db.run('update complaint set undo = null')
  const page = await read(url, cookie)
  expect(page).toContain(address)
  expect(await added()).toBe(true)
  expect((await open()).status).toBe(200)
})
