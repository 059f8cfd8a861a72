import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { caseByReference } from '../../../src/db/cases.ts'
import { runCommand } from '../../../src/db/run-command.ts'
import type { Given } from '../../../src/domain/acts/acts.ts'
import { clockOf } from '../../../src/domain/case/complaint.ts'
import type { Actor } from '../../../src/domain/people/actor.ts'
import { buildCheck } from '../../../src/paths.ts'
import { sha256Hex } from '../../../src/seal/digest.ts'
import { receipt as words } from '../../../src/words/id/receipt.ts'
import { verifyReceipt as checks } from '../../../src/words/id/verify-receipt.ts'
import { pictures } from '../../fixtures/pictures.ts'
import { fileReport, read } from '../../support/citizen.ts'
import { DISHUB, routing } from '../../support/commands.ts'
import { ORIGIN, post, request } from '../../support/request.ts'
import { t } from '../../support/words.ts'
import { someone, world } from '../../support/world.ts'

const signed = (html: string) =>
  [...html.matchAll(/class="sign">([^<]+)</g)].map(([, text]) => text ?? '')

const give = async (nomor: string, actor: Actor, command: Given) => {
  const s = await world(actor, Date.now() - 60_000)
  const found = await caseByReference(s.db, nomor)
  if (!found) throw new Error('gone')
  const done = await runCommand(s, found, command)
  if (!done.ok) throw new Error(JSON.stringify(done))
}

it('prints the receipt with the class and the signature that were given, also once it is routed as another', async () => {
  const { html, number, url, cookie } = await fileReport({ jenis: 'pengaduan' })
  await give(number, someone('verifier'), routing({ class: 'aspiration' }))
  const again = await read(`${url}/tanda-terima`, cookie)
  expect(signed(again)).toHaveLength(1)
  expect(signed(again)).toEqual(signed(html))
  expect(again).toContain('Pengaduan')
  expect(again).not.toContain('Aspirasi')
})

const check = async (tanda: string) => {
  const answer = await post('/periksa-tanda-terima', { tanda })
  return { status: answer.status, html: await answer.text() }
}

it('prints a signed line for each later photo, answer and closing, which the check takes', async () => {
  const { number, url, cookie } = await fileReport()
  const body = new FormData()
  body.set('berkas', new File([pictures.baselineJpeg], '1.jpg', { type: 'image/jpeg' }))
  await request(`${url}/berkas`, {
    method: 'POST',
    body,
    headers: { Origin: ORIGIN, Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
  })
  const officer = someone('officer', DISHUB)
  await give(number, someone('verifier'), routing())
  await give(number, officer, { name: 'take_up' })
  await give(number, officer, { name: 'note', text: 'Catatan dalam yang tidak ditandatangani.' })
  const answer = 'Tiga lampu sudah kami pesan hari ini.'
  await give(number, officer, { name: 'reply', text: answer })
  const [text, reason] = ['Ketiga lampu sudah menyala kembali.', 'Lampu sudah diganti']
  await give(number, officer, {
    ...{ name: 'propose_closure', text, reason },
    ...{ evidenceFiles: 1, visit: null },
  })

  const [, photo = '', reply = '', closing = '', ...more] = signed(
    await read(`${url}/tanda-terima`, cookie),
  )
  expect(more).toEqual([])
  const address = /href="([^"]+\/berkas\/[^"]+)"/.exec(await read(url, cookie))?.[1] ?? ''
  const stored = await request(address, { headers: { Cookie: cookie } })
  const hashes = [
    await sha256Hex(new Uint8Array(await stored.arrayBuffer())),
    await sha256Hex(answer),
    await sha256Hex(`${text}\n\n${reason}`),
  ]
  const kinds = [words.lines.photo, words.lines.answer, words.lines.closing]
  for (const [i, line] of [photo, reply, closing].entries()) {
    const { status, html } = await check(line)
    expect(status).toBe(200)
    for (const part of [checks.genuineLine, number, kinds[i], hashes[i]])
      expect(html).toContain(part)
  }
  const [mark, payload = '', signature] = closing.split('.')
  const forged = await check([mark, payload, `A${signature?.slice(1)}`].join('.'))
  expect([forged.status, forged.html.includes(checks.forged)]).toEqual([422, true])
})

it('prints again with the promises of now and the day it was printed, over the signature of then', async () => {
  const { html, number, url, cookie } = await fileReport({ jenis: 'pengaduan' })
  expect(html).not.toContain(words.printedAgain)
  await give(number, someone('verifier'), routing())
  const found = await caseByReference((await world(someone('verifier'))).db, number)
  const settle = found && clockOf(found.complaint, 'settle')
  if (!settle) throw new Error('no clock')
  const dueDay = '2031-03-14'
  await env.DB.prepare("update clock set due_day = ?1 where complaint_id = ?2 and kind = 'settle'")
    .bind(dueDay, found.complaint.id)
    .run()
  const again = await read(`${url}/tanda-terima`, cookie)
  expect(again).toContain(t.longDate(dueDay))
  expect(again).not.toContain(t.longDate(settle.dueDay))
  expect(again).toContain(words.printedAgain)
  expect(again).toContain(words.withoutKey)
  expect(signed(again)).toEqual(signed(html))
})

it('checks a signature that was copied with the address of its QR code', async () => {
  const { html } = await fileReport()
  const { status, html: checked } = await check(ORIGIN + buildCheck(signed(html)[0] ?? ''))
  expect([status, checked.includes(checks.genuine)]).toEqual([200, true])
})

it('calls name and contact sealed only where one of them was given', async () => {
  for (const [given, said, unsaid] of [
    [{ nama: '', kontak_email: '' }, t.visible.nobody, t.visible.sealed],
    [{ nama: '' }, t.visible.sealed, t.visible.nobody],
    [{ kontak_email: '' }, t.visible.sealed, t.visible.nobody],
  ] as const) {
    const { html, url, cookie } = await fileReport(given)
    const later = ['', '/tanda-terima', '/data', '/data.json'].map((end) => read(url + end, cookie))
    for (const page of [html, ...(await Promise.all(later))]) {
      expect(page).toContain(said)
      expect(page).not.toContain(unsaid)
    }
  }
})
