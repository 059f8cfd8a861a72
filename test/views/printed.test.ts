import { describe, expect, test } from 'vitest'
import { toDocument } from '../../src/views/layouts/document.tsx'
import { everyLanguage } from '../support/words.ts'
import { reporterPages } from './support/reporter-pages.tsx'

/** Of a page of one report, what a printer is sent: without what the style leaves out there. */
const printed = (html: string): string =>
  html.replace(/<(\w+)[^>]*class="[^"]*(?:noprint|btn)[^"]*"[^>]*>[\s\S]*?<\/\1>/g, '')

describe.each(everyLanguage)('in $language', (t) => {
  const pages = reporterPages(t)
  const ofOneReport = Object.keys(pages).filter((name) => /^(status|my-data|receipt)/.test(name))

  test.each(ofOneReport)('%s says on paper whether it holds the key', async (name) => {
    const html = await toDocument(pages[name as keyof typeof pages]())
    const key = t.receipt.key.toLowerCase()
    const paper = printed(html).toLowerCase()
    const said = [t.receipt.withKey, t.receipt.withoutKey, t.status.signOutHint]
    expect(said.filter((words) => words.toLowerCase().includes(key))).toEqual(said)
    expect(said.some((words) => paper.includes(words.toLowerCase()))).toBe(true)
  })
})
