import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import type { Staff } from '../../../src/domain/people/actor.ts'
import { TEMPLATE_FIELDS } from '../../../src/domain/text/template-fields.ts'
import { templates as say } from '../../../src/words/id/templates.ts'
import { DISHUB, PUPR } from '../../support/commands.ts'
import { look, measure, post, send, staff } from '../../support/desk.ts'
import { fresh, handled } from '../../support/desk-cases.ts'
import { rows } from '../../support/handled.ts'

let people: Record<'admin' | 'liaison' | 'officer' | 'other', Staff>

beforeAll(async () => {
  people = {
    admin: await staff('admin'),
    liaison: await staff('liaison', DISHUB),
    officer: await staff('officer', DISHUB),
    other: await staff('liaison', PUPR),
  }
})

const TEXT = 'Terima kasih. Laporan {nomor} kami periksa [kapan].'
const form = (changes: Record<string, string> = {}) => ({
  ...{ nama: 'Diperiksa', jenis: 'tanggapan', teks: TEXT, aktif: 'ya', versi: '0', milik: 'saya' },
  ...changes,
})

const add = async (by: Staff, changes: Record<string, string> = {}) => {
  const answer = await post(by, '/petugas/templat/baru', form(changes))
  expect([answer.status, answer.html]).toEqual([303, ''])
  return answer.location.replace(/\?.*/, '')
}

const kept = (path: string) =>
  rows<{ name: string; text: string; active: number; version: number }>(
    'select name, text, active, version from template where id = ?',
    Number(path.split('/').at(-1)),
  )

const KEEPERS = [
  ['own', 'saya', 'officer', ['admin', 'liaison', 'other']],
  ["the agency's", String(DISHUB), 'liaison', ['admin', 'officer', 'other']],
  ["the city's", 'kota', 'admin', ['liaison', 'officer', 'other']],
] as const

test.each(KEEPERS)(
  '%s are added, changed, retired and taken back by whoever keeps them',
  async (of, milik, who, others) => {
    const by = people[who]
    const nama = `Templat ${of}`
    const path = await add(by, { milik, nama })
    expect((await look(by, '/petugas/templat')).html).toContain(nama.replace("'", '&#39;'))
    for (const other of others) {
      expect((await look(people[other], path)).status).toBe(404)
      expect((await post(people[other], path, form({ nama: 'Direbut', milik }))).status).toBe(404)
      if (of !== 'own')
        expect((await post(people[other], '/petugas/templat/baru', form({ milik }))).status).toBe(
          404,
        )
    }
    expect((await post(by, path, form({ nama, teks: `${TEXT} Salam.` }))).status).toBe(303)
    const { html } = await look(by, path)
    expect(html).toContain(`>${TEXT} Salam.</textarea>`)
    expect(html).toContain(`${by.name} ${say.did.changed}`)
    expect((await post(by, path, form({ nama, aktif: '', versi: '1' }))).status).toBe(303)
    expect(await kept(path)).toEqual([{ name: nama, text: TEXT, active: 0, version: 2 }])
    const history = await rows(
      'select version, "by" from template_change where template_id = ? order by version',
      Number(path.split('/').at(-1)),
    )
    expect(history).toEqual([0, 1, 2].map((version) => ({ version, by: `staff:${by.id}` })))
  },
)

test('somebody else was faster: both texts are shown and nothing is lost', async () => {
  const path = await add(people.liaison, { milik: String(DISHUB), nama: 'Berdua' })
  const second = { ...(await staff('liaison', DISHUB)), id: people.liaison.id }
  expect((await post(second, path, form({ nama: 'Berdua', teks: `${TEXT} Satu.` }))).status).toBe(
    303,
  )
  const late = await post(people.liaison, path, form({ nama: 'Berdua', teks: `${TEXT} Dua.` }))
  expect(late.status).toBe(409)
  expect(late.html).toContain(`${TEXT} Satu.`)
  expect(late.html).toContain(`>${TEXT} Dua.</textarea>`)
  expect(late.html).toContain('name="versi" value="1"')
  expect(late.html).toContain(say.overtaken(people.liaison.name))
  // the same form once more, word for word, is no conflict
  const again = await post(second, path, form({ nama: 'Berdua', teks: `${TEXT} Satu.` }))
  expect([again.status, again.location]).toEqual([303, `${path}?kabar=tetap`])
})

test('two at once: one is kept, the other is told', async () => {
  const path = await add(people.liaison, { milik: String(DISHUB), nama: 'Serentak' })
  const answers = await Promise.all(
    ['Satu', 'Dua'].map((word) =>
      post(people.liaison, path, form({ nama: 'Serentak', teks: `${TEXT} ${word}.` })),
    ),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
  expect(await kept(path)).toMatchObject([{ version: 1 }])
  const made = await Promise.all(
    [1, 2].map(() => post(people.officer, '/petugas/templat/baru', form({ nama: 'Dua kali' }))),
  )
  expect(made.map(({ status }) => status)).toEqual([303, 303])
  expect(await rows(`select 1 from template where name = 'Dua kali'`)).toHaveLength(1)
})

test('a field that no case has is named, and the words stay', async () => {
  const teks = 'Yth. {nama_warga}, laporan {nomor} kami terima {kapan}.'
  const answer = await post(people.officer, '/petugas/templat/baru', form({ teks }))
  expect(answer.status).toBe(422)
  expect(answer.html).toContain(say.unknownFields('{nama_warga}, {kapan}'))
  expect(answer.html).toContain(`>${teks}</textarea>`)
  const bare = await post(people.officer, '/petugas/templat/baru', { milik: 'saya' })
  for (const text of [say.nameMissing, say.kindMissing, say.textMissing])
    expect(bare.html).toContain(text)
})

test('one name once in a place, and never more than a form can hold', async () => {
  const by = people.other
  const milik = String(PUPR)
  await add(by, { milik, nama: 'Satu saja' })
  const taken = await post(
    by,
    '/petugas/templat/baru',
    form({ milik, nama: 'Satu saja', teks: `${TEXT} Lain.` }),
  )
  expect([taken.status, taken.html.includes(say.nameTaken)]).toEqual([422, true])
  for (let n = 2; n <= 20; n++) await add(by, { milik, nama: `Nomor ${n}` })
  const full = await post(by, '/petugas/templat/baru', form({ milik, nama: 'Kelebihan' }))
  expect([full.status, full.html.includes(say.full)]).toEqual([422, true])
  await add(by, { milik, nama: 'Kelebihan', aktif: '' })
  const { rows: read, trips } = await measure(by, '/petugas/templat')
  expect(trips).toBeLessThanOrEqual(3)
  expect(read).toBeLessThanOrEqual(200)
})

test('in a reply it is filled from the case, below what was written, and nothing is sent', async () => {
  const officer = people.officer
  const nomor = await handled()
  const teks = TEMPLATE_FIELDS.map((field) => `${field}: {${field}}.`).join('\n')
  const path = await add(officer, { nama: 'Semua isian', teks: `${teks}\n[apa]` })
  const { html } = await look(officer, `/petugas/laporan/${nomor}`)
  expect(html).toContain(`nomor: ${nomor}.`)
  const pakai = path.split('/').at(-1) ?? ''
  expect(html).toContain(`name="pakai" value="${pakai}"`)
  const filled = await send(officer, nomor, '/tanggapan', { tanggapan: 'Salam.', pakai })
  expect([filled.status, filled.cacheControl]).toEqual([200, 'no-store'])
  const words = /<textarea[^>]*name="tanggapan"[^>]*>([^<]*)/.exec(filled.html)?.[1] ?? ''
  expect(words).toMatch(/^Salam\.\n\nnomor: /)
  expect(words).toContain(`nomor: ${nomor}.`)
  expect(words).toContain('judul: Lampu jalan padam di Purnama.')
  expect(words).toContain(`nama_petugas: ${officer.name}.`)
  expect(words).toMatch(/tenggat: \p{L}+, \d+ \p{L}+ \d{4}\./u)
  expect(words).not.toMatch(/[{}]/)
  expect(
    await rows(
      `select 1 from event where type = 'reply' and complaint_id =
    (select id from complaint where reference = ?)`,
      nomor,
    ),
  ).toEqual([])
  // what stays a gap is asked about
  expect((await send(officer, nomor, '/tanggapan', { tanggapan: words })).status).toBe(422)
})

test("another's own is neither offered nor filled in, nor one that was retired", async () => {
  const own = await add(people.liaison, {
    nama: 'Punya penghubung',
    teks: 'Rahasia penghubung saja.',
  })
  const gone = await add(people.officer, {
    nama: 'Dulu',
    teks: 'Sudah tidak dipakai lagi.',
    aktif: '',
  })
  const nomor = await handled()
  const { html } = await look(people.officer, `/petugas/laporan/${nomor}`)
  for (const path of [own, gone]) {
    const pakai = path.split('/').at(-1) ?? ''
    expect(html).not.toContain(pakai)
    const filled = await send(people.officer, nomor, '/tanggapan', { tanggapan: 'Salam.', pakai })
    expect(filled.html).toContain('>Salam.</textarea>')
  }
})

test("of one name the agency's stands before the city's, and one's own before both", async () => {
  const nomor = await handled()
  const seen = async () => (await look(people.officer, `/petugas/laporan/${nomor}`)).html
  const nama = 'Petugas akan memeriksa'
  expect(await seen()).toContain('Petugas kami memeriksa [apa]')
  await add(people.liaison, { milik: String(DISHUB), nama, teks: 'Dishub memeriksa [apa].' })
  expect(await seen()).not.toContain('Petugas kami memeriksa [apa]')
  await add(people.officer, { nama, teks: 'Saya memeriksa sendiri [apa].' })
  const html = await seen()
  expect(html).toContain('Saya memeriksa sendiri [apa].')
  expect(html).not.toContain('Dishub memeriksa [apa].')
})

test('a title that is not released is a gap: a reply is read by everybody', async () => {
  const verifier = await staff('verifier')
  const nomor = await fresh()
  await add(verifier, {
    jenis: 'rujukan',
    nama: 'Ke PLN',
    teks: 'Tentang {judul}: hubungi PLN 123.',
  })
  const { html } = await look(verifier, `/petugas/laporan/${nomor}`)
  expect(html).toContain('Tentang [judul]: hubungi PLN 123.')
})

test("the program before gives what is somebody's own to nobody", async () => {
  await add(people.officer, { nama: 'Punya sendiri saja' })
  const before = `select name from template where kind = 'reply' and (agency_id is null or agency_id = ?)`
  for (const agency of [0, DISHUB, PUPR])
    expect(
      (await env.DB.prepare(before).bind(agency).all<{ name: string }>()).results,
    ).not.toContainEqual({ name: 'Punya sendiri saja' })
})
