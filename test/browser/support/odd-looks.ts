import type { Page } from 'playwright-core'
import {
  atTheEdge,
  chosenByGround,
  cutOff,
  lateByColour,
  notForPaper,
  runTogether,
  tooWide,
  touchingButtons,
  withoutEdge,
} from './in-page.ts'

const FITS = [runTogether, atTheEdge, cutOff, touchingButtons, tooWide]

/** What a page must hold for those who see it in another way than it was drawn for, one line a fault. */
export async function oddLooks(page: Page): Promise<string[]> {
  const found: string[] = []
  const look = async (name: string, measures: (() => string[])[]) => {
    for (const measure of measures)
      for (const fault of await page.evaluate(measure))
        found.push(`${name}: ${measure.name}: ${fault}`)
  }
  await page.setViewportSize({ width: 360, height: 740 })
  await look('360', [...FITS, withoutEdge, lateByColour])
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, forcedColors: 'active' })
    await look(`forced colours, ${colorScheme}`, [withoutEdge, chosenByGround])
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
  await look('print from a dark screen', [notForPaper])
  await page.emulateMedia({ colorScheme: 'light', media: 'screen' })
  await enlarge(page, 2)
  await look('200 % text', FITS)
  await enlarge(page, 1)
  await page.setViewportSize({ width: 320, height: 256 })
  await look('400 % zoom', FITS)
  await page.setViewportSize({ width: 360, height: 740 })
  await restyle(page, (css) => css.replace(/[a-z-]+:[^;{}]*var\([^;{}]*(?:;|(?=\}))/g, ''))
  await look('no variables', [runTogether, withoutEdge])
  await restyle(page, () => '')
  await look('no styles', [runTogether])
  await restyle(page, (css) => css)
  return found
}

/** By the root's size, as a browser's own setting works; the page's policy allows it to scripts alone. */
async function enlarge(page: Page, factor: number): Promise<void> {
  await page.evaluate((times) => {
    const { style } = document.documentElement
    style.fontSize = ''
    const own = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    if (times !== 1) style.fontSize = `${own * times}px`
  }, factor)
}

/** Another style in the place of the page's own. */
async function restyle(page: Page, change: (css: string) => string): Promise<void> {
  const own = await page.evaluate(() => document.querySelector('style')?.textContent ?? '')
  await page.evaluate((css) => {
    for (const sheet of Array.from(document.styleSheets)) sheet.disabled = true
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets = [sheet]
  }, change(own))
}
