import { expect, test } from 'vitest'
import { afterUndo, expectNothingPersonal, letterOf, linkIn } from './support/letters.ts'
import { newPage, screenshot } from './support/pages.ts'
import { fetchSite, readMail } from './support/site.ts'
import { fileReport, openCase, openStatus, photosOf, send, signIn, step } from './support/steps.ts'

const read = async (path: string) => (await fetchSite(path)).text()

/** The large number beside a label on the agency's page. */
const figure = async (label: string): Promise<number> => {
  const html = await read('/opd/dinas-perhubungan')
  return Number(new RegExp(`${label}</dt><dd>(\\d+)`).exec(html)?.[1] ?? 0)
}

const badge = async () => read('/widget/dinas-perhubungan/lencana.svg')

test.each([
  { javaScript: false, run: 'polos' },
  { javaScript: true, run: 'js' },
])(
  'a report goes its whole way on a phone, from the form to the public page (JavaScript: $javaScript)',
  async ({ javaScript, run }) => {
    const open = () => newPage({ width: 360, javaScript })
    const shot = (page: Awaited<ReturnType<typeof open>>, name: string) =>
      screenshot(page, `perjalanan-${run}-${name}`)
    const words = {
      text: `Lampu jalan padam di depan rumah Cik Serindit ${run}. Telepon saya 0812 0000 7788.`,
      landmark: 'seberang masjid Al-Serindit',
      name: `Rosmaini Serindit ${run}`,
      phone: '081200007788',
      email: `rosmaini.${run}@contoh.id`,
    }
    const secrets = [words.text, words.name, words.phone, words.email, 'Serindit', '0812 0000']
    const before = { received: await figure('laporan diterima'), badge: await badge() }

    // the citizen files, and adds two photos from the receipt
    const citizen = await open()
    const lodged = await fileReport(citizen, words)
    const { reference } = lodged
    expect(await citizen.title()).toContain('kami terima')
    await shot(citizen, '01-tanda-terima')
    await citizen.locator('#berkas').setInputFiles(await photosOf('rumah serindit.png', 'b.png'))
    await citizen.getByRole('button', { name: 'Unggah' }).click()
    await citizen.getByText('Berkas Anda tersimpan.').waitFor()
    expect(await citizen.getByRole('link', { name: /^Foto \d/ }).count()).toBe(2)
    await shot(citizen, '02-status-dengan-foto')
    await afterUndo()
    expect((await letterOf(words.email, reference, 'kami terima')).text).toContain('Kode akses')
    expect(await read(`/laporan/${reference}`)).not.toContain('Serindit')

    // the verifier releases a clean copy with one photo and routes
    const verifier = await open()
    await signIn(verifier, 'verifikator')
    await shot(verifier, '03-antrean-verifikator')
    await openCase(verifier, 'belum-diverifikasi', reference)
    await shot(verifier, '04-kasus-verifikator')
    const routing = await step(verifier, 'route')
    await routing.locator('#route-judul_rilis').fill(`Lampu jalan padam di Purnama ${run}`)
    await routing.locator('#route-teks_rilis').fill('Lampu jalan padam sejak sembilan hari lalu.')
    await routing.locator('input[name=rilis][value=ya]').check()
    await routing.locator('input[name=foto]').first().check()
    await send(verifier, 'Teruskan')
    await afterUndo()
    const routed = await letterOf(words.email, reference, 'diteruskan')
    expect(routed.text).toContain('Dinas Perhubungan')
    await letterOf('penghubung.dishub', reference, 'Laporan baru')

    // the officer takes it up and asks twice; answered once with number and key, once by the link
    const officer = await open()
    await signIn(officer, 'petugas1.dishub')
    await openCase(officer, 'opd', reference)
    await step(officer, 'take_up')
    await send(officer, 'Tangani laporan')
    await (await step(officer, 'ask')).locator('textarea').fill('Berapa tiang yang padam?')
    await shot(officer, '05-kasus-petugas')
    await send(officer, 'Kirim pertanyaan')
    await afterUndo()
    await letterOf(words.email, reference, 'mulai dikerjakan')
    await letterOf(words.email, reference, 'perlu keterangan')
    const asked = await open()
    await openStatus(asked, lodged)
    await shot(asked, '06-status-ditanya')
    await asked.getByLabel('Jawaban Anda').fill('Tiga tiang, dari simpang sampai jembatan.')
    await asked.getByRole('button', { name: 'Kirim jawaban' }).click()
    await asked.getByText('Jawaban Anda kami terima').waitFor()
    await afterUndo()
    await letterOf('penghubung.dishub', reference, 'Pelapor menjawab')

    await openCase(officer, 'opd', reference)
    expect(await officer.getByText('Tiga tiang, dari simpang').count()).toBeGreaterThan(0)
    await (await step(officer, 'ask')).locator('textarea').fill('Sejak jam berapa padamnya?')
    await send(officer, 'Kirim pertanyaan')
    await afterUndo()
    const letters = async () =>
      (await readMail(words.email)).filter((m) => m.subject.includes('perlu keterangan'))
    await expect.poll(async () => (await letters()).length).toBe(2)
    const second = (await letters()).at(-1)
    const reader = await open()
    await reader.goto(linkIn(second as NonNullable<typeof second>))
    expect(await reader.getByText('Sejak jam berapa').count()).toBe(1)
    expect(await reader.content()).not.toContain('Tiga tiang')
    await shot(reader, '07-tautan-surat')
    await reader.getByLabel('Jawaban Anda').fill('Sejak pukul tujuh malam.')
    await reader.getByRole('button', { name: 'Kirim jawaban' }).click()
    await reader.getByRole('link', { name: /nomor dan kode/i }).waitFor()
    await reader.goto(linkIn(second as NonNullable<typeof second>))
    expect(await reader.getByLabel('Jawaban Anda').count()).toBe(0)

    // a reply, then the closing with a photo as evidence
    await openCase(officer, 'opd', reference)
    await (await step(officer, 'reply')).locator('textarea').fill('Tim turun sore ini.')
    await send(officer, 'Kirim tanggapan')
    await afterUndo()
    await letterOf(words.email, reference, 'Ada tanggapan')
    const closing = await step(officer, 'propose_closure')
    await closing
      .locator('#propose_closure-tanggapan')
      .fill('Tiga lampu sudah kami ganti dan menyala.')
    await closing.locator('#propose_closure-alasan').fill('Lampu sudah menyala malam tadi.')
    await closing
      .locator('input[type=file]')
      .setInputFiles((await photosOf('', '', 'bukti.png')).slice(2))
    await shot(officer, '08-nyatakan-selesai')
    await send(officer, 'Nyatakan selesai')
    await afterUndo()
    await letterOf(words.email, reference, 'Apakah sudah selesai')

    // the citizen confirms and rates
    await openStatus(citizen, lodged)
    await shot(citizen, '09-status-menunggu-konfirmasi')
    await citizen.getByRole('button', { name: 'Ya, sudah selesai' }).click()
    await citizen.getByText('Terima kasih. Laporan ditutup.').waitFor()
    await citizen.getByRole('button', { name: '5', exact: true }).click()
    await citizen.getByText('Nilai Anda tersimpan').waitFor()
    expect(await citizen.getByText('Anda memberi nilai kepuasan 5').count()).toBe(1)
    await shot(citizen, '10-status-selesai')
    await afterUndo()
    await letterOf('penghubung.dishub', reference, 'mengonfirmasi selesai')

    // everyone sees the outcome, and nothing of the reporter
    const everyone = await open()
    await everyone.goto('/laporan?q=lampu&opd=8')
    await everyone
      .getByRole('link')
      .filter({ hasText: `Purnama ${run}` })
      .click()
    const page = await everyone.content()
    expect(page).toContain('Tiga lampu sudah kami ganti')
    expect(page).toContain('Selesai')
    await shot(everyone, '11-halaman-umum')
    const photo = await everyone.locator('a[href*="/foto/"]').first().getAttribute('href')
    expect((await fetchSite(photo ?? '')).headers.get('content-type')).toBe('image/png')
    await everyone.goto('/opd/dinas-perhubungan')
    await shot(everyone, '12-opd')
    expect(await figure('laporan diterima')).toBe(before.received + 1)
    expect(await everyone.content()).toContain('5')
    expect(await badge()).not.toContain('belum ada yang selesai')
    await everyone.goto('/widget/dinas-perhubungan')
    await shot(everyone, '13-bingkai')
    const seen = [page, await badge(), await everyone.content(), await read('/')]
    for (const text of seen) for (const secret of secrets) expect(text).not.toContain(secret)
    const toStaff = (await readMail()).filter((m) => !m.to.join().includes(words.email))
    expectNothingPersonal(toStaff, secrets)
    for (const p of [citizen, verifier, officer, asked, reader, everyone]) await p.context().close()
  },
)
