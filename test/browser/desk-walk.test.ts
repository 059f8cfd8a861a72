import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isTooWide } from './support/inspect.ts'
import { fileMany, putAway } from './support/many.ts'
import { newPage } from './support/pages.ts'
import { signIn, step } from './support/steps.ts'

/** A page of the list is twenty-five. */
let filed: string[] = []
beforeAll(async () => {
  filed = await fileMany(32, 'Lampu jalan padam di depan pasar Dock')
})
afterAll(() => putAway(filed))

describe.each([1280, 360])('the desk with its script, %i pixels wide', (width) => {
  let desk: Page
  const errors: string[] = []
  const list = () => desk.locator('#daftar li > a')
  const numbers = async () =>
    (await list().locator('small').allTextContents()).map((text) => text.slice(0, 13))
  const opened = async () => new URL(desk.url()).pathname.split('/')[3]
  const queue = async () => {
    await desk.goto('/petugas/antrean/belum-diverifikasi')
    await list().first().waitFor()
  }
  /** On a phone the case stands in place of the list. */
  const toList = async () => {
    if (width < 900) await desk.locator('a.back').click()
    await list().first().waitFor()
  }
  const open = async (nomor: string) => {
    await list().filter({ hasText: nomor }).click()
    await desk.locator('#berkas .meta').getByText(nomor).waitFor()
  }
  const question = () => desk.locator('#ask-pertanyaan')
  const press = async (button: string) => {
    await desk.getByRole('button', { name: button, exact: true }).click()
    await desk.waitForLoadState()
  }
  const undo = async () => {
    await desk.locator('.undo button').click()
    await desk.getByText('Langkah diurungkan').waitFor()
  }
  /** Somebody else acts on the case meanwhile. */
  const meanwhile = async (nomor: string) => {
    const other = await newPage({ width: 1280 })
    await signIn(other, 'pimpinan')
    await other.goto(`/petugas/laporan/${nomor}`)
    await (await step(other, 'remind')).locator('textarea').fill('Mohon segera diperiksa.')
    await other.getByRole('button', { name: 'Ingatkan', exact: true }).click()
    await other.getByText('Pengingat terkirim.').waitFor()
    await other.context().close()
  }

  beforeAll(async () => {
    desk = await newPage({ width })
    desk.setDefaultTimeout(15_000)
    desk.on('pageerror', (error) => errors.push(String(error)))
    await signIn(desk, 'verifikator')
  })

  afterAll(async () => {
    await desk.context().close()
    expect(errors).toEqual([])
  })

  test('the list turns its page, and who acts on page two stays there', async () => {
    await queue()
    const first = await numbers()
    await desk.getByRole('link', { name: 'Berikutnya ›' }).click()
    await expect.poll(numbers).not.toEqual(first)
    const second = await numbers()
    expect(await list().first().isVisible()).toBe(true)
    expect(first.filter((nomor) => second.includes(nomor))).toEqual([])
    const nomor = second[1] ?? ''
    await open(nomor)
    await (await step(desk, 'ask')).locator('textarea').fill('Berapa tiang yang padam?')
    await press('Kirim pertanyaan')
    await desk.getByText('Pertanyaan terkirim').waitFor()
    await expect.poll(numbers).toEqual(second.filter((one) => one !== nomor))
    await undo()
    expect(await question().inputValue()).toBe('Berapa tiang yang padam?')
    await toList()
    await expect.poll(numbers).toEqual(second)
  })

  test('Back leads from the case to the list, and forth again', async () => {
    await queue()
    const [nomor = ''] = await numbers()
    await open(nomor)
    await desk.goBack()
    await expect.poll(() => new URL(desk.url()).pathname).toContain('/antrean/')
    await expect.poll(() => list().first().isVisible()).toBe(true)
    // not within the call, which the way there would end
    await desk.evaluate(() => void setTimeout(() => history.forward()))
    await desk.locator('#berkas .meta').getByText(nomor).waitFor()
    await expect.poll(() => desk.locator('#berkas h1').isVisible()).toBe(true)
    expect(await isTooWide(desk)).toBe(false)
  })

  test('the open row is in sight', async () => {
    await queue()
    const last = (await numbers()).at(-1) ?? ''
    await desk.goto((await list().last().getAttribute('href')) ?? '')
    await desk.locator('#berkas .meta').getByText(last).waitFor()
    if (width < 900) return
    const row = await desk.locator('#daftar a[aria-current]').boundingBox()
    // part of a pixel is none
    expect(Math.floor(row ? row.y + row.height : 0)).toBeLessThanOrEqual(740)
  })

  test('a report that is gone is said in the desk, with a way on', async () => {
    await queue()
    await list()
      .first()
      .evaluate((row) => row.setAttribute('href', '/petugas/laporan/DMI-0000-0000'))
    await list().first().click()
    await desk.getByRole('heading', { name: 'tidak ditemukan' }).waitFor()
    expect(await desk.getByRole('searchbox').count()).toBe(1)
    await desk.locator('main').getByRole('link', { name: 'antrean' }).click()
    await list().first().waitFor()
  })

  test('keys lead into a form, and never close one', async () => {
    await queue()
    await open((await numbers())[0] ?? '')
    for (let i = 0; i < 2; i++) {
      await desk.keyboard.press('m')
      await expect.poll(() => question().isVisible()).toBe(true)
      expect(await question().evaluate((area) => area === document.activeElement)).toBe(true)
      await desk.keyboard.press('Escape')
    }
  })

  test('on a slow line what is typed waits for its case', async () => {
    await queue()
    const [first = '', second = ''] = await numbers()
    await open(first)
    if (width < 900) await desk.goto(`${desk.url()}`)
    await desk.route('**/petugas/laporan/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500))
      await route.continue()
    })
    await desk.keyboard.press('j')
    expect(await desk.locator('#berkas').getAttribute('aria-busy')).toBe('true')
    await desk.keyboard.press('m')
    await desk.keyboard.type('Berapa tiang?')
    await desk.locator('#berkas .meta').getByText(second).waitFor()
    await expect.poll(() => question().inputValue()).toBe('Berapa tiang?')
    expect(await opened()).toBe(second)
    await desk.unroute('**/petugas/laporan/**')
    await desk.goto(`/petugas/laporan/${first}`)
    expect(await question().inputValue()).toBe('')
  })

  test('unsent words stay with their case until they are sent or thrown away', async () => {
    await queue()
    const [, , first = '', second = ''] = await numbers()
    await open(first)
    await (await step(desk, 'ask')).locator('textarea').fill('Sejak jam berapa padam?')
    await toList()
    await open(second)
    expect(await question().inputValue()).toBe('')
    await toList()
    await open(first)
    expect(await question().inputValue()).toBe('Sejak jam berapa padam?')
    expect(await question().isVisible()).toBe(true)
    await desk.reload()
    expect(await question().inputValue()).toBe('Sejak jam berapa padam?')
    await meanwhile(first)
    await press('Kirim pertanyaan')
    await desk.getByText('baru saja diubah').waitFor()
    await desk.getByRole('link', { name: 'Muat ulang' }).click()
    await desk.waitForLoadState()
    await expect.poll(() => question().inputValue()).toBe('Sejak jam berapa padam?')
    await desk.getByRole('button', { name: 'Buang tulisan' }).click()
    expect(await question().inputValue()).toBe('')
    await desk.reload()
    expect(await question().inputValue()).toBe('')
    await (await step(desk, 'ask')).locator('textarea').fill('Di dekat rumah siapa?')
    await press('Kirim pertanyaan')
    await desk.getByText('Pertanyaan terkirim').waitFor()
    await undo()
    await desk.goto(`/petugas/laporan/${first}`)
    expect(await question().inputValue()).toBe('Di dekat rumah siapa?')
    await desk.getByRole('button', { name: 'Buang tulisan' }).click()
  })

  test('a refused form is loaded anew as its case, words and all', async () => {
    await queue()
    const nomor = (await numbers())[4] ?? ''
    await open(nomor)
    await (await step(desk, 'ask')).locator('textarea').fill('?')
    await press('Kirim pertanyaan')
    await desk.getByRole('alert').waitFor()
    expect(await numbers()).toContain(nomor)
    const answer = await desk.reload()
    expect(answer?.status()).toBe(200)
    expect(await question().inputValue()).toBe('?')
    expect((await desk.goto(`/petugas/laporan/${nomor}/pertanyaan`))?.status()).toBe(200)
    await desk.locator('#berkas .meta').getByText(nomor).waitFor()
  })

  test('an ended session asks who is there and leads on to the row that was opened', async () => {
    await queue()
    const nomor = (await numbers())[5] ?? ''
    const kept = await desk.context().cookies()
    await desk.context().clearCookies()
    await list().filter({ hasText: nomor }).click()
    await desk.getByLabel('Kata sandi').waitFor()
    expect(new URL(desk.url()).searchParams.get('kembali')).toContain(nomor)
    await desk.context().addCookies(kept)
  })

  test('signing out takes the unsent words along', async () => {
    await queue()
    const nomor = (await numbers())[6] ?? ''
    await open(nomor)
    await (await step(desk, 'ask')).locator('textarea').fill('Ini belum saya kirim.')
    await press('Keluar')
    await desk.getByLabel('Kata sandi').waitFor()
    expect(await desk.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('belum saya')
  })
})
