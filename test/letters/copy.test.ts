import { expect, it } from 'vitest'
import { letter } from '../../src/words/id/notice.ts'
import { reporterNotices } from '../../src/words/id/reporter-notices.ts'
import { staffNotices } from '../../src/words/id/staff-notices.ts'

// @ts-expect-error vite answers this; the types of the Worker do not know it
const sources: Record<string, string> = import.meta.glob('../../src/domain/acts/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const all = Object.values(sources).join('\n')
const named = (pattern: RegExp) => [...all.matchAll(pattern)].map((match) => match[1] ?? '')

const facts = { city: 'Kota Dumai', reference: 'DMI-7K4Q-2M9X', link: 'https://lapor.example/x' }

it('has a letter for every notice that a rule names', () => {
  const toReporter = named(/tellReporter\('(\w+)'\)/g)
  const toStaff = [
    ...named(/tell(?:Agency\(\w+, |Verifier\()'(\w+)'\)/g),
    ...named(/to: '(?!reporter)\w+'[^}]*template: '(\w+)'/g),
  ]
  expect(toReporter.length).toBeGreaterThan(10)
  expect(toStaff.length).toBeGreaterThan(5)
  for (const template of toReporter) expect(reporterNotices).toHaveProperty(template)
  for (const template of toStaff) expect(staffNotices).toHaveProperty(template)
})

it('writes whole sentences of at most fifteen words, with the link, without an agency or a date too', () => {
  for (const [name, text] of Object.entries({ ...reporterNotices, ...staffNotices })) {
    for (const given of [
      facts,
      { ...facts, agency: 'Dinas PUPR', due: 'Jumat, 11 Desember 2026' },
    ]) {
      const { subject, body } = letter(text(given), given)
      expect(body, name).toContain(facts.link)
      expect(`${subject}\n${body}`, name).not.toMatch(/undefined|null|\n\n\n/)
      for (const sentence of body.split(/[.:?!]\s|\n/))
        expect(sentence.split(/\s+/).length, `${name}: ${sentence}`).toBeLessThanOrEqual(15)
    }
  }
})
