import { expect, test } from 'vitest'
import { newPage } from './support/pages.ts'
import { fileReport } from './support/steps.ts'

const TEXT = 'Parit di depan pasar tersumbat sejak hujan Sabtu malam, air masuk ke kios.'

const words = { text: TEXT, landmark: 'depan pasar', phone: '', email: '', name: '' }

test.each([true, false])(
  'a report that was sent without signal is still in its form after Back (JavaScript: %s)',
  async (javaScript) => {
    const page = await newPage({ javaScript })
    await page.goto('/')
    await page.goto('/lapor')
    const text = `${TEXT} Sudah ${javaScript ? 'dua' : 'tiga'} hari.`
    await page.locator('#isi').fill(text)
    await page.locator('#kelurahan').selectOption('102')
    const send = () => page.getByRole('button', { name: 'Kirim laporan' }).click()
    await page.context().setOffline(true)
    await send()
    await page.waitForURL(/chrome-error/)
    await page.context().setOffline(false)
    await page.goBack()
    expect(await page.locator('#isi').inputValue()).toBe(text)
    expect(await page.locator('#kelurahan').inputValue()).toBe('102')
    await send()
    await page.getByText('Simpan kode ini').waitFor()
  },
)

test('words that were refused once are not lost when the line drops at the second attempt', async () => {
  const page = await newPage()
  await page.goto('/lapor')
  await page.locator('#isi').fill(TEXT)
  await page.locator('#tanggal').evaluate((field: HTMLInputElement) => {
    field.type = 'text'
    field.value = '31/31/2026'
  })
  const send = () => page.getByRole('button', { name: 'Kirim laporan' }).click()
  await send()
  await page.getByRole('alert').waitFor()
  // a script gives the answer an address to come back to
  await page.waitForLoadState('load')
  await page.locator('#isi').fill(`${TEXT} Tolong segera.`)
  await page.context().setOffline(true)
  await send()
  await page.waitForURL(/chrome-error/)
  await page.context().setOffline(false)
  await page.goBack()
  expect(await page.locator('#isi').inputValue()).toContain('Tolong segera.')
})

test('the receipt is there again after Back and after forward, with its key', async () => {
  const page = await newPage()
  const { key } = await fileReport(page, words)
  await page.getByRole('link', { name: 'Buka laporan saya' }).click()
  await page.getByText('Riwayat').first().waitFor()
  await page.goBack()
  expect(await page.locator('.key').innerText()).toBe(key)
  await page.goBack()
  await page.goForward()
  expect(await page.locator('.key').innerText()).toBe(key)
})

test('without JavaScript the receipt leads straight to the report', async () => {
  const page = await newPage({ javaScript: false })
  await fileReport(page, { ...words, text: `${TEXT} Tanpa skrip.` })
  await page.getByRole('link', { name: 'Buka laporan saya' }).click()
  await page.getByText('Riwayat').first().waitFor()
})
