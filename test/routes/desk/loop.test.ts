import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { pictures } from '../../fixtures/pictures.ts'
import { DISHUB, PUPR } from '../../support/commands.ts'
import { look, send, staff, standing } from '../../support/desk.ts'
import { fresh, routing } from '../../support/desk-cases.ts'
import { give } from '../../support/handled.ts'
import { world } from '../../support/world.ts'

it('brings a report from the verifier through the agency to the reporter and back', async () => {
  const nomor = await fresh()
  const verifier = await staff('verifier')
  const liaison = await staff('liaison', DISHUB)
  const officer = await staff('officer', DISHUB)
  expect((await look(liaison, `/petugas/laporan/${nomor}`)).status).toBe(404)
  expect((await look(verifier, '/petugas/antrean/belum-diverifikasi')).html).toContain(nomor)
  const routed = await send(verifier, nomor, '/penerusan', routing)
  expect([routed.status, routed.html]).toEqual([303, ''])
  expect((await standing(nomor)).row.releasedTitle).toBe('Lampu jalan padam di Purnama')
  expect((await look(liaison, '/petugas/antrean/opd')).html).toContain(nomor)
  const assigned = await send(liaison, nomor, '/disposisi', { petugas: officer.id })
  expect([assigned.status, assigned.html]).toEqual([303, ''])
  expect((await look(officer, '/petugas/antrean/saya')).html).toContain(nomor)
  for (const [path, fields] of [
    ['/penanganan', {}],
    ['/catatan', { catatan: 'Sudah saya lihat di lapangan.' }],
    ['/prioritas', { prioritas: 'urgent' }],
    ['/tanggapan', { tanggapan: 'Terima kasih. Kami periksa besok pagi.' }],
  ] as const)
    expect((await send(officer, nomor, path, fields)).status).toBe(303)
  const picture = new File([pictures.baselineJpeg], 'bukti.jpg', { type: 'image/jpeg' })
  const closed = await send(officer, nomor, '/penutupan', {
    tanggapan: 'Tiga lampu sudah kami ganti pagi ini.',
    alasan: 'Lampu menyala lagi',
    berkas: picture,
  })
  expect([closed.status, closed.html]).toEqual([303, ''])
  const { complaint } = await standing(nomor)
  expect(complaint.state).toBe('awaiting_confirmation')
  expect((await look(officer, '/petugas/antrean/konfirmasi')).html).toContain(nomor)
  const { html } = await look(officer, `/petugas/laporan/${nomor}`)
  expect(html).toContain('Tiga lampu sudah kami ganti pagi ini.')
  expect(html).toContain('menulis catatan internal')
  expect(html).toContain('Foto 1')
  expect(await env.DB.prepare('select count(*) as n from outbox').first('n')).toBeGreaterThan(3)
})

it('returns, coordinates, refers, archives and takes out again', async () => {
  const [verifier, admin] = [await staff('verifier'), await staff('admin')]
  const [dishub, pupr] = [await staff('liaison', DISHUB), await staff('liaison', PUPR)]
  const nomor = await fresh()
  const away = { alasan: 'Ini jalan provinsi, bukan jalan kota.' }
  await send(verifier, nomor, '/penerusan', routing)
  const back = await send(dishub, nomor, '/pengembalian', { ...away, opd: String(PUPR) })
  expect(back.location).toMatch(/^\/petugas\?kabar=return&nomor=DMI/)
  await send(verifier, nomor, '/penerusan', { ...routing, opd: String(PUPR) })
  await send(pupr, nomor, '/pengembalian', { ...away, opd: String(DISHUB) })
  expect((await look(admin, '/petugas/antrean/koordinasi')).html).toContain(nomor)
  const refused = await send(verifier, nomor, '/penerusan', routing)
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('Hanya admin kota yang memutuskan')
  const settled = await send(admin, nomor, '/penerusan', { ...routing, rilis: 'tidak' })
  expect([settled.status, settled.html]).toEqual([303, ''])
  const other = await fresh()
  await send(verifier, other, '/arsip', { alasan: 'Isinya bukan laporan layanan.' })
  expect((await standing(other)).complaint.state).toBe('archived')
  await send(verifier, other, '/arsip/pembatalan', { alasan: 'Ternyata ada isinya.' })
  await send(verifier, other, '/rujukan', { teks: 'Ini wewenang PLN. Hubungi PLN 123.' })
  expect((await standing(other)).complaint.state).toBe('referred')
})

it('refers outside with a template alone, and shows an officer texts to begin with', async () => {
  const verifier = await staff('verifier')
  const nomor = await fresh()
  const { html } = await look(verifier, `/petugas/laporan/${nomor}`)
  const templat = /name="templat"[\s\S]*?<option value="(\d+)">Listrik/.exec(html)?.[1] ?? ''
  const unknown = await send(verifier, nomor, '/rujukan', { templat: 'Tidak ada', teks: '' })
  expect(unknown.status).toBe(422)
  expect((await send(verifier, nomor, '/rujukan', { templat, teks: '' })).status).toBe(303)
  expect((await look(verifier, `/petugas/laporan/${nomor}`)).html).toContain('Hubungi PLN 123')
  const other = await fresh()
  await send(verifier, other, '/penerusan', routing)
  const officer = await staff('officer', DISHUB)
  await send(officer, other, '/penanganan')
  const handled = await look(officer, `/petugas/laporan/${other}`)
  expect(handled.html).toContain('Templat tanggapan')
  expect(handled.html).toContain('Petugas akan memeriksa')
})

it('asks, and shows the clock standing still', async () => {
  const verifier = await staff('verifier')
  const nomor = await fresh()
  await send(verifier, nomor, '/pertanyaan', { pertanyaan: 'Di sebelah mana lampunya?' })
  const { html } = await look(verifier, '/petugas/antrean/menunggu-pelapor')
  expect(html).toContain(nomor)
  expect(html).toContain('menunggu pelapor')
})

it('merges under a root by its number, splits again, and withdraws a release', async () => {
  const verifier = await staff('verifier')
  const [root, member] = [await fresh(), await fresh()]
  const merged = await send(verifier, member, '/penggabungan', { induk: root.toLowerCase() })
  expect([merged.status, merged.html]).toEqual([303, ''])
  expect((await standing(root)).complaint.clusterSize).toBe(2)
  expect((await look(verifier, `/petugas/laporan/${root}`)).html).toContain(member)
  expect((await send(verifier, member, '/pemisahan')).status).toBe(422)
  const why = { alasan: 'Lampunya di jalan yang lain.' }
  expect((await send(verifier, member, '/pemisahan', why)).status).toBe(303)
  expect((await look(verifier, `/petugas/laporan/${member}`)).html).toContain(why.alasan)
  expect((await standing(root)).complaint.clusterSize).toBe(1)
  await send(verifier, root, '/penerusan', routing)
  await send(verifier, root, '/rilis/penarikan', { alasan: 'Memuat nama orang.' })
  expect((await standing(root)).complaint.release.status).toBe('withdrawn')
  const again = await send(verifier, root, '/rilis', {
    judul_rilis: 'Lampu padam',
    teks_rilis: 'Tiga lampu padam di depan sekolah.',
  })
  expect([again.status, again.html]).toEqual([303, ''])
  expect((await standing(root)).row.releasedText).toBe('Tiga lampu padam di depan sekolah.')
})

it('lets the leader remind and nobody else', async () => {
  const [verifier, leader] = [await staff('verifier'), await staff('leader')]
  const nomor = await fresh()
  await send(verifier, nomor, '/penerusan', routing)
  const words = { pesan: 'Mohon segera ditangani minggu ini.' }
  expect((await send(leader, nomor, '/teguran', words)).status).toBe(303)
  const refused = await send(verifier, nomor, '/teguran', words)
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('Peran Anda tidak mencakup')
})

it('takes as evidence what the agency itself attached for this round of work', async () => {
  const [verifier, admin] = [await staff('verifier'), await staff('admin')]
  const [dishub, pupr] = [await staff('liaison', DISHUB), await staff('liaison', PUPR)]
  const nomor = await fresh()
  const photo = (bytes: Uint8Array) => new File([bytes], 'a.jpg', { type: 'image/jpeg' })
  const closing = { tanggapan: 'Lampu sudah kami ganti semua.', alasan: 'Menyala lagi' }
  await send(verifier, nomor, '/penerusan', routing)
  await send(dishub, nomor, '/penanganan')
  expect(
    (await send(dishub, nomor, '/berkas', { berkas: photo(pictures.baselineJpeg) })).status,
  ).toBe(303)
  expect(
    (await send(dishub, nomor, '/berkas', { berkas: photo(pictures.baselineJpeg) })).status,
  ).toBe(303)
  await send(dishub, nomor, '/pengembalian', {
    alasan: 'Ini lampu taman, bukan lampu jalan.',
    opd: String(PUPR),
  })
  await send(admin, nomor, '/penerusan', { ...routing, rilis: 'tidak', opd: String(PUPR) })
  await send(verifier, nomor, '/penerusan', { ...routing, opd: String(PUPR) })
  await send(pupr, nomor, '/penanganan')
  expect((await send(pupr, nomor, '/penutupan', closing)).html).toContain('Tambahkan')
  const again = await send(pupr, nomor, '/penutupan', {
    ...closing,
    berkas: photo(pictures.baselineJpeg),
  })
  expect([again.status, again.html.includes('Berkas ini sudah ada di laporan')]).toEqual([
    422,
    true,
  ])
  expect(again.html).toContain(closing.tanggapan)
  const done = await send(pupr, nomor, '/penutupan', {
    ...closing,
    berkas: photo(pictures.progressiveJpeg),
  })
  expect([done.status, done.html]).toEqual([303, ''])
})

/** As such a report lay before the administrator's desk was parted from the verifiers'. */
const onVerifiersDesk = async (nomor: string) => {
  const { id } = (await standing(nomor)).complaint
  await env.DB.prepare(
    'update assignment set agency_id = 0 where complaint_id = ? and agency_id < 0',
  )
    .bind(id)
    .run()
  return id
}

it('puts what only the administrator decides on a desk of its own, with its due day', async () => {
  const [verifier, admin] = [await staff('verifier'), await staff('admin')]
  const nomor = await fresh()
  for (const agency of [DISHUB, PUPR]) {
    await send(verifier, nomor, '/penerusan', { ...routing, opd: String(agency) })
    const other = agency === DISHUB ? PUPR : DISHUB
    const back = { alasan: 'Ini jalan provinsi, bukan jalan kota.', opd: String(other) }
    await send(await staff('liaison', agency), nomor, '/pengembalian', back)
  }
  const open = async () => {
    const { id } = (await standing(nomor)).complaint
    const { results } = await env.DB.prepare(
      'select agency_id as desk from assignment where complaint_id = ? and open = 1',
    )
      .bind(id)
      .all()
    return results
  }
  const due = /class="due /
  const rowIn = async (view: string) => {
    const { html } = await look(
      view === 'koordinasi' ? admin : verifier,
      `/petugas/antrean/${view}`,
    )
    return html.split('<li').find((row) => row.includes(nomor)) ?? ''
  }
  expect(await open()).toEqual([{ desk: -2 }])
  expect(await rowIn('koordinasi')).toMatch(due)
  expect(await rowIn('belum-diverifikasi')).toBe('')
  const id = await onVerifiersDesk(nomor)
  expect(await rowIn('koordinasi')).toMatch(due)
  await give(await world(), id, { kind: 'timer' }, Date.now(), { name: 'reindex' })
  expect(await open()).toEqual([{ desk: -2 }])
  await onVerifiersDesk(nomor)
  await send(admin, nomor, '/penerusan', { ...routing, rilis: 'tidak' })
  expect(await open()).toEqual([{ desk: DISHUB }])
})
