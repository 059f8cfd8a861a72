import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { publishCity } from '../../../src/db/publish-city.ts'
import { track } from '../../../src/words/id/receipt.ts'
import { requests } from '../../../src/words/id/requests.ts'
import { verifyReceipt as words } from '../../../src/words/id/verify-receipt.ts'
import { fileReport, type Receipt, read } from '../../support/citizen.ts'
import { post } from '../../support/request.ts'
import { world } from '../../support/world.ts'

const set = async (key: string, value: unknown) => {
  const { db } = await world()
  await env.DB.prepare(
    'insert into setting (key, value) values (?1, ?2) on conflict (key) do update set value = ?2',
  )
    .bind(key, JSON.stringify(value))
    .run()
  await publishCity(db)
}

const check = async ({ html }: Receipt) => {
  const tanda = /class="sign">([^<]+)</.exec(html)?.[1] ?? ''
  return (await post('/periksa-tanda-terima', { tanda })).text()
}

let report: Receipt
let lost: Receipt
beforeAll(async () => {
  report = await fileReport()
  lost = await fileReport()
  await env.DB.prepare('delete from complaint where reference = ?').bind(lost.number).run()
})

test('before any restore neither page says that a report may be lost', async () => {
  expect(await read('/lacak')).not.toContain(track.restoredCheck)
  expect(await check(lost)).not.toContain(words.lost)
})

test('after one, the receipt of a lost report proves it, and leads to the form again', async () => {
  const until = Date.now() - 3_600_000
  await set('restored', { until, at: until + 60_000 })
  const page = await check(lost)
  expect(page).toContain(words.genuine)
  expect(page).toContain(words.lost)
  expect(page).toContain('href="/lapor"')
  expect(await check(report)).not.toContain(words.lost)
})

test('who looks for a report by number and key is led to the check of the receipt', async () => {
  const answer = await post('/lacak', { nomor: lost.number, kode: lost.key })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain(track.restoredCheck)
  expect(page).toContain('href="/periksa-tanda-terima"')
  const long = Date.now() - 91 * 86_400_000
  await set('restored', { until: long, at: long })
  expect(await read('/lacak')).not.toContain(track.restoredCheck)
})

test('read-only is said on home and form, before anybody writes, and nowhere else once it is over', async () => {
  for (const path of ['/', '/lapor']) {
    await set('readOnly', true)
    expect(await read(path), path).toContain(requests.readOnlyNow)
    await set('readOnly', false)
    expect(await read(path), path).not.toContain(requests.readOnlyNow)
  }
})
