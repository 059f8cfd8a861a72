import { expect, test } from 'vitest'
import { templates } from '../../seed/templates.ts'
import { TEXT_MAX, TEXT_MIN } from '../../src/domain/text/limits.ts'

test('a template says enough in short sentences, and a reply cannot be sent as it is unseen', () => {
  for (const { kind, text } of templates) {
    expect(text.length).toBeGreaterThanOrEqual(TEXT_MIN)
    expect(text.length).toBeLessThanOrEqual(TEXT_MAX)
    for (const sentence of text.split(/(?<=[.:])\s/))
      expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(15)
    expect(text.includes('['), text).toBe(kind === 'reply')
  }
})

test('each kind is a choice of six under names of their own', () => {
  for (const kind of ['referral', 'reply'])
    expect(new Set(templates.filter((t) => t.kind === kind).map((t) => t.name)).size).toBe(6)
})
