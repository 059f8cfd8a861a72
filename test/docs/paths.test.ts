import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pathsDocument } from '../../scripts/paths-document.ts'
import { patterns } from '../../src/paths.ts'

const written = readFileSync('docs/paths.md', 'utf8')

test('docs/paths.md says of every path who may open it (else: npx node scripts/write-paths.ts)', () => {
  expect(written).toBe(pathsDocument())
})

test('it names every path', () => {
  const missing = Object.values(patterns).filter((at) => !written.includes(`| \`${at}\` |`))
  expect(missing).toEqual([])
})
