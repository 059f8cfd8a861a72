import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { type PathName, patterns } from '../../src/paths.ts'
import { registers } from '../../src/words/id/registers.ts'
import { type Listed, pathList, type Sample, sampleUrl } from '../support/path-list.ts'
import { barriers, brokenWords, faultsIn, hidesBars, isTooWide } from './support/inspect.ts'
import { afterUndo, letterOf, linkIn } from './support/letters.ts'
import { oddLooks } from './support/odd-looks.ts'
import { newPage, screenshot } from './support/pages.ts'
import {
  fileReport,
  type Lodged,
  openCase,
  openStatus,
  photosOf,
  send,
  signIn,
  step,
} from './support/steps.ts'

const pages = (Object.keys(pathList) as PathName[]).filter(
  (name) =>
    pathList[name].methods.includes('GET') && ['page', 'gone'].includes(pathList[name].answers),
)
const LOOKS = [
  { width: 360, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
  { width: 768, colorScheme: 'light' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const

const MAILBOX = { verifier: 'verifikator', officer: 'petugas1.dishub', admin: 'admin' }
const words = {
  text: 'Lampu jalan di depan pasar padam sejak Senin, warga takut lewat malam hari.',
  landmark: 'depan pasar Dock',
  name: 'Asmah',
  phone: '081200001111',
  email: 'asmah@contoh.id',
}

let sample: Sample
let lodged: Lodged
const cookies = new Map<
  Listed['whose'],
  Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>
>()

/** One report that has come as far as a question, so that every page has something to show. */
beforeAll(async () => {
  const keep = async (whose: Listed['whose'], page: Page) => {
    cookies.set(whose, await page.context().cookies())
    await page.context().close()
  }
  const citizen = await newPage()
  lodged = await fileReport(citizen, words)
  await citizen.locator('#berkas').setInputFiles(await photosOf('a.png'))
  await citizen.getByRole('button', { name: 'Unggah' }).click()
  await citizen.getByText('Berkas Anda tersimpan.').waitFor()
  const verifier = await newPage()
  await signIn(verifier, MAILBOX.verifier)
  await openCase(verifier, 'belum-diverifikasi', lodged.reference)
  const routing = await step(verifier, 'route')
  await routing.locator('input[name=rilis][value=ya]').check()
  await routing.locator('input[name=foto]').first().check()
  await send(verifier, 'Teruskan')
  const officer = await newPage()
  await signIn(officer, MAILBOX.officer)
  await openCase(officer, 'opd', lodged.reference)
  await step(officer, 'take_up')
  await send(officer, 'Tangani laporan')
  await (await step(officer, 'ask')).locator('textarea').fill('Berapa tiang yang padam?')
  await send(officer, 'Kirim pertanyaan')
  await afterUndo()
  const letter = await letterOf(words.email, lodged.reference, 'perlu keterangan')
  await openStatus(citizen, lodged)
  const photo = await citizen.locator('a[href*="/berkas/"]').first().getAttribute('href')
  sample = {
    nomor: lodged.reference,
    photo: photo?.split('/').at(-1) ?? '',
    oneTime: linkIn(letter).split('/').at(-1) ?? '',
  }
  const admin = await newPage()
  await signIn(admin, MAILBOX.admin)
  await fillRegisters(admin)
  await keep('reporter', citizen)
  await keep('verifier', verifier)
  await keep('officer', officer)
  await keep('admin', admin)
})

/** One open row in each register of personal data, written down as an administrator does. */
const fillRegisters = async (admin: Page) => {
  await admin.goto(new URL(patterns.dataRequests, admin.url()).href)
  await admin.locator('summary').click()
  await admin.locator('#nomor').fill(lodged.reference)
  await admin.locator('#jenis').selectOption('erase')
  await admin.locator('#kanal').selectOption('counter')
  await admin.locator('#pemeriksaan').fill('Petugas loket, dengan KTP')
  await admin.getByRole('button', { name: registers.requests.record }).click()
  await admin.getByText(registers.requests.done.dicatat ?? '').waitFor()
  await admin.goto(new URL(patterns.breaches, admin.url()).href)
  await admin.locator('summary').click()
  await admin.locator('#kejadian').fill('Berkas laporan terkirim ke alamat lain.')
  await admin.locator('#terdampak').fill('sekitar 3 pelapor')
  await admin.locator('#tindakan').fill('Berkas diminta dihapus.')
  await admin.getByRole('button', { name: registers.breaches.record }).click()
  await admin.getByText(registers.breaches.done.dicatat ?? '').waitFor()
}

const owners = [...new Set(pages.map((name) => pathList[name].whose))]

// they only read, each in a browser profile of its own
test.concurrent.each(owners)(
  'every page of %s is valid, free of barriers and fits, in each look and in odd ones',
  async (whose) => {
    const found: string[] = []
    const page = await newPage()
    await page.context().addCookies(cookies.get(whose) ?? [])
    for (const name of pages.filter((one) => pathList[one].whose === whose))
      found.push(...(await inspect(page, name)).map((fault) => `${name}: ${fault}`))
    await page.context().close()
    expect(found).toEqual([])
  },
)

async function inspect(page: Page, name: PathName): Promise<string[]> {
  const answer = await page.goto(sampleUrl(name, sample))
  const expected = pathList[name].answers === 'gone' ? 410 : 200
  const found = answer?.status() === expected ? [] : [`answers ${answer?.status()}`]
  found.push(...(await faultsIn((await answer?.text()) ?? '')))
  for (const { width, colorScheme } of LOOKS) {
    await page.setViewportSize({ width, height: 740 })
    await page.emulateMedia({ colorScheme })
    const faults = await barriers(page)
    if (await isTooWide(page)) faults.push('is wider than the window')
    if (await hidesBars(page)) faults.push('shows its bars only to whoever scrolls')
    faults.push(...(await brokenWords(page)).map((word) => `breaks the word ${word}`))
    found.push(...faults.map((fault) => `${width} ${colorScheme}: ${fault}`))
    await screenshot(page, `${name}-${width}-${colorScheme}`)
  }
  found.push(...(await oddLooks(page)))
  return found
}

test.each(['light', 'dark'] as const)(
  'forms that come back, receipts and refusals are as clean (%s)',
  async (colorScheme) => {
    const found: string[] = []
    const look = async (page: Page, name: string) => {
      const faults = [...(await barriers(page)), ...(await faultsIn(await page.content()))]
      await screenshot(page, `${name}-360-${colorScheme}`)
      faults.push(...(await oddLooks(page)))
      found.push(...faults.map((fault) => `${name}: ${fault}`))
    }
    const page = await newPage({ colorScheme, javaScript: true })
    await page.goto('/lapor')
    await page.getByLabel('Apa yang terjadi').fill('lampu')
    await page.locator('form[action^="/lapor"]').evaluate((form: HTMLFormElement) => {
      form.noValidate = true
    })
    await page.getByRole('button', { name: 'Kirim laporan' }).click()
    await page.getByRole('alert').waitFor()
    await look(page, 'galat-lapor')
    await fileReport(page, { ...words, email: '' })
    await look(page, 'tanda-terima')
    await page.goto('/lacak?nomor=DMI-0000-0000')
    await page.locator('#kode').fill('0000')
    await page.getByRole('button', { name: 'Lacak laporan' }).click()
    await page.getByRole('alert').waitFor()
    await look(page, 'galat-lacak')
    await page.goto('/tidak/ada')
    await look(page, 'galat-404')
    await page.context().close()
    expect(found).toEqual([])
  },
)
