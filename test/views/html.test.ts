import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { toDocument } from '../../src/views/layouts/document.tsx'
import { pages } from './support/samples.tsx'

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: { 'void-style': 'off', 'no-inline-style': 'error', 'long-title': 'off' },
})

describe.each(Object.entries(pages))('%s', (name, page) => {
  test('is valid HTML with a label for every field', async () => {
    const report = await validator.validateString(await toDocument(page()))
    const said = report.results.flatMap((r) =>
      r.messages.map((m) => `${m.ruleId}: ${m.message} ${m.selector}`),
    )
    expect(said).toEqual([])
  })

  test('has no style attribute, no script in the page and one main heading', async () => {
    const html = await toDocument(page())
    expect(html).not.toMatch(/ style=| on\w+=|javascript:/)
    expect(html.match(/<script(?! src)/)).toBeNull()
    // a browser cuts what is pasted, and says nothing: lengths are told by the answer
    expect(html).not.toMatch(/ maxlength=/)
    if (name !== 'frame') expect(html.match(/<h1/g)).toHaveLength(1)
  })
})
