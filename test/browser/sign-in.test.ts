import { expect, inject, test } from 'vitest'
import { linkIn } from './support/letters.ts'
import { newPage } from './support/pages.ts'
import { waitForMail } from './support/site.ts'
import { signIn } from './support/steps.ts'

test('a wrong password is refused, and a forgotten one is set anew by a letter', async () => {
  const page = await newPage({ width: 360 })
  await page.goto('/petugas')
  await page.getByLabel('E-mail dinas').fill('auditor@contoh.id')
  await page.getByLabel('Kata sandi').fill('bukan kata sandinya')
  await page.getByRole('button', { name: 'Masuk' }).click()
  await page.locator('.msg', { hasText: 'tidak cocok' }).waitFor()

  await page.goto('/petugas/lupa-sandi')
  await page.locator('input[name=email]').fill('auditor@contoh.id')
  await page.locator('main form button').click()
  const link = (await waitForMail('auditor@contoh.id')).map(linkIn).at(-1)
  await page.goto(link ?? '')
  await page.locator('[name=sandi]').fill(inject('staffPassword'))
  await page.locator('[name=ulangi]').fill(inject('staffPassword'))
  await page.locator('main form button').click()
  await page.waitForURL('**/petugas/masuk?kabar=sandi')
  await signIn(page, 'auditor')
  expect(new URL(page.url()).pathname).toBe('/petugas/kinerja')
})
