import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newPage } from './support/pages.ts'
import { fileReport, openStatus } from './support/steps.ts'

const TEXT = 'Talut di belakang pasar retak, tanahnya turun setelah hujan Sabtu malam.'
const PHONE = '081298765432'
const words = { text: TEXT, landmark: 'belakang pasar', phone: '', email: '', name: '' }

const stored = (page: Page) =>
  page.evaluate(
    () => Object.values({ ...sessionStorage }).join() + Object.keys({ ...localStorage }),
  )

const value = (page: Page, field: string) => page.locator(field).inputValue()

/** The script comes after the page. */
const reload = (page: Page) => page.reload({ waitUntil: 'load' })

test('a report that is being written stands in its form after a reload, but for who writes it', async () => {
  const page = await newPage()
  await page.goto('/lapor')
  await page.locator('#isi').fill(TEXT)
  await page.locator('#kelurahan').selectOption('102')
  await page.locator('#kontak_telepon').fill(PHONE)
  await page.getByRole('radio', { name: 'Rahasia' }).check()
  await page.locator('summary').last().click()
  await page.locator('#kerugian').fill('Rp2.000.000')
  await reload(page)
  expect(await value(page, '#isi')).toBe(TEXT)
  expect(await value(page, '#kelurahan')).toBe('102')
  expect(await page.getByRole('radio', { name: 'Rahasia' }).isChecked()).toBe(true)
  expect(await page.locator('#kerugian').isVisible()).toBe(true)
  expect(await value(page, '#kerugian')).toBe('Rp2.000.000')
  expect(await value(page, '#kontak_telepon')).toBe('')
  expect(await stored(page)).not.toContain(PHONE)
  // also after an answer that gave them back
  await page.locator('#isi').fill('pendek')
  await page.locator('form').evaluate((form: HTMLFormElement) => (form.noValidate = true))
  await page.getByRole('button', { name: 'Kirim laporan' }).click()
  await page.getByRole('alert').waitFor()
  await page.waitForLoadState('load')
  await reload(page)
  expect(await page.getByRole('alert').count()).toBe(0)
  expect(await value(page, '#isi')).toBe('pendek')
  expect(await page.getByRole('radio', { name: 'Rahasia' }).isChecked()).toBe(true)
  await page.locator('#isi').fill(`${TEXT} Sudah tiga rumah.`)
  await page.getByRole('button', { name: 'Kirim laporan' }).click()
  await page.getByText('Simpan kode ini').waitFor()
  await page.waitForLoadState('load')
  expect(await stored(page)).toBe('')
  await page.goto('/lapor')
  await reload(page)
  expect(await value(page, '#isi')).toBe('')
  await page.context().close()
})

test('a form that is opened afresh in the same tab is empty', async () => {
  const page = await newPage()
  await page.goto('/lapor')
  await page.locator('#isi').fill(TEXT)
  await page.goto('/')
  await page.goto('/lapor')
  expect(await value(page, '#isi')).toBe('')
  await reload(page)
  expect(await value(page, '#isi')).toBe('')
  await page.context().close()
})

test('words of a status page stand after a reload, and nowhere after Keluar', async () => {
  const page = await newPage()
  const lodged = await fileReport(page, words)
  await openStatus(page, lodged)
  await page
    .locator('details', { has: page.locator('#alasan-cabut') })
    .locator('summary')
    .click()
  await page.locator('#alasan-cabut').fill('Talutnya sudah diperbaiki warga sendiri.')
  await reload(page)
  expect(await page.locator('#alasan-cabut').isVisible()).toBe(true)
  expect(await value(page, '#alasan-cabut')).toContain('diperbaiki warga')
  expect(await stored(page)).not.toContain(lodged.key)
  await page.getByRole('button', { name: 'Keluar' }).click()
  await page.locator('#kode').waitFor()
  expect(await stored(page)).toBe('')
  await page.context().close()
})

test('a browser that stores nothing files all the same', async () => {
  const page = await newPage()
  await page.addInitScript(() =>
    Object.defineProperty(window, 'sessionStorage', {
      get() {
        throw new DOMException('no', 'SecurityError')
      },
    }),
  )
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(fault.message))
  await fileReport(page, { ...words, text: `${TEXT} Tolong segera.` })
  expect(faults).toEqual([])
  await page.context().close()
})
