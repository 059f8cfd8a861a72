import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pathsDocument } from '../../scripts/paths-document.ts'
import { patterns } from '../../src/paths.ts'

const written = readFileSync('docs/paths.md', 'utf8')

test('docs/paths.md says of every path who may open it (else: node scripts/write-paths.ts)', () => {
  expect(written).toBe(pathsDocument())
})

test('it names every path', () => {
  for (const pattern of Object.values(patterns)) expect(written).toContain(`| \`${pattern}\` |`)
})
