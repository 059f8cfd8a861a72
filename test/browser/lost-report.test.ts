import { afterAll, expect, test } from 'vitest'
import { PUBLISH_CITY } from '../../src/db/publish-city.ts'
import { track } from '../../src/words/id/receipt.ts'
import { verifyReceipt as words } from '../../src/words/id/verify-receipt.ts'
import { barriers, brokenWords, isTooWide } from './support/inspect.ts'
import { newPage } from './support/pages.ts'
import { sql } from './support/site.ts'
import { fileReport } from './support/steps.ts'

const WORDS = {
  text: 'Pipa air di depan balai kelurahan pecah, air terbuang sejak kemarin sore.',
  landmark: 'depan balai kelurahan',
  name: 'Rohana',
  phone: '081200007788',
  email: 'rohana@contoh.id',
}

const publish = async (statement: string) => {
  await sql(statement)
  await sql(PUBLISH_CITY)
}

afterAll(() => publish(`delete from setting where key = 'restored'`))

test('whoever sent a report that a restore did not bring back is told, on a small phone, and leads on', async () => {
  const page = await newPage()
  await page.setViewportSize({ width: 360, height: 740 })
  page.setDefaultTimeout(60_000)
  const report = await fileReport(page, WORDS)
  const signature = (await page.locator('.sign').first().textContent()) ?? ''
  await sql(`delete from complaint where reference = '${report.reference}'`)
  const restored = JSON.stringify({ until: Date.now() - 60_000, at: Date.now() })
  await publish(`insert into setting (key, value) values ('restored', '${restored}')`)

  await page.context().clearCookies()
  await page.goto('/lacak')
  await page.locator('#nomor').fill(report.reference)
  await page.locator('#kode').fill(report.key)
  await page.getByRole('button', { name: 'Lacak laporan' }).click()
  await page.getByText(track.restoredCheck).waitFor()
  expect([await isTooWide(page), await brokenWords(page), await barriers(page)]).toEqual([
    false,
    [],
    [],
  ])

  await page.getByRole('link', { name: track.restoredCheck }).click()
  await page.locator('[name="tanda"]').fill(signature)
  await page.getByRole('button', { name: words.submit }).click()
  await page.getByText(words.lostText).waitFor()
  if (process.env.SHOT) await page.screenshot({ path: process.env.SHOT, fullPage: true })
  expect([await isTooWide(page), await brokenWords(page), await barriers(page)]).toEqual([
    false,
    [],
    [],
  ])
  await page.getByRole('link', { name: words.lostAgain }).click()
  await page.getByLabel('Apa yang terjadi').waitFor()
  await page.context().close()
})
