import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newPage } from './support/pages.ts'
import { fileReport, openCase, signIn } from './support/steps.ts'

interface Stop {
  name: string
  /** Top of the thing in the page, in CSS pixels. */
  top: number
  column: number
  seen: boolean
}

/**
 * What the keyboard stops at, in order, until it leaves the page or is back at its first stop: a
 * browser without a frame around the page has nowhere else to go.
 */
async function stops(page: Page, most = 120): Promise<Stop[]> {
  const found: Stop[] = []
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate((begun) => {
      const at = document.activeElement
      if (!(at instanceof HTMLElement) || at === document.body) return null
      const round = globalThis as unknown as { first?: Element; left?: boolean }
      if (!begun) Object.assign(round, { first: at, left: false })
      else if (at !== round.first) round.left = true
      else if (round.left) return null
      const style = getComputedStyle(at)
      const box = at.getBoundingClientRect()
      // a date field has several stops, whose ring is drawn by the browser inside it
      const own = at instanceof HTMLInputElement && at.type === 'date'
      const ring =
        own || (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2)
      const name =
        at.id || at.getAttribute('name') || at.textContent?.trim().slice(0, 40) || at.tagName
      const column = Math.round(
        (at.closest('nav,section,main,header')?.getBoundingClientRect().left ?? 0) / 50,
      )
      return {
        name,
        top: Math.round(box.top + window.scrollY),
        column,
        seen: ring && box.width > 0,
      }
    }, found.length > 0)
    if (!stop) break
    found.push(stop)
  }
  return found
}

const expectVisible = (list: Stop[], where: string) =>
  expect(
    list.filter(({ seen }) => !seen).map(({ name }) => name),
    where,
  ).toEqual([])

const words = {
  text: 'Pohon tumbang menutup separuh jalan di depan kantor lurah sejak tadi pagi.',
  landmark: '',
  name: '',
  phone: '',
  email: '',
}

test('form, sign-in, status and desk are walked through in reading order with a visible focus', async () => {
  const page = await newPage()
  for (const path of ['/', '/lapor', '/lacak', '/petugas/masuk', '/laporan']) {
    await page.goto(path)
    const list = await stops(page)
    expect(list.length, path).toBeGreaterThan(5)
    expect(list[0]?.name, path).toMatch(/^Langsung ke isi/)
    expectVisible(list, path)
    const tops = list.slice(1).map(({ top }) => top)
    expect(
      tops.every((top, i) => i === 0 || top >= (tops[i - 1] ?? 0) - 60),
      `${path} ${tops}`,
    ).toBe(true)
  }
  const lodged = await fileReport(page, words)
  expectVisible(await stops(page), 'receipt')
  await page.goto(`/laporan-saya/${lodged.reference}`)
  expectVisible(await stops(page), 'status')
  const desk = await newPage({ width: 1280 })
  await signIn(desk, 'verifikator')
  expectVisible(await stops(desk), 'queue')
  await openCase(desk, 'belum-diverifikasi', lodged.reference)
  const list = await stops(desk)
  expectVisible(list, 'case')
  expect(list.map(({ name }) => name)).toContain('route-judul_rilis')
  await Promise.all([page, desk].map((one) => one.context().close()))
})

test('says that the network is lost when a case does not come, and forgets it when it does', async () => {
  const page = await newPage()
  await fileReport(page, words)
  const desk = await newPage({ width: 1280 })
  await signIn(desk, 'verifikator')
  await desk.locator('#daftar li > a').first().waitFor()
  await desk.context().setOffline(true)
  await desk.locator('#daftar li > a').first().click()
  await desk.getByRole('alert').getByText('Jaringan terputus').waitFor()
  await desk.context().setOffline(false)
  await desk.locator('#daftar li > a').first().click()
  await desk.locator('#berkas h1').waitFor()
  expect(await desk.getByText('Jaringan terputus').count()).toBe(0)
  await Promise.all([page, desk].map((one) => one.context().close()))
})

test('the skip link leads past the menu, on the public pages and on the desk', async () => {
  const page = await newPage()
  await page.goto('/lapor')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  const inMain = () => page.evaluate(() => document.activeElement?.closest('main') !== null)
  expect(await inMain()).toBe(true)
  await signIn(page, 'verifikator')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => location.hash)).not.toBe('')
  await page.context().close()
})

test.each([true, false])(
  'a summary of what to mend takes the focus and leads to the field (JavaScript: %s)',
  async (javaScript) => {
    const page = await newPage({ javaScript })
    await page.goto('/lacak')
    await page.locator('#nomor').fill('DMI-0000-0000')
    await page.locator('#kode').fill('0000')
    await page.getByRole('button', { name: 'Lacak laporan' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.title()).toMatch(/^Galat: /)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('role')))
      .toBe('alert')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('nomor')
    await page.context().close()
  },
)
