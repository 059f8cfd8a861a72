import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { publishCity } from '../../../src/db/publish-city.ts'
import { agency } from '../../../src/db/schema/city.ts'
import { DISHUB } from '../../support/commands.ts'
import { look, send, staff } from '../../support/desk.ts'
import { fresh, handled, routing } from '../../support/desk-cases.ts'
import { world } from '../../support/world.ts'

const PERSONAL = 'Sudah kami tangani atas nama Budi, NIK 1472010101010001, telepon 0812 3456 7890.'
const GAP = 'Petugas kami memeriksa [apa] pada [hari, tanggal]. Hasilnya kami tulis di sini.'

const sureIn = (html: string) => /name="yakin" value="([^"]+)"/.exec(html)?.[1] ?? ''
const officer = () => staff('officer', DISHUB)

test.each([
  ['personal data', PERSONAL, '1472010101010001, 0812 3456 7890'],
  ['a gap of a template', GAP, '[apa], [hari, tanggal]'],
])('asks before %s goes public, and keeps the words', async (_, tanggapan, named) => {
  const nomor = await handled()
  const asked = await send(await officer(), nomor, '/tanggapan', { tanggapan })
  expect(asked.status).toBe(422)
  expect(asked.html).toContain(named)
  expect(asked.html).toContain(`>${tanggapan}</textarea>`)
  expect(asked.html).toContain('Kirim juga')
  const yakin = sureIn(asked.html)
  const other = { tanggapan: `${tanggapan} Hubungi 0813 9999 1111.`, yakin }
  expect((await send(await officer(), nomor, '/tanggapan', other)).status).toBe(422)
  // as browsers send a line's end
  const sure = { tanggapan, yakin: yakin.replaceAll('\n', '\r\n') }
  expect((await send(await officer(), nomor, '/tanggapan', sure)).status).toBe(303)
  const { html } = await look(await officer(), `/petugas/laporan/${nomor}`)
  expect(html).toContain(tanggapan)
})

test('asks the same of every text that others will read', async () => {
  const nomor = await handled()
  const closing = { tanggapan: 'Tiga lampu sudah kami ganti pagi ini.', alasan: 'Lampu menyala.' }
  for (const field of ['tanggapan', 'alasan', 'kunjungan']) {
    const visit = { kunjungan: 'Selasa pagi, dua petugas.' }
    const fields = { ...closing, ...visit, [field]: PERSONAL }
    const asked = await send(await officer(), nomor, '/penutupan', fields)
    expect([asked.status, asked.html.includes(`id="propose_closure-${field}-e"`)], field).toEqual([
      422,
      true,
    ])
  }
  const other = await fresh()
  const fields = { ...routing, teks_rilis: PERSONAL }
  expect((await send(await staff('verifier'), other, '/penerusan', fields)).status).toBe(422)
  const notShown = { ...fields, rilis: 'tidak' }
  expect((await send(await staff('verifier'), other, '/penerusan', notShown)).status).toBe(303)
})

test('an internal note and a question are nobody else’s to read: nothing is asked', async () => {
  const nomor = await handled()
  expect((await send(await officer(), nomor, '/catatan', { catatan: PERSONAL })).status).toBe(303)
  const question = { pertanyaan: 'Apakah 0812 3456 7890 masih nomor Anda?' }
  expect((await send(await officer(), nomor, '/pertanyaan', question)).status).toBe(303)
})

test('what is sent is said to be sent, and what waits for the head to wait', async () => {
  const by = await officer()
  const reply = async (nomor: string) => {
    const tanggapan = 'Kami periksa besok pagi, pukul delapan.'
    const { location } = await send(by, nomor, '/tanggapan', { tanggapan })
    return (await look(by, location)).html
  }
  const sent = await reply(await handled())
  expect(sent).toContain('Tanggapan terkirim.')
  const { db } = await world()
  await db.update(agency).set({ approval: true }).where(eq(agency.id, DISHUB))
  await publishCity(db)
  const waiting = await reply(await handled())
  expect(waiting).toContain('menunggu persetujuan kepala')
  expect(waiting).not.toContain('Tanggapan terkirim')
  await db.update(agency).set({ approval: false }).where(eq(agency.id, DISHUB))
  await publishCity(db)
})

test('no list, heading or tab shows what the words themselves mark as personal', async () => {
  const nomor = await fresh(
    {},
    `NIK saya 1472010101010001 dipakai orang lain untuk bantuan sosial.`,
  )
  const verifier = await staff('verifier')
  const { html } = await look(verifier, `/petugas/laporan/${nomor}`)
  expect(/<title>(.*?)<\/title>/.exec(html)?.[1]).not.toContain('1472010101010001')
  expect(/<h1>(.*?)<\/h1>/.exec(html)?.[1]).toContain('[NIK disamarkan]')
  const list = (await look(verifier, '/petugas/antrean/belum-diverifikasi')).html
  expect(list).not.toContain('1472010101010001')
})
