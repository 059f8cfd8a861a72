import { chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumOptions } from './support/chromium.ts'
import { siteUrl } from './support/site.ts'
import { fileReport, type Lodged, openStatus } from './support/steps.ts'

const words = {
  text: 'Pohon tumbang menutup jalan ke Zakiyyalam sejak subuh, motor pun tidak lewat.',
  landmark: 'gapura Zakiyyalam',
  phone: '',
  email: '',
  name: 'Nurbayaqistina',
}

let browser: Awaited<ReturnType<typeof chromium.launch>>

beforeAll(async () => {
  const ignoreDefaultArgs = ['--disable-back-forward-cache']
  browser = await chromium.launch({ ...(await chromiumOptions()), ignoreDefaultArgs })
})

afterAll(() => browser.close())

/** Whatever the browser shows now, restored pages too. */
const shown = (page: Page): Promise<string> =>
  page.evaluate(() => `${location.pathname} ${document.body.innerText}`)

const expectNothing = async (page: Page, { key }: Lodged): Promise<void> => {
  const text = await shown(page)
  for (const secret of [key, 'Zakiyyalam', 'Pohon tumbang', 'Nurbayaqistina'])
    expect(text).not.toContain(secret)
}

/** A restored page loads nothing, so there is no load to wait for. */
const backOne = async (page: Page): Promise<void> => {
  await page.evaluate(() => history.back())
  await page.waitForTimeout(2_000)
}

test.each([true, false])(
  'after Keluar no step back shows the report (JavaScript: %s)',
  async (javaScriptEnabled) => {
    const context = await browser.newContext({ baseURL: siteUrl, javaScriptEnabled })
    const page = await context.newPage()
    const lodged = await fileReport(page, words)
    await openStatus(page, lodged)
    await page.goto(`/laporan-saya/${lodged.reference}/data`)
    await page.goto(`/laporan-saya/${lodged.reference}/tanda-terima`)
    await page.goto(`/laporan-saya/${lodged.reference}`)
    await page.getByRole('button', { name: 'Keluar' }).click()
    await page.getByRole('heading', { name: 'Lacak laporan' }).waitFor()
    await page.waitForLoadState()
    for (let i = 0; i < 4; i++) {
      await backOne(page)
      await expectNothing(page, lodged)
    }
    await context.close()
  },
)
