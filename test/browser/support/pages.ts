import { mkdirSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, inject } from 'vitest'
import { siteUrl } from './site.ts'

const SCREENSHOTS = '.cache/screenshots'

let connection: Promise<Browser> | undefined

/** A busy machine is slow, not broken: what never comes still ends before the test does. */
const PATIENCE_MS = 60_000

type PageOptions = {
  /** Width in CSS pixels; 360 unless told. */
  width?: number
  height?: number
  javaScript?: boolean
  colorScheme?: 'light' | 'dark'
  /** Origin, of a site of its own. */
  site?: string
}

/** A page in a browser profile of its own (no cookies shared); relative addresses are the site's. */
export async function newPage(options: PageOptions = {}): Promise<Page> {
  connection ??= chromium.connect(inject('browserEndpoint'))
  const context = await (await connection).newContext({
    baseURL: options.site ?? siteUrl,
    viewport: { width: options.width ?? 360, height: options.height ?? 740 },
    javaScriptEnabled: options.javaScript ?? true,
    colorScheme: options.colorScheme ?? 'light',
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  return context.newPage()
}

/** Saves the whole page as `.cache/screenshots/<name>.png`, to be looked at. Returns the path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  mkdirSync(SCREENSHOTS, { recursive: true })
  const path = `${SCREENSHOTS}/${name}.png`
  await page.screenshot({ path, fullPage: true })
  return path
}

afterAll(async () => {
  const browser = await connection
  connection = undefined
  await browser?.close()
})
