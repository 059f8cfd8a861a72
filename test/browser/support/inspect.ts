import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { HtmlValidate } from 'html-validate'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const LAWS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: { 'void-style': 'off', 'no-inline-style': 'error', 'long-title': 'off' },
})

/** What axe-core finds against WCAG 2.2 AA on the page as it stands, one line a fault. */
export async function barriers(page: Page): Promise<string[]> {
  // not as a script element: the page's own policy would refuse it
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  return page.evaluate(async (values) => {
    const { axe } = globalThis as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Violation[] }> }
    }
    type Violation = { id: string; help: string; nodes: { html: string; failureSummary: string }[] }
    const { violations } = await axe.run({ runOnly: { type: 'tag', values } })
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ html, failureSummary }) =>
          `${id}: ${help}: ${html.slice(0, 200)} ${failureSummary.slice(0, 200)}`,
      ),
    )
  }, LAWS)
}

/** What html-validate finds in the answer as it was sent, one line a fault. */
export async function faultsIn(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} ${selector}`),
  )
}

/** Whether something is wider than the window. */
export const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)

/** Whether a bar of a chart is seen only by scrolling sideways. */
export const hidesBars = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.hbar')].some(
      (bar) => bar.getBoundingClientRect().right > document.documentElement.clientWidth,
    ),
  )

/** Plain words of at most 14 letters that stand on two lines, but not where signed bytes do. */
export const brokenWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const broken: string[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { wordBreak } = getComputedStyle(node.parentElement ?? document.body)
      if (wordBreak === 'break-all') continue
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(
        /(?<!\S)\p{L}{2,14}(?=[.,:;!?]?(?!\S))/gu,
      )) {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + word.length)
        const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom)))
        if (lines.size > 1) broken.push(word)
      }
    }
    return broken
  })
