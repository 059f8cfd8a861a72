import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { expect, test } from 'vitest'
import { chromiumOptions } from './support/chromium.ts'
import { newPage } from './support/pages.ts'
import { siteUrl } from './support/site.ts'
import { fileReport } from './support/steps.ts'

const words = {
  text: 'Tutup selokan di depan puskesmas hilang sejak Minggu, anak-anak lewat di sana.',
  landmark: 'depan puskesmas',
  phone: '',
  email: '',
  name: '',
}

/** As a person sets it: the browser takes no cookie of any site. */
const BLOCKED = { profile: { default_content_setting_values: { cookies: 2 } } }

test.each([true, false])(
  'with cookies refused the right number and key open the report (JavaScript: %s)',
  async (javaScriptEnabled) => {
    const { reference, key } = await fileReport(await newPage(), words)
    const profile = mkdtempSync(join(tmpdir(), 'tanggap-profile-'))
    mkdirSync(join(profile, 'Default'))
    writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(BLOCKED))
    const context = await chromium.launchPersistentContext(profile, {
      ...(await chromiumOptions()),
      baseURL: siteUrl,
      javaScriptEnabled,
    })
    try {
      const page = await context.newPage()
      await page.goto('/lacak')
      await page.locator('#nomor').fill(reference)
      const open = async () => {
        await page.locator('#kode').fill(key)
        await page.getByRole('button', { name: 'Lacak laporan' }).click()
      }
      await open()
      await page.getByText('tidak menyimpan cookie').waitFor()
      expect(await page.locator('#nomor').inputValue()).toBe(reference)
      await open()
      await page.getByText('Riwayat').first().waitFor()
      expect(await context.cookies()).toEqual([])
    } finally {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    }
  },
)
