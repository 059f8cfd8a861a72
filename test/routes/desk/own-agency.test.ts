import { expect, test } from 'vitest'
import type { Staff } from '../../../src/domain/people/actor.ts'
import { DISHUB, PUPR, routing } from '../../support/commands.ts'
import { look, send, staff } from '../../support/desk.ts'
import { give, rows } from '../../support/handled.ts'
import { aForm, filed, someone, TUESDAY, world } from '../../support/world.ts'

const WORDS = 'Kepala gudang minta uang kepada sopir angkutan setiap Senin pagi.'
const TITLE = 'Pungutan di gudang angkutan'
const LATER = 'Saya satu-satunya sopir rute tiga yang menolak membayar.'
const SCREENED = 'Ada pungutan kepada sopir angkutan.'

/** An anonymous report about Dishub. */
const accusing = async () => {
  const form = aForm({ anonymous: true, proposedAgencyId: DISHUB })
  form.command.text = WORDS
  Object.assign(form.words, { text: WORDS, title: TITLE })
  const s = await world()
  const { complaint } = (await filed(s, form)).found
  return { s, id: complaint.id, nomor: complaint.reference }
}

const screened = routing({
  release: { release: false, title: 'Pungutan', text: '', point: false, photoIds: [] },
  screenedText: SCREENED,
})
const extra = { columns: { releasedTitle: 'Pungutan', screenedText: SCREENED } }

/** A verifier who worked for the agency complained about a month ago. */
const colleague = async (): Promise<Staff> => {
  const verifier = await staff('verifier')
  const until = TUESDAY - 30 * 86_400_000
  const former = { role: 'officer' as const, agencyId: DISHUB, since: 0, until }
  return { ...verifier, memberships: [...verifier.memberships, former] }
}

const read = async (by: Staff, nomor: string) => {
  const { status, html } = await look(by, `/petugas/laporan/${nomor}`)
  expect(status).toBe(200)
  return [WORDS, TITLE, LATER].filter((words) => html.includes(words))
}

test('the forms of a verifier complained about hold no word of an anonymous reporter', async () => {
  const { s, id, nomor } = await accusing()
  expect(await read(await staff('verifier'), nomor)).toEqual([WORDS, TITLE])
  expect(await read(await colleague(), nomor)).toEqual([])
  const officer = someone('officer', DISHUB)
  await give(s, id, someone('verifier'), TUESDAY, screened, extra)
  expect(await read(await colleague(), nomor)).toEqual([])
  await give(s, id, officer, TUESDAY, { name: 'ask', text: 'Siapa yang memungut uangnya?' })
  await give(s, id, { kind: 'reporter' }, TUESDAY, { name: 'answer', text: LATER })
  expect(await read(await staff('verifier'), nomor)).toContain(LATER)
  expect(await read(await colleague(), nomor)).toEqual([])
})

test('a verifier complained about does not say what the agency reads in place of a message', async () => {
  const { s, id, nomor } = await accusing()
  await give(s, id, someone('verifier'), TUESDAY, screened, extra)
  await give(s, id, someone('officer', DISHUB), TUESDAY, {
    name: 'ask',
    text: 'Siapa pemungutnya?',
  })
  await give(s, id, { kind: 'reporter' }, TUESDAY, { name: 'answer', text: LATER })
  const [waiting] = await rows<{ seq: number }>(
    `select seq from message where complaint_id = ? and state = 'screening'`,
    id,
  )
  const copy = { pesan: String(waiting?.seq), teks: 'Tidak ada apa-apa, semua sudah beres.' }
  expect((await send(await colleague(), nomor, '/penyaringan', copy)).status).toBe(422)
  expect((await send(await staff('verifier'), nomor, '/penyaringan', copy)).status).toBe(303)
})

test('the administrator who says whose an anonymous report is begins with the screened copy', async () => {
  const { s, id, nomor } = await accusing()
  for (const [agency, next] of [
    [DISHUB, PUPR],
    [PUPR, DISHUB],
  ] as const) {
    await give(s, id, someone('verifier'), TUESDAY, { ...screened, leadAgencyId: agency }, extra)
    const back = { name: 'return' as const, text: 'Bukan tugas kami.', proposedAgencyId: next }
    await give(s, id, someone('liaison', agency), TUESDAY, back)
  }
  const admin = await staff('admin')
  expect(await read(admin, nomor)).toEqual([])
  expect((await look(admin, `/petugas/laporan/${nomor}`)).html).toContain(SCREENED)
})

test('an agency is not told under which number an anonymous report stands elsewhere', async () => {
  const numbered = async (anonymous: boolean) => {
    const form = aForm({ anonymous, proposedAgencyId: DISHUB, channel: 'lapor' })
    form.words.laporNumber = '7654321'
    const s = await world()
    const { complaint } = (await filed(s, form)).found
    await give(s, complaint.id, someone('verifier'), TUESDAY, screened, extra)
    const page = await look(
      await staff('officer', DISHUB),
      `/petugas/laporan/${complaint.reference}`,
    )
    return page.html.includes('7654321')
  }
  expect([await numbered(true), await numbered(false)]).toEqual([false, true])
})
