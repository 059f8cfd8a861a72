import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'
import { type LinkPurpose, linkExpiry } from '../../../src/auth/one-time-link.ts'
import { caseByReference } from '../../../src/db/cases.ts'
import { correctContact } from '../../../src/db/my-data.ts'
import { runCommand } from '../../../src/db/run-command.ts'
import type { Given } from '../../../src/domain/acts/acts.ts'
import { liveClock } from '../../../src/domain/case/complaint.ts'
import type { Actor } from '../../../src/domain/people/actor.ts'
import { parseIdentityKeys } from '../../../src/seal/identity-keys.ts'
import { wordsFor } from '../../../src/words/words.ts'
import { aReport, fileReport } from '../../support/citizen.ts'
import { DISHUB, routing } from '../../support/commands.ts'
import { rows } from '../../support/handled.ts'
import { formsIn } from '../../support/html-forms.ts'
import { letterLink } from '../../support/letter-link.ts'
import { post, request } from '../../support/request.ts'
import { someone, world } from '../../support/world.ts'

const t = wordsFor('id', 420)
const officer = someone('officer', DISHUB)
const CLOSING = 'Ketiga lampu sudah menyala kembali.'
const STILL = 'Lampu yang paling ujung masih padam sampai malam ini.'

const find = async (nomor: string) => {
  const found = await caseByReference((await world()).db, nomor)
  if (!found) throw new Error('gone')
  return found
}

const give = async (nomor: string, actor: Actor, command: Given) => {
  const s = await world(actor, Date.now() - 60_000)
  const done = await runCommand(s, await find(nomor), command)
  if (!done.ok) throw new Error(JSON.stringify(done))
}

const keyOf = new Map<string, string>()

/** A report in the officer's hands, asked about or said to be done, and the link of its letter. */
const aLetter = async (purpose: LinkPurpose, expires = linkExpiry(Date.now())) => {
  const { number, key } = await fileReport({ ...aReport(), kontak_email: 'siti@contoh.id' })
  keyOf.set(number, key)
  await give(number, someone('verifier'), routing())
  await give(number, officer, { name: 'take_up' })
  await give(
    number,
    officer,
    purpose === 'answer'
      ? { name: 'ask', text: 'Tiang nomor berapa yang padam?' }
      : {
          ...{ name: 'propose_closure', text: CLOSING, reason: 'Lampu sudah diganti' },
          ...{ evidenceFiles: 1, visit: null },
        },
  )
  const { complaint } = await find(number)
  const clock = liveClock(complaint, purpose === 'answer' ? 'completion' : 'silence')
  const link = { complaintId: complaint.id, purpose, round: clock?.round ?? 0 }
  return { number, url: `/t/${await letterLink({ ...link, expires })}` }
}

const keys = parseIdentityKeys(env.IDENTITY_KEYS)

/** As the reporter does on Data saya. */
const correct = async (number: string, email: string | null) => {
  const s = await world({ kind: 'reporter' }, Date.now())
  const contact = { name: null, phone: null, email }
  const done = await correctContact(s, keys, (await find(number)).complaint.id, contact)
  if (done === 'often' || !done.ok) throw new Error(JSON.stringify(done))
}

const stateOf = async (nomor: string) => (await find(nomor)).complaint.state
const words = async (nomor: string) =>
  (
    await rows<{ text: string }>(
      'select text from message where complaint_id = ? order by seq desc limit 1',
      (
        await find(nomor)
      ).complaint.id,
    )
  )[0]?.text

beforeAll(async () => {
  await world()
})

it('disputes by the link of a letter, without number or key, once', async () => {
  const { number, url } = await aLetter('confirm')
  const shown = await request(url)
  expect(await shown.text()).toContain(CLOSING)
  expect(shown.headers.get('set-cookie')).toBeNull()
  expect(await stateOf(number)).toBe('awaiting_confirmation')

  expect((await post(url, { alasan: STILL })).status).toBe(200)
  const { complaint } = await find(number)
  expect([complaint.state, complaint.disputes]).toEqual(['in_progress', 1])
  expect(await words(number)).toBe(STILL)

  const again = await post(url, { alasan: `${STILL} Sungguh.` })
  expect(again.status).toBe(410)
  expect(await again.text()).toContain('Sungguh.')
  expect((await find(number)).complaint.disputes).toBe(1)
  expect((await request(url)).status).toBe(410)
})

it('lets whoever reads the mail judge where staff saw the key, unless the address was corrected since', async () => {
  const seen = (id: number) =>
    rows(`update complaint set filed_by = 'loket', key_seen_by = '[${DISHUB}]' where id = ?`, id)
  const own = await aLetter('confirm')
  await seen((await find(own.number)).complaint.id)
  expect((await post(own.url, {})).status).toBe(200)
  expect(await stateOf(own.number)).toBe('closed')
  const corrected = await aLetter('confirm')
  await seen((await find(corrected.number)).complaint.id)
  for (const email of ['lain@contoh.id', 'siti@contoh.id']) await correct(corrected.number, email)
  expect((await post(corrected.url, {})).status).toBe(422)
  expect(await stateOf(corrected.number)).toBe('awaiting_confirmation')
})

it('keeps the words of a dispute that says too little', async () => {
  const { number, url } = await aLetter('confirm')
  const answer = await post(url, { alasan: 'belum' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('>belum</textarea>')
  expect(await stateOf(number)).toBe('awaiting_confirmation')
})

it('confirms and answers by the link of a letter', async () => {
  const closing = await aLetter('confirm')
  expect((await post(closing.url, {})).status).toBe(200)
  expect(await stateOf(closing.number)).toBe('closed')

  const question = await aLetter('answer')
  expect((await post(question.url, { jawaban: 'Tiang nomor 14.' })).status).toBe(200)
  expect(await stateOf(question.number)).toBe('in_progress')
  expect(await words(question.number)).toBe('Tiang nomor 14.')
})

it('opens nothing by a link that is not ours', async () => {
  const { number, url } = await aLetter('confirm')
  const other = `${url.slice(0, -2)}AA`
  expect((await request(other)).status).toBe(410)
  expect((await post(other, { alasan: STILL })).status).toBe(410)
  expect(await stateOf(number)).toBe('awaiting_confirmation')
})

it.each<[LinkPurpose, Record<string, string>, Record<string, string>]>([
  ['answer', { jawaban: 'Tiang nomor 12.' }, { jawaban: 'Tiang nomor 14.' }],
  ['confirm', {}, { alasan: STILL }],
  ['confirm', { alasan: STILL }, {}],
])('takes the same %s sent twice for one, in a row and at once', async (purpose, fields, other) => {
  const seq = async (nomor: string) => (await find(nomor)).complaint.version
  const [row, once] = [await aLetter(purpose), await aLetter(purpose)]
  const was = await seq(once.number)
  const inRow = [await post(row.url, fields), await post(row.url, fields)]
  const atOnce = await Promise.all([post(once.url, fields), post(once.url, fields)])
  expect([...inRow, ...atOnce].map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect([await seq(row.number), await seq(once.number)]).toEqual([was + 1, was + 1])
  const otherwise = await post(row.url, other)
  expect(otherwise.status).toBe(410)
  for (const word of Object.values(other)) expect(await otherwise.text()).toContain(word)
  expect(await seq(row.number)).toBe(was + 1)
})

it.each(['answer', 'confirm'] as const)(
  'over, it carries the form of %s with its words, which the key sends on the own page',
  async (purpose) => {
    for (const why of ['expired', 'moved'] as const) {
      const { number, url } = await aLetter(purpose, why === 'expired' ? Date.now() - 1 : undefined)
      if (why === 'moved') await correct(number, 'siti.baru@contoh.id')
      const field = purpose === 'answer' ? 'jawaban' : 'alasan'
      const over = await post(url, { [field]: STILL })
      expect([why, over.status]).toEqual([why, 410])
      const [form] = formsIn(await over.text())
      expect(form?.action).toMatch(new RegExp(`^/laporan-saya/${number}/`))
      const fields = Object.fromEntries(
        form?.fields.map(({ name, values }) => [name, values[0]]) ?? [],
      )
      expect(fields).toHaveProperty('masuk_kode')
      const wrong = await post(form?.action ?? '', { ...fields, masuk_kode: 'AAAA-AAAA-AAAA-A' })
      expect(wrong.status).toBeGreaterThanOrEqual(400)
      expect(await wrong.text()).toContain(STILL)
      const sent = await post(form?.action ?? '', {
        ...fields,
        masuk_kode: keyOf.get(number) ?? '',
      })
      expect(sent.status).toBe(303)
      expect(await words(number)).toBe(STILL)
    }
  },
)

it('ends with the address that it was sent to: a stranger with the old letter is refused in words', async () => {
  for (const purpose of ['answer', 'confirm'] as const) {
    const { number, url } = await aLetter(purpose)
    const before = await stateOf(number)
    await correct(number, 'siti.baru@contoh.id')
    const shown = await request(url)
    expect(shown.status).toBe(410)
    expect(await shown.text()).toContain(t.oneTime.moved)
    const answer = await post(url, purpose === 'answer' ? { jawaban: STILL } : { alasan: STILL })
    expect(answer.status).toBe(410)
    const html = await answer.text()
    expect(html).toContain(t.oneTime.moved)
    expect(html).toContain(STILL)
    expect(await stateOf(number)).toBe(before)
  }
})

it('ends with an address that was erased, and stays where the same address is kept', async () => {
  const kept = await aLetter('answer')
  await correct(kept.number, 'siti@contoh.id')
  expect((await request(kept.url)).status).toBe(200)
  await correct(kept.number, null)
  expect((await request(kept.url)).status).toBe(410)
})

it('sends what is open to the corrected address, and nothing else', async () => {
  const lettersOf = async (number: string) =>
    (
      await rows<{ template: string }>(
        `select template from outbox where recipient = 'reporter' and complaint_id = ? and state = 'waiting' order by id`,
        (
          await find(number)
        ).complaint.id,
      )
    ).map(({ template }) => template)
  for (const [purpose, template] of [
    ['answer', 'question'],
    ['confirm', 'closure'],
  ] as const) {
    const { number } = await aLetter(purpose)
    const sent = await lettersOf(number)
    await correct(number, 'siti@contoh.id')
    expect(await lettersOf(number)).toEqual(sent)
    await correct(number, 'siti.baru@contoh.id')
    expect(await lettersOf(number)).toEqual([...sent, template])
    await correct(number, null)
    expect(await lettersOf(number)).toEqual([...sent, template])
  }
})

it('counts letters as coming back no more once the address is corrected', async () => {
  const { number } = await aLetter('answer')
  const { id } = (await find(number)).complaint
  const failed = async () =>
    (await rows('select email_failed_at from identity where complaint_id = ?', id))[0]
  await env.DB.prepare('update identity set email_failed_at = 1 where complaint_id = ?')
    .bind(id)
    .run()
  await correct(number, 'siti@contoh.id')
  expect(await failed()).toEqual({ email_failed_at: 1 })
  await correct(number, 'siti.baru@contoh.id')
  expect(await failed()).toEqual({ email_failed_at: null })
})
