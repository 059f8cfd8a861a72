import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { hasReports } from '../../../src/db/city-use.ts'
import { database } from '../../../src/db/database.ts'
import { retention } from '../../../src/jobs/retention.ts'
import { jobWorld } from '../../../src/jobs/world.ts'
import { randomBytes } from '../../../src/random.ts'
import { mintToken } from '../../../src/seal/form-token.ts'
import { channels } from '../../../src/words/id/states.ts'
import { DISHUB } from '../../support/commands.ts'
import { look, post, send, staff, standing } from '../../support/desk.ts'
import { fresh, routing } from '../../support/desk-cases.ts'
import { rows } from '../../support/handled.ts'
import { request } from '../../support/request.ts'

const atrial = () => ({
  kiriman: mintToken(env.SERVER_SECRET, randomBytes, Date.now()),
  kanal: 'test',
  isi: 'Percobaan: lampu jalan padam di depan kantor kami sejak kemarin.',
  tanggal: '2026-11-20',
  kategori: '4',
  kelurahan: '102',
  pemegang: 'tidak',
})
const numberIn = (html: string) => /class="ref">([^<]+)</.exec(html)?.[1] ?? ''
const figures = () => rows('select * from figure')

it('a test report goes the whole way, marked, seen by no public and counted by no figure', async () => {
  const [admin, verifier] = [await staff('admin'), await staff('verifier')]
  const officer = await staff('liaison', DISHUB)
  const before = await figures()
  const receipt = await post(admin, '/petugas/laporan-baru', atrial())
  const nomor = numberIn(receipt.html)
  expect(receipt.html).toContain('[Uji] Percobaan')
  const { html } = await look(verifier, `/petugas/laporan/${nomor}`)
  expect(html).toContain('[Uji] Percobaan')
  expect(html).toContain(channels.test)
  expect(await hasReports(database(env.DB))).toBe(false)

  const open = await send(verifier, nomor, '/penerusan', { ...routing, rilis: 'ya' })
  expect(open.status).toBe(422)
  await send(verifier, nomor, '/penerusan', { ...routing, rilis: 'tidak' })
  await send(officer, nomor, '/penanganan')
  await send(officer, nomor, '/tanggapan', {
    tanggapan: 'Tim kami turun besok pagi, pukul delapan.',
  })
  expect((await standing(nomor)).complaint.state).toBe('in_progress')
  expect((await request(`/laporan/${nomor}`)).status).toBe(404)
  expect(await (await request('/laporan')).text()).not.toContain(nomor)
  expect(await figures()).toEqual(before)

  const said = { langkah: 'withdraw', teks: 'Percobaan ini selesai.' }
  expect((await send(admin, nomor, '/atas-nama', said)).status).toBe(303)
  await retention(await jobWorld(env, Date.now()))
  const { row, complaint } = await standing(nomor)
  expect([complaint.state, row.title, row.text]).toEqual(['withdrawn', null, null])
  expect(await figures()).toEqual(before)
})

it('is for an administrator alone: nobody else can hide a person’s report in it', async () => {
  const verifier = await staff('verifier')
  const { html } = await look(verifier, '/petugas/laporan-baru')
  expect(html).not.toContain('value="test"')
  expect((await post(verifier, '/petugas/laporan-baru', atrial())).status).toBe(422)
  expect((await look(await staff('admin'), '/petugas/laporan-baru')).html).toContain('value="test"')
})

it('no person’s report is joined to it, and it is joined to none', async () => {
  const [admin, verifier] = [await staff('admin'), await staff('verifier')]
  const trial = numberIn((await post(admin, '/petugas/laporan-baru', atrial())).html)
  const real = await fresh({ confidential: true })
  for (const [one, other] of [
    [trial, real],
    [real, trial],
  ] as const) {
    const answer = await send(verifier, one, '/penggabungan', { induk: other })
    expect(answer.status).toBe(422)
  }
})
