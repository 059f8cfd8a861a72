import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { MOST_PREVIEW_BYTES } from '../../src/domain/case/preview-size.ts'
import { toDocument } from '../../src/views/layouts/document.tsx'
import { everyLanguage } from '../support/words.ts'
import { twentyPhotos } from './support/own-pages.tsx'
import { reporterPages } from './support/reporter-pages.tsx'
import { pages } from './support/samples.tsx'

/** Left of the form's 8,000 bytes for the headers of two answers and the icon. */
const HEADERS = 1_200
const ICON = 300

const gzipped = async (page: Page) => gzipSync(await toDocument(page())).length

type Page = (typeof pages)[keyof typeof pages]

describe.each(everyLanguage)('in $language', (t) => {
  const own = reporterPages(t)

  test('the form, with all subdistricts, categories and agencies, leaves room for headers and icon', async () => {
    const html = await toDocument(own.form())
    expect(html.match(/<option/g)?.length).toBeGreaterThanOrEqual(36 + 21 + 38 + 3)
    expect(gzipSync(html).length).toBeLessThanOrEqual(8_000 - 2 * HEADERS - ICON)
    expect(await gzipped(own['form-error'])).toBeLessThanOrEqual(5_500)
  })

  test.each(['status-asked', 'status-closure', 'status-closed'] as const)(
    '%s fits 4 kB',
    async (name) => {
      expect(await gzipped(own[name])).toBeLessThanOrEqual(4_096)
    },
  )

  test('status with twenty photos fits 4 kB, and sends 36 kB of pictures at most', async () => {
    const html = await toDocument(twentyPhotos(t))
    expect(html).toMatch(/href="[^"]*\/data">(Semua|All) \(19\)/)
    expect(html.match(/href="[^"]*\/berkas\//g)).toHaveLength(4)
    expect(gzipSync(html).length).toBeLessThanOrEqual(4_096)
    const images = html.match(/<img [^>]*>/g) ?? []
    expect(images).toHaveLength(3)
    for (const image of images) expect(image).toMatch(/ src="[^"]*\?kecil" alt="" loading="lazy"/)
    expect(images.length * MOST_PREVIEW_BYTES).toBeLessThanOrEqual(36_000)
  })

  test('the receipt that answers the POST, without its QR code, fits 4 kB', async () => {
    expect(await gzipped(own['receipt-posted'])).toBeLessThanOrEqual(4_096)
  })

  test('home, form, receipt and status together stay under 24 kB with their headers', async () => {
    const sizes = await Promise.all(
      [pages.home, own.form, own.receipt, own['status-closure']].map(gzipped),
    )
    expect(sizes.reduce((a, b) => a + b) + 4 * HEADERS).toBeLessThanOrEqual(24_000)
  })
})

test('the frame fits 4 kB', async () => {
  expect(await gzipped(pages.frame)).toBeLessThanOrEqual(4_096)
})
