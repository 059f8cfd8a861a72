import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { dossierByReference } from '../../../src/db/dossier.ts'
import { outbox } from '../../../src/db/schema/filing.ts'
import { DAY } from '../../../src/domain/time/time.ts'
import { compose } from '../../../src/letters/compose.ts'
import { publicHistory } from '../../../src/sights/public-history.ts'
import { toAnyone } from '../../../src/views/components/citizen-history.ts'
import { wordsFor } from '../../../src/words/words.ts'
import { DISHUB, INSPEKTORAT, PUPR } from '../../support/commands.ts'
import { look, send, staff, standing } from '../../support/desk.ts'
import { fresh, handled, routed, routing } from '../../support/desk-cases.ts'
import { world } from '../../support/world.ts'

const closing = {
  tanggapan: 'Juru parkir sudah kami tegur dan ganti.',
  alasan: 'Sudah ditindak',
  kunjungan: '23 November, Pak Amir ke lokasi.',
}

it('lets whoever filed for somebody write down the rating, once, from 1 to 5', async () => {
  const [verifier, officer] = [await staff('verifier'), await staff('officer', DISHUB)]
  const nomor = await fresh({ hasKeyHolder: false })
  await env.DB.prepare('update complaint set filed_by = ?').bind(verifier.id).run()
  await send(verifier, nomor, '/penerusan', routing)
  await send(officer, nomor, '/penanganan')
  expect((await send(officer, nomor, '/penutupan', closing)).status).toBe(303)
  await send(verifier, nomor, '/atas-nama', { langkah: 'confirm' })
  const path = `/petugas/laporan/${nomor}`
  expect((await look(verifier, path)).html).toContain('Nilai dari pelapor')
  expect((await look(officer, path)).html).not.toContain('Nilai dari pelapor')
  const none = await send(verifier, nomor, '/atas-nama', { langkah: 'rate' })
  expect([none.status, none.html.includes('Pilih salah satu')]).toEqual([422, true])
  const rated = await send(verifier, nomor, '/atas-nama', { langkah: 'rate', nilai: '4' })
  expect([rated.status, rated.location]).toEqual([303, `${path}?kabar=rate`])
  expect((await standing(nomor)).complaint.rating).toBe(4)
  const { html } = await look(verifier, rated.location)
  expect(html).toContain('Pelapor memberi nilai 4 dari 5, dicatat oleh Uji verifier')
  expect(html).toContain('Pelapor mengonfirmasi selesai, dicatat oleh Uji verifier')
  expect(html).toContain('Nilai pelapor dicatat.')
  expect(html).not.toContain('Nilai dari pelapor')
})

it('lets any verifier answer once whoever filed it has left, and Inspektorat where it is supervisory', async () => {
  const verifier = await staff('verifier')
  const clerk = await staff('liaison', PUPR)
  const inspector = await staff('inspectorate', INSPEKTORAT)
  const say = (by: typeof verifier, nomor: string) =>
    send(by, nomor, '/atas-nama', { langkah: 'answer', teks: 'Tiang nomor tiga, Pak.' })
  const asked = async (by: typeof verifier, fields: Record<string, string> = {}) => {
    const nomor = await fresh({ hasKeyHolder: false })
    await env.DB.prepare('update complaint set filed_by = ?').bind(clerk.id).run()
    await send(verifier, nomor, '/penerusan', { ...routing, ...fields })
    await send(by, nomor, '/pertanyaan', { pertanyaan: 'Tiang nomor berapa yang padam?' })
    return nomor
  }
  const plain = await asked(await staff('officer', DISHUB))
  expect((await look(verifier, `/petugas/laporan/${plain}`)).html).not.toContain('Catat jawaban')
  expect((await say(verifier, plain)).status).toBe(422)
  await env.DB.prepare('update user set disabled_at = 1 where id = ?').bind(clerk.id).run()
  expect((await look(verifier, `/petugas/laporan/${plain}`)).html).toContain('Catat jawaban')
  expect((await say(verifier, plain)).status).toBe(303)
  await env.DB.prepare('update user set disabled_at = null').run()
  const { rilis: _, ...undecided } = routing
  const to = { ...undecided, rilis: '', pengawasan: '1', opd: String(INSPEKTORAT) }
  const secret = await asked(inspector, to)
  expect((await standing(secret)).complaint.state).toBe('awaiting_info')
  expect((await say(clerk, secret)).status).toBe(404)
  expect((await say(inspector, secret)).status).toBe(303)
  expect((await standing(secret)).complaint.state).toBe('routed')
})

it('names the officer as what is wrong, where that is nobody of the agency', async () => {
  const nomor = await routed()
  const [liaison, other] = [await staff('liaison', DISHUB), await staff('officer', PUPR)]
  const answer = await send(liaison, nomor, '/disposisi', { petugas: other.id })
  expect(answer.status).toBe(422)
  expect(answer.html).toContain('Petugas itu bukan dari OPD penanggung jawab.')
  expect(answer.html).not.toContain('Peran Anda')
})

it('speaks of no agency where the leader reminds before one has the report', async () => {
  const leader = await staff('leader')
  const nomor = await fresh()
  expect((await look(leader, `/petugas/laporan/${nomor}`)).html).toContain('Ingatkan verifikasi')
  const pesan = 'Mohon segera diperiksa hari ini.'
  const answer = await send(leader, nomor, '/teguran', { pesan })
  const { html } = await look(leader, answer.location)
  expect(html).toContain('Pengingat terkirim.')
  expect(html).toContain('mengingatkan petugas kota')
  expect(html).not.toContain('engingatkan OPD')
})

it('says in words that a clock stands still', async () => {
  const nomor = await handled()
  const officer = await staff('officer', DISHUB)
  await send(officer, nomor, '/pertanyaan', { pertanyaan: 'Tiang nomor berapa yang padam?' })
  const { html } = await look(officer, `/petugas/laporan/${nomor}`)
  expect(html).toContain('|| jam berhenti')
  expect(html).not.toContain('⏸')
})

it('says of what staff wrote down for somebody that it was written down', async () => {
  const [verifier, officer] = [await staff('verifier'), await staff('officer', DISHUB)]
  const nomor = await fresh({ hasKeyHolder: false })
  await env.DB.prepare('update complaint set filed_by = ?').bind(verifier.id).run()
  await send(verifier, nomor, '/pertanyaan', { pertanyaan: 'Di tiang yang mana?' })
  const answer = { langkah: 'answer', teks: 'Di tiang depan masjid.' }
  expect((await send(verifier, nomor, '/atas-nama', answer)).status).toBe(303)
  const { html } = await look(verifier, `/petugas/laporan/${nomor}`)
  expect(html).toContain('Pelapor menjawab, dicatat oleh Uji verifier')
  expect(html).toContain('<b>Pelapor, dicatat oleh Uji verifier</b>')
  await send(verifier, nomor, '/penerusan', routing)
  const shown = (await look(officer, `/petugas/laporan/${nomor}`)).html
  expect(shown).toContain('Pelapor, dicatat oleh Uji verifier')
})

it('names all that a routing lacks at once, and keeps what was chosen', async () => {
  const nomor = await fresh()
  const { kategori: _, rilis: __, ...rest } = routing
  const lacking = { ...rest, opd: '999', sensitif: '', prioritas: 'urgent', kategori: '' }
  const { status, html } = await send(await staff('verifier'), nomor, '/penerusan', lacking)
  expect(status).toBe(422)
  for (const field of ['kategori', 'opd', 'rilis']) expect(html).toContain(`href="#route-${field}"`)
  expect(html).toContain('<option value="urgent" selected="">')
})

it('tells the public and the agency of every step that staff wrote down that it is not their hand', async () => {
  const [clerk, officer] = [await staff('liaison', PUPR), await staff('officer', DISHUB)]
  const verifier = await staff('verifier')
  const nomor = await fresh({ hasKeyHolder: false, channel: 'counter' })
  await env.DB.prepare('update complaint set filed_by = ?').bind(clerk.id).run()
  await send(verifier, nomor, '/penerusan', routing)
  await send(officer, nomor, '/penanganan')
  await send(officer, nomor, '/penutupan', closing)
  const say = async (langkah: string, teks = 'Lampunya masih padam semua.') => {
    const { complaint } = await standing(nomor)
    const answer = await send(clerk, nomor, '/atas-nama', { langkah, teks })
    expect([langkah, answer.status]).toEqual([langkah, 303])
    return complaint.id
  }
  const id = await say('dispute')
  await send(officer, nomor, '/penutupan', { ...closing, kunjungan: '24 November, Pak Amir lagi.' })
  await say('confirm')
  await say('reopen')
  await say('withdraw')
  const { db, city } = await world()
  const found = await dossierByReference(db, nomor)
  if (!found) throw new Error('gone')
  const t = wordsFor('id', city.settings.offset)
  const seen = publicHistory(found, city, Date.now() + DAY).map((one) => toAnyone(t, one).title)
  expect(seen).toContain('Pelapor menyatakan belum selesai, dicatat petugas')
  expect(seen).toContain('Pelapor menyatakan selesai, dicatat petugas')
  expect(seen.filter((title) => title.includes('dicatat'))).toHaveLength(2)
  const { html } = await look(officer, `/petugas/laporan/${nomor}`)
  for (const step of ['menyatakan belum selesai', 'meminta dibuka kembali', 'mencabut laporan'])
    expect(html).toContain(`Pelapor ${step}, dicatat oleh Uji liaison`)
  const letters = await db.select().from(outbox).where(eq(outbox.complaintId, id))
  const to = {
    kind: 'staff',
    key: 'staff:x',
    cursor: '',
    address: async () => 'x@contoh.id',
  } as const
  const around = { db, env, city, now: Date.now(), found, to: 'x@contoh.id' }
  const recorded: string[] = []
  for (const row of letters.filter(({ recipient }) => recipient !== 'reporter')) {
    const { body } = await compose({ ...around, row }, to)
    if (body.includes('dicatat petugas atas namanya')) recorded.push(row.template)
  }
  expect(recorded.toSorted()).toEqual(['confirmed', 'disputed', 'reopened', 'withdrawn'])
})
