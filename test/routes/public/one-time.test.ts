import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'
import { type LinkPurpose, linkExpiry, signLink } from '../../../src/auth/one-time-link.ts'
import { caseByReference } from '../../../src/db/cases.ts'
import { runCommand } from '../../../src/db/run-command.ts'
import type { Given } from '../../../src/domain/acts/acts.ts'
import { liveClock } from '../../../src/domain/case/complaint.ts'
import type { Actor } from '../../../src/domain/people/actor.ts'
import { fileReport } from '../../support/citizen.ts'
import { DISHUB, routing } from '../../support/commands.ts'
import { rows } from '../../support/handled.ts'
import { post, request } from '../../support/request.ts'
import { someone, world } from '../../support/world.ts'

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

/** A report in the officer's hands, asked about or said to be done, and the link of its letter. */
const aLetter = async (purpose: LinkPurpose) => {
  const { number } = await fileReport()
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
  const expires = linkExpiry(Date.now())
  return { number, url: `/t/${await signLink(env.SERVER_SECRET, { ...link, expires })}` }
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
