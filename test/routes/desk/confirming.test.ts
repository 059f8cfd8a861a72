import { expect, it } from 'vitest'
import { DISHUB } from '../../support/commands.ts'
import { look, send, staff, standing } from '../../support/desk.ts'
import { asReporter, fresh, handled, routing } from '../../support/desk-cases.ts'

const TEXT = 'Lampu di Jl. Purnama padam. Saya bidan di puskesmas itu. Telepon saya 081234567890.'
const MASKED = 'Telepon saya [nomor telepon disamarkan].'

/** What a form of the page would send if nobody touched it. */
function untouched(html: string, id: string) {
  const form = html.split(`id="langkah-${id}"`)[1]?.split('</details>')[0] ?? ''
  const areas = form.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)<\/textarea>/g)
  const lines = form.matchAll(/<input[^>]* name="(judul_rilis)"(?:[^>]* value="([^"]*)")?/g)
  const given = [...areas, ...lines].map(([, name = '', value = '']) => [name, value.trim()])
  const boxes = form.matchAll(/type="checkbox"[^>]* name="([^"]+)" value="([^"]*)"([^>]*)/g)
  const choices = [...boxes].map(([, name = '', value = '', rest = '']) => ({
    ...{ name, value },
    ticked: rest.includes('checked'),
  }))
  return { form, choices, given: Object.fromEntries(given) }
}

async function anonymous() {
  const nomor = await fresh({ anonymous: true }, TEXT)
  const verifier = await staff('verifier')
  const { html } = await look(verifier, `/petugas/laporan/${nomor}`)
  return { nomor, verifier, html }
}

it('passes nothing of an anonymous report on by a form that nobody touched', async () => {
  const { nomor, verifier, html } = await anonymous()
  const { given, choices } = untouched(html, 'route')
  expect(given).toMatchObject({ teks_saring: '', teks_rilis: '', judul_rilis: '' })
  expect(choices.filter(({ ticked }) => ticked)).toEqual([])
  const { teks_rilis: _, judul_rilis: __, ...decided } = routing
  const through = await send(verifier, nomor, '/penerusan', { ...decided, ...given })
  expect(through.status).toBe(422)
  expect((await standing(nomor)).complaint.state).toBe('received')
})

it('passes on the sentences that were confirmed, and no other', async () => {
  const { nomor, verifier, html } = await anonymous()
  const boxes = untouched(html, 'route').choices.filter(({ name }) => name.endsWith('teks_saring'))
  const sentences = boxes.map(({ value }) => value)
  expect(sentences).toEqual(['Lampu di Jl. Purnama padam.', 'Saya bidan di puskesmas itu.', MASKED])
  const sent = await send(verifier, nomor, '/penerusan', {
    ...routing,
    teks_rilis: '',
    kalimat_teks_saring: [sentences[0] ?? '', MASKED],
    teks_saring: 'Kejadiannya malam.',
    kalimat_teks_rilis: sentences[0] ?? '',
  })
  expect([sent.status, sent.html]).toEqual([303, ''])
  const { row } = await standing(nomor)
  expect(row.screenedText).toBe(`Lampu di Jl. Purnama padam. ${MASKED}\nKejadiannya malam.`)
  expect(row.releasedText).toBe('Lampu di Jl. Purnama padam.')
})

it('keeps what was confirmed when the form comes back', async () => {
  const { nomor, verifier } = await anonymous()
  const fields = { ...routing, kategori: '', kalimat_teks_saring: MASKED }
  const { status, html } = await send(verifier, nomor, '/penerusan', fields)
  expect(status).toBe(422)
  const kept = untouched(html, 'route').choices.filter(({ ticked }) => ticked)
  expect(kept).toEqual([{ name: 'kalimat_teks_saring', value: MASKED, ticked: true }])
})

it('asks again about personal data in a sentence that was confirmed', async () => {
  const { nomor, verifier } = await anonymous()
  const fields = { ...routing, kalimat_teks_saring: 'Telepon 0812-3456-7890 saja.' }
  const { status, html } = await send(verifier, nomor, '/penerusan', fields)
  expect(status).toBe(422)
  expect(html).toContain('Tampak seperti data pribadi: 0812-3456-7890')
})

it('has the later words of an anonymous reporter confirmed, too', async () => {
  const nomor = await handled(
    { anonymous: true },
    { teks_saring: 'Lampu padam sejak Senin.' },
    TEXT,
  )
  const [verifier, officer] = [await staff('verifier'), await staff('officer', DISHUB)]
  await send(officer, nomor, '/pertanyaan', { pertanyaan: 'Tiang nomor berapa yang padam?' })
  await asReporter(nomor, 'Tiang 417. Rumah saya di depannya.')
  const { html } = await look(verifier, `/petugas/laporan/${nomor}`)
  const pesan = /name="pesan" value="(\d+)"/.exec(html)?.[1] ?? ''
  const { given, choices } = untouched(html, `screen-${pesan}`)
  expect([given.teks, choices.filter(({ ticked }) => ticked)]).toEqual(['', []])
  expect((await send(verifier, nomor, '/penyaringan', { pesan, ...given })).status).toBe(422)
  const confirmed = { pesan, kalimat_teks: choices[0]?.value ?? '' }
  expect((await send(verifier, nomor, '/penyaringan', confirmed)).status).toBe(303)
  const seen = await look(officer, `/petugas/laporan/${nomor}`)
  expect(seen.html).toContain('Tiang 417.')
  expect(seen.html).not.toContain('Rumah saya')
})

it('has the copy for everybody confirmed where it is released later', async () => {
  const copy = { teks_saring: 'Lampu padam sejak Senin.', rilis: 'tidak' }
  const nomor = await handled({ anonymous: true }, copy, TEXT)
  const verifier = await staff('verifier')
  const { html } = await look(verifier, `/petugas/laporan/${nomor}`)
  const { given, choices } = untouched(html, 'release')
  expect(given.teks_rilis).toBe('')
  expect(choices.map(({ value }) => value)).toContain('Saya bidan di puskesmas itu.')
  expect((await send(verifier, nomor, '/rilis', given)).status).toBe(422)
})
