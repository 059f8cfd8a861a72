import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const sections = Object.fromEntries(
  ['rules', 'data'].map((name) => [name, headingsOf(readFileSync(`docs/${name}.md`, 'utf8'))]),
)

const sources = globSync('{src,test,scripts,seed,bench}/**/*.{ts,tsx,sql}').filter(
  (file) => file !== 'test/docs/citations.test.ts',
)

interface Cited {
  document: string
  /** What stands behind the document's name, up to the end of the sentence or more. */
  rest: string
}

function headingsOf(text: string): string[] {
  return Array.from(text.matchAll(/^##+ (.+)$/gm), ([, title = '']) => title)
}

/** A comment may break anywhere: its lines are read as one. */
function citedIn(source: string): Cited[] {
  const flat = source.replace(/\s*\n\s*(?:\*|\/\/|--)?\s*/g, ' ')
  return Array.from(
    flat.matchAll(/\b(rules|data)\.md(.{0,80})/g),
    ([, document = '', rest = '']) => ({
      document,
      rest,
    }),
  )
}

function isThere({ document, rest }: Cited): boolean {
  return (sections[document] ?? []).some(
    (title) => rest.startsWith(`, ${title}`) && !/^[\w ]/.test(rest.slice(title.length + 2)),
  )
}

describe('what comments cite of docs/rules.md and docs/data.md', () => {
  test('is a section that is there', () => {
    const missing = sources.flatMap((file) =>
      citedIn(readFileSync(file, 'utf8'))
        .filter((cited) => !isThere(cited))
        .map(({ document, rest }) => `${file}: docs/${document}.md${rest}`),
    )
    expect(missing).toEqual([])
  })

  test('is named by the path of this repository', () => {
    const elsewhere = sources.filter((file) =>
      /(?<!docs\/)\b(?:rules|data|domain)\.md/.test(readFileSync(file, 'utf8')),
    )
    expect(elsewhere).toEqual([])
  })
})

describe('the two documents', () => {
  test('name each section once', () => {
    for (const titles of Object.values(sections)) expect(new Set(titles).size).toBe(titles.length)
  })

  test('refer to sections that are there', () => {
    for (const file of globSync('{*.md,docs/**/*.md}'))
      for (const [, document = '', title = ''] of readFileSync(file, 'utf8')
        .replace(/\s+/g, ' ')
        .matchAll(/\[(?:docs\/)?(rules|data)\.md\]\([^)]+\), [_*]?([A-Z][A-Za-z ]*)/g))
        expect(sections[document], `${file}: ${document}.md, ${title}`).toContain(title.trim())
  })
})
