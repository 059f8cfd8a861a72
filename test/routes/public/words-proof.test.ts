import { expect, it } from 'vitest'
import { caseByReference } from '../../../src/db/cases.ts'
import { runCommand } from '../../../src/db/run-command.ts'
import { DAY } from '../../../src/domain/time/time.ts'
import { receipt as words } from '../../../src/words/id/receipt.ts'
import { verifyReceipt as checks } from '../../../src/words/id/verify-receipt.ts'
import { fileReport, read } from '../../support/citizen.ts'
import { DISHUB, routing } from '../../support/commands.ts'
import { post } from '../../support/request.ts'
import { someone, world } from '../../support/world.ts'

const ISI = 'Lampu jalan  "padam" \\ sejak:\n\n  Senin   malam & Selasa <pagi>.'

const plain = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** What stands under a label of the page. */
const under = (html: string, label: string) =>
  plain(html.split(`>${label}<`)[1]?.split('</p>')[0]?.split('>').at(-1) ?? '')

const signature = (html: string) => /class="sign">([^<]+)</.exec(html)?.[1] ?? ''

const check = async (tanda: string, isi: string, bukti: string) => {
  const answer = await post('/periksa-tanda-terima', { tanda, isi, bukti })
  return { status: answer.status, html: await answer.text() }
}

const evidence = async (url: string, cookie: string) =>
  JSON.parse(await read(`${url}/data.json`, cookie)).bukti

it('proves the words to a stranger with what receipt, print and download give', async () => {
  const { html, url, cookie } = await fileReport({ isi: ISI })
  const print = await read(`${url}/tanda-terima`, cookie)
  const own = await read(`${url}/data`, cookie)
  const { tandaTangan, isi, kodeBukti } = await evidence(url, cookie)
  expect([tandaTangan, signature(print)]).toEqual([signature(html), signature(html)])
  expect([html, print, own].map((page) => under(page, words.salt))).toEqual([
    kodeBukti,
    kodeBukti,
    kodeBukti,
  ])
  expect(JSON.parse(isi)).toMatchObject({ text: ISI, incidentDay: '2026-11-20' })
  expect([print, own].map((page) => JSON.parse(under(page, words.signedWords)).text)).toEqual([
    ISI,
    ISI,
  ])
  const wrapped = under(print, words.signedWords).replace(' Senin', '\n Senin')
  for (const shown of [isi, under(print, words.signedWords), `  ${wrapped}\r\n`]) {
    const answer = await check(tandaTangan, shown, ` ${kodeBukti} `)
    expect([answer.status, answer.html.includes(checks.sameWords)]).toEqual([200, true])
  }
})

it('denies other words, another code and a word left out, and keeps what was sent', async () => {
  const { url, cookie } = await fileReport({ isi: ISI })
  const other = await fileReport({ isi: `${ISI} Lagi.` })
  const { tandaTangan, isi, kodeBukti } = await evidence(url, cookie)
  const { kodeBukti: another } = await evidence(other.url, other.cookie)
  for (const [shown, code] of [
    [isi.replace('padam', 'nyala'), kodeBukti],
    [isi, another],
    [isi, ''],
    [ISI, kodeBukti],
    ['{', kodeBukti],
  ]) {
    const { status, html } = await check(tandaTangan, shown, code)
    expect([status, html.includes(checks.otherWords)]).toEqual([422, true])
    expect(html).not.toContain(checks.sameWords)
    expect(html).toContain(checks.genuine)
    expect(html).toContain(tandaTangan)
  }
})

it('proves an answer by its own line, and forgets words and code once they are erased', async () => {
  const { number, url, cookie } = await fileReport()
  const give = async (
    actor: Parameters<typeof world>[0],
    command: Parameters<typeof runCommand>[2],
  ) => {
    const s = await world(actor, Date.now() - DAY)
    const found = await caseByReference(s.db, number)
    if (found) await runCommand(s, found, command)
  }
  await give(someone('verifier'), routing())
  await give(someone('officer', DISHUB), { name: 'take_up' })
  const text = 'Tiga lampu sudah kami pesan hari ini.'
  await give(someone('officer', DISHUB), { name: 'reply', text })
  const { kemudian } = await evidence(url, cookie)
  expect(kemudian).toHaveLength(1)
  const [line] = kemudian
  expect((await check(line.tandaTangan, text, '')).html).toContain(checks.sameWords)
  expect((await check(line.tandaTangan, `${text} Besok.`, '')).status).toBe(422)

  await post(`${url}/pencabutan`, { alasan: '' }, { Cookie: cookie })
  await post(`${url}/data/penghapusan`, { setuju: 'ya' }, { Cookie: cookie })
  const after = await evidence(url, cookie)
  expect(after).toMatchObject({ isi: null, kodeBukti: null, kemudian: [] })
  expect(await read(`${url}/tanda-terima`, cookie)).not.toContain(words.salt)
})
