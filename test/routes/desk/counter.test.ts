import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { randomBytes } from '../../../src/random.ts'
import { mintToken } from '../../../src/seal/form-token.ts'
import { DISHUB } from '../../support/commands.ts'
import { look, post, send, staff, standing } from '../../support/desk.ts'
import { fresh, routed, routing } from '../../support/desk-cases.ts'
import { request } from '../../support/request.ts'
import { aStaff, signedIn } from '../../support/staff.ts'
import { world } from '../../support/world.ts'

const atTheCounter = () => ({
  kiriman: mintToken(env.SERVER_SECRET, randomBytes, Date.now()),
  kanal: 'counter',
  isi: 'Parkir di pasar ditarik dua kali tanpa karcis, setiap hari Minggu.',
  tanggal: '2026-11-20',
  kategori: '4',
  kelurahan: '102',
  nama: 'Pak Udin',
  pemegang: 'tidak',
  nomor_lapor: '12345678',
})

const numberIn = (html: string) => /class="ref">([^<]+)</.exec(html)?.[1] ?? ''

it('files for somebody without a key, who is answered for by whoever filed', async () => {
  const [verifier, other] = [await staff('verifier'), await staff('liaison', DISHUB)]
  const form = atTheCounter()
  const receipt = await post(verifier, '/petugas/laporan-baru', form)
  const nomor = numberIn(receipt.html)
  expect(receipt.html).not.toContain('class="key"')
  expect(numberIn((await post(verifier, '/petugas/laporan-baru', form)).html)).toBe(nomor)
  const { complaint, row } = await standing(nomor)
  expect([complaint.channel, complaint.hasKeyHolder, complaint.filedBy]).toEqual([
    'counter',
    false,
    verifier.id,
  ])
  expect([row.laporNumber, row.keyHash]).toEqual(['12345678', null])
  expect((await look(verifier, '/petugas/antrean/laporan-saya')).html).toContain(nomor)
  await send(verifier, nomor, '/pertanyaan', { pertanyaan: 'Di pintu yang mana kejadiannya?' })
  const said = { langkah: 'answer', teks: 'Di pintu timur.' }
  expect((await send(other, nomor, '/atas-nama', said)).status).toBe(404)
  expect((await send(verifier, nomor, '/atas-nama', said)).status).toBe(303)
  await send(verifier, nomor, '/penerusan', routing)
  await send(other, nomor, '/penanganan')
  await send(other, nomor, '/penutupan', {
    tanggapan: 'Juru parkir sudah kami tegur dan ganti.',
    alasan: 'Sudah ditindak',
    kunjungan: '23 November, Pak Amir ke lokasi.',
  })
  expect((await send(other, nomor, '/atas-nama', { langkah: 'confirm' })).status).toBe(422)
  await send(verifier, nomor, '/atas-nama', { langkah: 'dispute', teks: 'Besoknya terjadi lagi.' })
  expect((await look(other, '/petugas/antrean/digugat')).html).toContain(nomor)
  expect(
    (await send(verifier, nomor, '/atas-nama', { langkah: 'withdraw', teks: '' })).status,
  ).toBe(303)
})

it('gives the key on the receipt when the reporter holds it, and keeps what was typed when it is short', async () => {
  const officer = await staff('officer', DISHUB)
  const full = await post(officer, '/petugas/laporan-baru', { ...atTheCounter(), pemegang: 'ya' })
  expect(full.html).toContain('class="key"')
  const short = await post(officer, '/petugas/laporan-baru', { ...atTheCounter(), isi: 'parkir' })
  expect(short.status).toBe(422)
  expect(short.html).toContain('value="Pak Udin"')
  expect((await look(await staff('auditor'), '/petugas/laporan-baru')).status).toBe(404)
})

it('files what its own form sends, and says beside each field what is wrong with it', async () => {
  const officer = await staff('officer', DISHUB)
  const page = (await look(officer, '/petugas/laporan-baru')).html
  const jenis = /name="jenis"[\s\S]*?<option value="([^"]+)"/.exec(page)?.[1] ?? ''
  const filed = await post(officer, '/petugas/laporan-baru', { ...atTheCounter(), jenis })
  expect(filed.status).toBe(200)
  const wrong = {
    ...{ jenis: 'x', kategori: '999', kelurahan: '999', opd: '999' },
    ...{ patokan: 'p'.repeat(1001), nama: 'n'.repeat(1001) },
  }
  const { status, html } = await post(officer, '/petugas/laporan-baru', {
    ...atTheCounter(),
    ...wrong,
  })
  expect(status).toBe(422)
  for (const name of Object.keys(wrong)) {
    expect(html).toContain(`href="#${name}"`)
    expect(html).toContain(`id="${name}-e"`)
  }
})

it('hands over a receipt that leads nowhere the staff cannot go', async () => {
  const verifier = await staff('verifier')
  const { html } = await post(verifier, '/petugas/laporan-baru', atTheCounter())
  const nomor = numberIn(html)
  expect(html).not.toContain('/laporan-saya/')
  expect(html).not.toContain(`/b/${nomor}`)
  expect(html).not.toContain('type="file"')
  expect(html).toContain('class="qr"')
  expect(html).toContain(`href="/petugas/laporan/${nomor}"`)
  expect((await look(verifier, `/petugas/laporan/${nomor}`)).status).toBe(200)
  const officer = await staff('officer', DISHUB)
  const kept = { ...atTheCounter(), pemegang: 'ya' }
  const unread = (await post(officer, '/petugas/laporan-baru', kept)).html
  expect(unread).not.toContain('href="/petugas/laporan/DMI')
  expect(unread).toContain('href="/petugas/laporan-baru"')
})

it('finds by number and by words, each within what may be read', async () => {
  const [verifier, liaison] = [await staff('verifier'), await staff('liaison', DISHUB)]
  const nomor = await routed({ categoryId: 3 }, {}, 'Gapura kembar roboh menimpa pagar warga.')
  const typed = nomor.toLowerCase().replaceAll('-', '')
  expect((await look(liaison, `/petugas/cari?q=${typed}`)).location).toBe(
    `/petugas/laporan/${nomor}`,
  )
  const labelled = encodeURIComponent(`Nomor laporan: ${nomor}, gapura`)
  expect((await look(liaison, `/petugas/cari?q=${labelled}`)).location).toBe(
    `/petugas/laporan/${nomor}`,
  )
  const elsewhere = await look(await staff('liaison', 3), `/petugas/cari?q=${typed}`)
  expect([elsewhere.status, elsewhere.location]).toEqual([200, null])
  expect((await look(liaison, '/petugas/cari?q=gapura+roboh')).html).toContain(nomor)
  expect((await look(await staff('liaison', 3), '/petugas/cari?q=gapura')).html).not.toContain(
    nomor,
  )
  expect((await look(liaison, '/petugas/cari?q=gapura&tahun=2025')).html).not.toContain(nomor)
  for (const hostile of [
    '"',
    'tokens:opd0',
    'a" OR "b',
    'NEAR(',
    '*',
    "'; drop table complaint",
    '- ( )',
  ])
    expect((await look(verifier, `/petugas/cari?q=${encodeURIComponent(hostile)}`)).status).toBe(
      200,
    )
})

it('does not let a search tell what an anonymous or supervisory report says', async () => {
  const [verifier, admin] = [await staff('verifier'), await staff('admin')]
  const nomor = await fresh({ anonymous: true }, 'Bendahara wangsa memotong honor kami semua.')
  expect((await look(admin, '/petugas/cari?q=wangsa')).html).not.toContain(nomor)
  expect((await look(verifier, '/petugas/cari?q=wangsa')).html).toContain(nomor)
  await send(verifier, nomor, '/penerusan', {
    ...routing,
    opd: '2',
    pengawasan: '1',
    rilis: 'tidak',
    judul_rilis: 'Honor dipotong',
    teks_saring: 'Honor dipotong bendahara.',
  })
  const inspector = await staff('inspectorate', 2)
  expect((await look(inspector, '/petugas/cari?q=wangsa')).html).not.toContain(nomor)
  expect((await look(inspector, '/petugas/cari?q=honor')).html).toContain(nomor)
  for (const outsider of [admin, verifier])
    expect((await look(outsider, '/petugas/cari?q=honor')).html).not.toContain(nomor)
  expect((await look(admin, '/petugas/antrean/semua')).html).not.toContain(nomor)
  expect((await look(await staff('auditor'), '/petugas/antrean/semua')).html).toContain(nomor)
})

it('lists dead letters to the administrator alone and sends them again', async () => {
  await world()
  await env.DB.prepare(
    "insert into outbox (dedupe, recipient, template, not_before, state, error) values ('x', 'agency', 'routed', 0, 'dead', 'kotak penuh')",
  ).run()
  const admin = await staff('admin')
  const { html } = await look(admin, '/petugas/kiriman-gagal')
  expect(html).toContain('kotak penuh')
  expect(html).toContain('Laporan diteruskan ke OPD')
  expect(html).toContain('Layanan e-mail menolak atau tidak menjawab.')
  const action = /action="(\/petugas\/kiriman-gagal\/\d+)"/.exec(html)?.[1] ?? ''
  expect((await post(await staff('verifier'), action, {})).status).toBe(404)
  expect((await post(admin, action, {})).status).toBe(303)
  expect(await env.DB.prepare("select state from outbox where dedupe = 'x'").first('state')).toBe(
    'waiting',
  )
})

it('stands behind sign-in, and greets each role with its first view', async () => {
  await world()
  expect((await request('/petugas/antrean/saya')).headers.get('location')).toContain(
    '/petugas/masuk',
  )
  await aStaff('verifier', null, 'verifikator@contoh.id')
  const Cookie = await signedIn('verifikator@contoh.id')
  const home = await request('/petugas', { headers: { Cookie } })
  expect(home.headers.get('location')).toBe('/petugas/antrean/belum-diverifikasi')
  const page = await request('/petugas/antrean/belum-diverifikasi', { headers: { Cookie } })
  expect(page.status).toBe(200)
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect(await page.text()).toContain('Belum diverifikasi')
  expect((await request('/petugas/antrean/koordinasi', { headers: { Cookie } })).status).toBe(404)
})

it('keeps an anonymous report from a verifier of the agency it is about', async () => {
  const nomor = await fresh(
    { anonymous: true, proposedAgencyId: DISHUB },
    'Juru parkir berkumis itu memungut dua kali setiap pagi.',
  )
  const own = await staff('verifier', DISHUB)
  expect((await look(own, '/petugas/cari?q=berkumis')).html).not.toContain(nomor)
  expect((await look(own, '/petugas/cari?q=berkum')).html).not.toContain(nomor)
  const other = await staff('verifier')
  expect((await look(other, '/petugas/cari?q=berkum')).html).toContain(nomor)
  await send(other, nomor, '/penerusan', {
    ...routing,
    judul_rilis: 'Pungutan ganda',
    teks_saring: 'Pungutan dilakukan dua kali.',
  })
  expect((await look(own, '/petugas/cari?q=berkumis')).html).not.toContain(nomor)
  expect((await look(own, '/petugas/cari?q=pungutan')).html).toContain(nomor)
})

it('takes no address of the staff as the reporter’s, and names all that is wrong at once', async () => {
  const officer = await staff('officer', DISHUB)
  const own = `${officer.id.toUpperCase()}@contoh.id`
  const wrong = { kanal: 'sms', isi: 'x', tanggal: '2099-01-01', kategori: 'zzz', opd: 'zzz' }
  const refused = await post(officer, '/petugas/laporan-baru', {
    ...atTheCounter(),
    ...wrong,
    kontak_email: own,
  })
  expect(refused.status).toBe(422)
  for (const name of [...Object.keys(wrong), 'kontak_email'])
    expect(refused.html).toContain(`href="#${name}"`)
  expect(refused.html).toContain('Alamat ini milik petugas.')
  expect(refused.html).toContain('value="Pak Udin"')
  const among = { ...atTheCounter(), kontak_telepon: own }
  expect((await post(officer, '/petugas/laporan-baru', among)).status).toBe(422)
})
