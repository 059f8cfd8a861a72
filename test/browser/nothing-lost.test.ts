import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { afterUndo } from './support/letters.ts'
import { newPage } from './support/pages.ts'
import { fileReport, type Lodged, openStatus, signIn, step } from './support/steps.ts'

const FILED = 'Gorong-gorong di Jalan Melati tersumbat, air masuk ke rumah warga.'
const WORDS = 'Sejak Sabtu malam, di sisi kiri jalan, tiga rumah yang kena.'
const OTHER = 'Kata-kata dari tab yang lain, yang juga tidak boleh hilang.'

const words = { landmark: 'Jalan Melati', phone: '', email: '', name: '' }

interface Form {
  /** Opens the page with its form in it. */
  open: (page: Page) => Promise<unknown>
  field: string
  button: string
  /** Its words stand in the browser until they are sent (src/client/desk/drafts.ts). */
  drafts?: true
}

let lodged: Lodged
let asked: Lodged

const ask = async (page: Page, { reference }: Lodged) => {
  await page.goto(`/petugas/laporan/${reference}`)
  await step(page, 'ask')
}

beforeAll(async () => {
  const reporter = await newPage()
  lodged = await fileReport(reporter, { ...words, text: FILED })
  asked = await fileReport(reporter, { ...words, text: `${FILED} Sudah dua hari.` })
  const desk = await newPage({ width: 1280 })
  await signIn(desk, 'verifikator')
  await ask(desk, asked)
  await desk.locator('#ask-pertanyaan').fill('Rumah nomor berapa saja?')
  await desk.getByRole('button', { name: 'Kirim pertanyaan', exact: true }).click()
  await desk.getByText('Pertanyaan terkirim').waitFor()
  // until then the reporter's page keeps its old state
  await afterUndo()
})

const forms: Record<string, Form> = {
  filing: {
    open: (page) => page.goto('/lapor'),
    field: '#isi',
    button: 'Kirim laporan',
  },
  "a reporter's answer": {
    open: (page) => openStatus(page, asked),
    field: '#jawaban',
    button: 'Kirim jawaban',
  },
  "an officer's question": {
    open: async (page) => {
      await signIn(page, 'verifikator')
      await ask(page, lodged)
    },
    field: '#ask-pertanyaan',
    button: 'Kirim pertanyaan',
    drafts: true,
  },
}

describe.each(Object.entries(forms))('%s', (_, { open, field, button, drafts }) => {
  const press = (page: Page) => page.getByRole('button', { name: button, exact: true }).click()
  const value = (page: Page) => page.locator(field).inputValue()

  test('stands in its form after the line dropped, and after Back', async () => {
    const page = await newPage({ width: 1280 })
    await open(page)
    await page.locator(field).fill(WORDS)
    await page.context().setOffline(true)
    await press(page)
    await page.waitForTimeout(500)
    await page.context().setOffline(false)
    if (page.url().startsWith('chrome-error')) await page.goBack()
    expect(await value(page)).toBe(WORDS)
    await page.context().close()
  })

  test.runIf(drafts)('is still there after the page was loaded again', async () => {
    const page = await newPage({ width: 1280 })
    await open(page)
    await page.locator(field).fill(WORDS)
    await page.waitForTimeout(700)
    await page.reload()
    await page.waitForTimeout(300)
    expect(await value(page)).toBe(WORDS)
    await page.context().close()
  })

  test('of a second tab stands on the page though the first was sent', async () => {
    const page = await newPage({ width: 1280 })
    await open(page)
    const second = await page.context().newPage()
    await second.goto(page.url())
    await page.locator(field).fill(`${WORDS} ${button}`)
    await second.locator(field).evaluate((one: HTMLTextAreaElement, text) => {
      const box = one.closest('details')
      if (box) box.open = true
      one.value = text
    }, OTHER)
    await press(page)
    await page.waitForLoadState()
    await press(second)
    await second.waitForLoadState()
    await expect.poll(() => second.content()).toMatch(/Kata-kata dari tab yang lain|Simpan kode/)
    await page.context().close()
  })
})
