import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agencies } from '../../seed/agencies.ts'
import { newPage, screenshot } from './support/pages.ts'
import { siteUrl } from './support/site.ts'

/** All agencies of the seed: the longest name decides. */
const SLUGS = agencies.map(({ slug }) => slug)

const AGENCY = 'dinas-perhubungan'

/** What an agency pastes into its own website. */
const EMBEDS = {
  '/bingkai': `<iframe src="${siteUrl}/widget/${AGENCY}" title="Laporan warga"></iframe>`,
  '/skrip': `<script src="${siteUrl}/widget.js" data-opd="${AGENCY}"></script>`,
}

let website: Server
let address: string

beforeAll(async () => {
  website = createServer(({ url }, answer) => {
    answer.setHeader('Content-Type', 'text/html; charset=utf-8')
    answer.end(`<!doctype html><title>OPD</title><body>${EMBEDS[url as keyof typeof EMBEDS] ?? ''}`)
  })
  await new Promise<void>((ready) => website.listen(0, '127.0.0.1', ready))
  address = `http://127.0.0.1:${(website.address() as AddressInfo).port}`
})

afterAll(() => {
  website.close()
})

const framed = async (page: Page, embed: string): Promise<Frame> => {
  await page.goto(address + embed)
  await page.locator('iframe').waitFor()
  const frame = page.frames()[1]
  if (!frame) throw new Error('no frame')
  await frame.locator('h1').waitFor()
  return frame
}

test.each([320, 360, 400])(
  'at %i px the frame of every agency shows all it has in the height of the snippet',
  async (width) => {
    const page = await newPage({ width, height: 560 })
    const tall: [slug: string, height: number][] = []
    for (const slug of [...SLUGS, 'tidak-ada']) {
      const answer = await page.goto(`/widget/${slug}`)
      expect(answer?.status()).toBe(slug === 'tidak-ada' ? 404 : 200)
      const [height = 0, across = 0] = await page.evaluate(() => [
        document.documentElement.scrollHeight,
        document.documentElement.scrollWidth,
      ])
      if (height > 560 || across > width) tall.push([slug, height])
      if (slug === AGENCY || slug === 'tidak-ada') await screenshot(page, `widget-${slug}-${width}`)
    }
    expect(tall).toEqual([])
    await page.context().close()
  },
)

/** Title of the page that opens beside the agency's own. */
const opened = async (page: Page, act: () => Promise<void>): Promise<string> => {
  const [beside] = await Promise.all([page.waitForEvent('popup'), act()])
  await beside.locator('main h1').waitFor()
  const title = await beside.title()
  await beside.close()
  return title
}

test.each(Object.keys(EMBEDS))(
  'every way out of the widget at %s opens beside the agency’s own site',
  async (embed) => {
    const page = await newPage({ width: 768 })
    const frame = await framed(page, embed)
    const links = frame.locator('a')
    const count = await links.count()
    expect(count).toBeGreaterThan(2)
    for (let i = 0; i < count; i++)
      expect(await opened(page, () => links.nth(i).click())).toContain('Tanggap')
    await frame.locator('[name="nomor"]').fill('DMI-7K4Q-2M9X')
    expect(await opened(page, () => frame.locator('form button').click())).toContain('Lacak')
    expect(frame.url()).toBe(`${siteUrl}/widget/${AGENCY}`)
    expect(await page.context().cookies()).toEqual([])
    await page.context().close()
  },
)
