import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { id } from '../../src/words/id/all.ts'

/** Looked up by the name of a refusal, a template or a field: test/words/words.test.ts holds them. */
const COMPUTED = ['refusals', 'fieldRefusals', 'reporterNotices', 'staffNotices', 'fields']

const code = globSync('src/**/*.{ts,tsx}')
  .filter((file) => !/src\/words\/\w+\//.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

const collections = Object.entries(id).filter(
  ([name, words]) => typeof words === 'object' && !COMPUTED.includes(name),
)

/** Keys of a collection that some file spells; null where one looks them up by a name it computes. */
function spelled(name: string): Set<string> | null {
  const here = `\\b(?:t|own|said|wordsFor\\([^)]*\\))\\.${name}`
  if (new RegExp(`${here}(?:\\[|\\b(?!\\??\\.\\w))`).test(code)) return null
  return new Set([...code.matchAll(new RegExp(`${here}\\.(\\w+)`, 'g'))].map(([, key = '']) => key))
}

test('every collection is read by somebody', () => {
  const unread = Object.keys(id).filter(
    (name) => !new RegExp(`\\b(?:t|own|said|wordsFor\\([^)]*\\))\\.${name}\\b`).test(code),
  )
  expect(unread).toEqual([])
})

test('every word of every collection is used', () => {
  const unused = collections.flatMap(([name, words]) => {
    const used = spelled(name)
    return used
      ? Object.keys(words)
          .filter((key) => !used.has(key))
          .map((key) => `${name}.${key}`)
      : []
  })
  expect(unused).toEqual([])
})

test('every field of the form is shown', () => {
  expect(Object.keys(id.fields).filter((name) => !code.includes(`'${name}'`))).toEqual([])
})
