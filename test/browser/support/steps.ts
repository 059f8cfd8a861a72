import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { scenePng } from '../../../seed/media.ts'

export interface Words {
  text: string
  landmark: string
  name: string
  phone: string
  email: string
}

export interface Lodged {
  reference: string
  key: string
}

/** Fills in the form and sends it; the page then is the receipt. */
export async function fileReport(page: Page, words: Words): Promise<Lodged> {
  await page.goto('/lapor')
  await page.getByLabel('Apa yang terjadi').fill(words.text)
  await page.locator('#kategori').selectOption('3')
  await page.locator('#kelurahan').selectOption('102')
  await page.locator('#patokan').fill(words.landmark)
  await page.locator('#kontak_telepon').fill(words.phone)
  await page.locator('#kontak_email').fill(words.email)
  await page.locator('#nama').fill(words.name)
  const submit = page.getByRole('button', { name: 'Kirim laporan' })
  await submit.click()
  // another test may have sent the same words today
  await page.getByText(/Simpan kode ini|Laporan yang sama/).waitFor()
  if ((await page.getByText('Laporan yang sama').count()) > 0) await submit.click()
  await page.getByText('Simpan kode ini').waitFor()
  return {
    reference: await page.locator('.ref').first().innerText(),
    key: await page.locator('.key').innerText(),
  }
}

/** Pictures whose names say more than they should. */
export const photosOf = async (...names: string[]) =>
  Promise.all(
    names.map(async (name, i) => ({
      name,
      mimeType: 'image/png',
      buffer: Buffer.from(await scenePng(i)),
    })),
  )

export async function openStatus(page: Page, { reference, key }: Lodged): Promise<void> {
  await page.goto('/lacak')
  await page.locator('#nomor').fill(reference.toLowerCase())
  await page.locator('#kode').fill(key)
  await page.getByRole('button', { name: 'Lacak laporan' }).click()
  await page.getByText('Riwayat').first().waitFor()
}

export async function signIn(page: Page, mailbox: string): Promise<void> {
  await page.goto('/petugas')
  await page.getByLabel('E-mail dinas').fill(`${mailbox}@contoh.id`)
  await page.getByLabel('Kata sandi').fill(inject('staffPassword'))
  await page.getByRole('button', { name: 'Masuk' }).click()
  await page.waitForURL(/\/petugas\/(?!masuk)/)
}

/** From the list to the case. */
export async function openCase(page: Page, view: string, reference: string): Promise<void> {
  await page.goto(`/petugas/antrean/${view}`)
  await page.getByRole('link').filter({ hasText: reference }).click()
  await page.locator('#berkas').getByText(reference).first().waitFor()
}

/** The form of one step, opened when it is closed. */
export async function step(page: Page, id: string) {
  const box = page.locator(`#langkah-${id}`)
  if (!(await box.evaluate((details: HTMLDetailsElement) => details.open).catch(() => false)))
    await box.locator('summary').first().click()
  return box
}

/** Sends the form of a step and waits for the case, or the list, with what was done. */
export async function send(page: Page, button: string): Promise<void> {
  const sent = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await page.getByRole('button', { name: button, exact: true }).click()
  const status = (await sent).status()
  await page.waitForLoadState()
  if (status >= 400)
    throw new Error(`${button}: ${status}\n${await page.locator('main').innerText()}`)
  await page.waitForURL(/kabar=/)
}
