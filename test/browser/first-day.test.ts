import { rmSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { SAMPLE_LOGO } from '../fixtures/sample-logo.ts'
import { linkIn } from './support/letters.ts'
import { newPage, screenshot } from './support/pages.ts'
import { startServer } from './support/server.ts'
import { readMail, triggerCron, waitFor } from './support/site.ts'
import { openCase, openStatus, send, step } from './support/steps.ts'

const PASSWORD = 'sandi-yang-cukup-panjang'
const HOME = '/petugas/pengaturan'

const AREAS = ['kode;nama;kecamatan', '71.72.06;Maesa;', '71.72.06.1001;Bitung Tengah;71.72.06']
const CATEGORIES = ['nama;alamat;opd', 'Jalan rusak;jalan;dinas-pu', 'Sampah;sampah;diskominfo']

const LOGO = { name: 'lambang.png', mimeType: 'image/png' }

const helpers = async () => import(new URL('../support/empty-site.ts', import.meta.url).href)

const setPassword = async (page: Page, link: string, email: string) => {
  await page.goto(link)
  for (const field of await page.locator('input[type=password]').all()) await field.fill(PASSWORD)
  await page.getByRole('button', { name: 'Simpan kata sandi' }).click()
  await page.getByLabel('E-mail dinas').fill(email)
  await page.getByLabel('Kata sandi').fill(PASSWORD)
  await page.getByRole('button', { name: 'Masuk' }).click()
  await page.waitForURL(/petugas(?!\/masuk)/)
}

const save = async (
  page: Page,
  at: string,
  fields: Record<string, string>,
  ...chosen: string[]
) => {
  await page.goto(`${HOME}/${at}`)
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name=${name}]`)
    const isSelect = await field.evaluate((it) => it.tagName === 'SELECT').catch(() => false)
    await (isSelect ? field.selectOption(value) : field.fill(value))
  }
  for (const name of chosen) await page.locator(`main [name=${name}]`).check()
  await page.getByRole('button', { name: 'Simpan', exact: true }).click()
  await page.waitForURL(/kabar=disimpan/)
}

const take = async (page: Page, at: string, lines: string[]) => {
  await page.goto(`${HOME}/${at}/impor`)
  const buffer = Buffer.from(lines.join('\r\n'))
  await page.locator('#tabel').setInputFiles({ name: `${at}.csv`, mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Unggah berkas' }).click()
  await page.getByRole('button', { name: 'Periksa setiap baris' }).click()
  await page.getByText('Sudah diperiksa').waitFor()
  await page.getByRole('button', { name: 'Jalankan' }).click()
  await page.getByText('Selesai.').waitFor()
}

test.each([{ javaScript: false }, { javaScript: true }])(
  'from an empty database to a routed and answered report, by clicks alone (JavaScript: $javaScript)',
  async ({ javaScript }) => {
    const { emptySite, ripen, settle } = await helpers()
    const { url: site, harness, storage } = await startServer()
    const env = await harness.getWorker().getEnv()
    const token = await emptySite(env)
    const open = () => newPage({ width: 360, javaScript, site })
    const letters = () => triggerCron('*/5 * * * *', Date.now(), site)
    const invited = (to: string) =>
      waitFor(async () => {
        await letters()
        return (await readMail(to, site)).find(({ text }) => text?.includes('/petugas/sandi/'))
      }, `an invitation to ${to}`)
    const admin = await open()
    try {
      await setPassword(admin, `/petugas/sandi/${token}`, 'admin@bitung.contoh.id')
      await admin.goto(HOME)
      await admin.getByText('Hari pertama').waitFor()
      await screenshot(admin, `hari-pertama-${javaScript ? 'js' : 'polos'}`)
      const citizen = await open()
      await citizen.goto('/lapor')
      await citizen.getByText('Formulir ini sedang ditutup').waitFor()

      await save(admin, 'opd/baru', {
        nama: 'Dinas PU',
        singkatan: 'PU',
        alamat: 'dinas-pu',
        bentuk: 'dinas',
      })
      await save(admin, 'opd/baru', {
        nama: 'Diskominfo',
        singkatan: 'Kominfo',
        alamat: 'diskominfo',
        bentuk: 'dinas',
      })
      await save(admin, 'identitas/0', {
        nama_kota: 'Kota Bitung',
        awalan: 'BTG',
        opd_pengelola: 'diskominfo',
      })
      const buffer = Buffer.from(SAMPLE_LOGO, 'base64url')
      await admin.locator('#logo_berkas').setInputFiles({ ...LOGO, buffer })
      await admin.getByRole('button', { name: 'Simpan', exact: true }).click()
      await admin.getByAltText('Gambar yang sekarang').waitFor()
      await save(admin, 'pengelola/0', {
        ...{
          nama: 'Diskominfo Kota Bitung',
          jabatan: 'Kepala Bidang',
          alamat_kantor: 'Jalan Sam 1',
        },
        ...{ telepon: '(0438) 21234', surel: 'pengaduan@bitungkota.go.id' },
      })
      await save(admin, 'jam-kerja/0', { zona: '480' })
      await save(admin, 'di-luar-kami/0', {})
      await take(admin, 'wilayah', AREAS)
      await take(admin, 'kategori', CATEGORIES)

      const invite = async (name: string, email: string, role: string, agency?: string) => {
        await admin.goto('/petugas/staf')
        await admin.locator('summary').filter({ hasText: 'Undang petugas' }).click()
        const form = admin.locator('form.wide').filter({ hasText: 'Kirim undangan' })
        await form.locator('[name=nama]').fill(name)
        await form.locator('[name=email]').fill(email)
        await form.locator('[name=peran]').selectOption(role)
        if (agency) await form.locator('[name=opd]').selectOption({ label: agency })
        await form.locator('[name=alasan]').fill('Petugas pertama kota ini.')
        await admin.getByRole('button', { name: 'Kirim undangan' }).click()
        await admin.waitForURL(/kabar=/)
      }
      await invite('Vera', 'vera@bitung.contoh.id', 'verifier')
      await invite('Olo', 'olo@bitung.contoh.id', 'liaison', 'Dinas PU')
      await ripen(env)
      const [verifier, officer] = [await open(), await open()]
      await setPassword(verifier, linkIn(await invited('vera@')), 'vera@bitung.contoh.id')
      await setPassword(officer, linkIn(await invited('olo@')), 'olo@bitung.contoh.id')

      await admin.goto(HOME)
      await admin.getByRole('button', { name: 'Buka formulir' }).click()
      await admin.waitForURL(/kabar=disimpan/)

      await citizen.goto('/lapor')
      await citizen.getByLabel('Apa yang terjadi').fill('Jalan berlubang dalam di depan pasar.')
      await citizen.locator('#kategori').selectOption({ label: 'Jalan rusak' })
      await citizen.locator('#kelurahan').selectOption({ label: 'Bitung Tengah' })
      await citizen.getByRole('button', { name: 'Kirim laporan' }).click()
      await citizen.getByText('Simpan kode ini').waitFor()
      const lodged = {
        reference: await citizen.locator('.ref').first().innerText(),
        key: await citizen.locator('.key').innerText(),
      }
      expect(lodged.reference).toMatch(/^BTG-/)
      const logo = await citizen.locator('header image').getAttribute('href')
      expect((await citizen.request.get(logo ?? '')).headers()['content-type']).toBe('image/png')
      expect(await citizen.locator('main').innerText()).toContain('WITA')

      await openCase(verifier, 'belum-diverifikasi', lodged.reference)
      const routing = await step(verifier, 'route')
      await routing.locator('input[name=rilis][value=tidak]').check()
      await send(verifier, 'Teruskan')
      await settle(env)
      await openCase(officer, 'opd', lodged.reference)
      await step(officer, 'take_up')
      await send(officer, 'Tangani laporan')
      await (await step(officer, 'reply')).locator('textarea').fill('Tim turun sore ini, Bitung.')
      await send(officer, 'Kirim tanggapan')
      await settle(env)
      await openStatus(citizen, lodged)
      expect(await citizen.locator('main').innerText()).toContain('Tim turun sore ini, Bitung.')
    } catch (error) {
      await screenshot(admin, 'hari-pertama-gagal')
      throw error
    } finally {
      await harness.close()
      rmSync(storage, { recursive: true, force: true })
    }
  },
)
