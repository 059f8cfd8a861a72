import type { CDPSession, Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { newPage } from './support/pages.ts'
import { signIn } from './support/steps.ts'

/** Needs no second step, so that the last one can go at the end. */
const WHO = 'kepala.dishub'

const INSIDE = /\/petugas\/(?!masuk)/

/** Fingerprint, face or PIN of a device, as Chromium has one for tests. */
const deviceOf = async (page: Page) => {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  return { cdp, authenticatorId }
}

type Device = { cdp: CDPSession; authenticatorId: string }

const keysIn = async ({ cdp, authenticatorId }: Device) =>
  (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials

/** The same key with another counter: what was copied from it then. */
const setCounter = async ({ cdp, authenticatorId }: Device, signCount: number) => {
  const [key] = await keysIn({ cdp, authenticatorId })
  if (!key) throw new Error('no key')
  await cdp.send('WebAuthn.clearCredentials', { authenticatorId })
  const credential = { ...key, signCount }
  await cdp.send('WebAuthn.addCredential', { authenticatorId, credential })
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

const signOut = async (page: Page) => {
  await button(page, 'Keluar').first().click()
  await page.waitForURL('**/petugas/masuk?kabar=keluar')
}

const enter = async (page: Page) => {
  await page.goto('/petugas/masuk?kembali=%2Fpetugas%2Fakun')
  await button(page, 'Pakai kunci sandi').click()
}

const password = async (page: Page) => {
  await page.goto('/petugas/masuk')
  await page.getByLabel('E-mail dinas').fill(`${WHO}@contoh.id`)
  await page.getByLabel('Kata sandi').fill(inject('staffPassword'))
  await button(page, 'Masuk').click()
}

test('a passkey is made, signs in alone, is the second step, and is locked once it was copied', async () => {
  const page = await newPage({ width: 360 })
  const device = await deviceOf(page)
  await signIn(page, WHO)

  await page.goto('/petugas/akun')
  await page.getByRole('link', { name: 'Tambah kunci sandi' }).click()
  await page.locator('#nama').fill('Laptop kantor')
  await button(page, 'Buat kunci sandi').click()
  await page.getByRole('heading', { name: 'Kode cadangan Anda' }).waitFor()
  const [key] = await keysIn(device)
  expect(key).toMatchObject({ isResidentCredential: true, rpId: 'localhost' })

  // the device knows it has one
  await page.goto('/petugas/akun/kunci-sandi')
  await button(page, 'Buat kunci sandi').click()
  await page.getByText('Gawai ini sudah punya kunci sandi').waitFor()

  await page.goto('/petugas/akun')
  await signOut(page)
  await enter(page)
  await page.waitForURL('**/petugas/akun')
  await page.getByText('Laptop kantor').waitFor()

  // it is proof enough for what asks for more
  await button(page, 'Buat kode cadangan baru').click()
  await page.getByRole('heading', { name: 'Kode cadangan Anda' }).waitFor()
  const code = await page.locator('ol code').first().innerText()

  await page.goto('/petugas/akun')
  await signOut(page)
  await password(page)
  await page.waitForURL('**/petugas/masuk/langkah-kedua?**')
  await button(page, 'Pakai kunci sandi').click()
  await page.waitForURL(INSIDE)

  // whoever does not look into the camera gets no further, and reads why
  await page.goto('/petugas/akun')
  await signOut(page)
  const { cdp, authenticatorId } = device
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await enter(page)
  await page.getByText('tidak terbaca atau dibatalkan').waitFor()
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })

  await setCounter(device, 1)
  await enter(page)
  await page.getByText('mungkin disalin orang').first().waitFor()
  await setCounter(device, 900)
  await enter(page)
  await page.getByText('mungkin disalin orang').first().waitFor()

  // by a recovery code; Enter in its field is the code, not the key
  await password(page)
  await page.getByLabel('Kode', { exact: true }).fill(code)
  await page.getByLabel('Kode', { exact: true }).press('Enter')
  await page.waitForURL(INSIDE)
  await page.goto('/petugas/akun')
  await page.getByText('Dikunci, karena mungkin disalin').waitFor()
  await button(page, 'Lepas').click()
  await page.waitForURL('**/petugas/akun?kabar=dilepas')
  await signOut(page)
  await signIn(page, WHO)
})

test('without JavaScript the page says so, and the other ways stand', async () => {
  const page = await newPage({ width: 360, javaScript: false })
  await page.goto('/petugas/masuk')
  expect(await button(page, 'Pakai kunci sandi').isVisible()).toBe(false)
  await page.getByText('Kunci sandi perlu JavaScript').waitFor()
  await signIn(page, 'kepala.pupr')
})
