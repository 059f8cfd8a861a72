import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { fields } from '../../src/words/id/form.ts'
import { allWords } from './all-words.ts'

/** Looked up by the name of a refusal, a template or a field: test/words/words.test.ts holds them. */
const COMPUTED = ['refusals', 'fieldRefusals', 'reporterNotices', 'staffNotices', 'fields']

const sources = globSync('src/**/*.{ts,tsx}').map((file) => readFileSync(file, 'utf8'))

const groups = allWords
  .filter(({ name }) => !COMPUTED.includes(name))
  .map(({ file, name, words }) => [file, name, Object.keys(words)] as const)

/** How a file calls a collection that it imports: by its name or another. */
const namesIn = (source: string, file: string, name: string): string[] =>
  [...source.matchAll(/import \{([^}]*)\} from '([^']+)'/g)]
    .filter(([, , from = '']) => basename(from) === file)
    .flatMap(([, list = '']) => list.split(','))
    .map((entry) => entry.trim().split(/ as /))
    .filter(([imported]) => imported === name)
    .map(([imported = '', as]) => as ?? imported)

/** Keys of a collection that some file spells; null where one looks them up by a name it computes. */
const spelled = (file: string, name: string): Set<string> | null => {
  const keys = new Set<string>()
  for (const source of sources)
    for (const alias of namesIn(source, file, name)) {
      const code = source.replace(/import \{[^}]*\} from '[^']+'/g, '')
      if (new RegExp(`(?<![.\\w])${alias}\\[`).test(code)) return null
      for (const [, key = ''] of code.matchAll(new RegExp(`(?<![.\\w])${alias}\\s*\\.(\\w+)`, 'g')))
        keys.add(key)
    }
  return keys
}

test('every word of every collection is used', () => {
  const left = groups.flatMap(([file, name, keys]) => {
    const used = spelled(file, name)
    return used ? keys.filter((key) => !used.has(key)).map((key) => `${file}: ${name}.${key}`) : []
  })
  expect(left).toEqual([])
})

test('every field of the form is shown', () => {
  const views = sources.join('\n')
  expect(Object.keys(fields).filter((name) => !views.includes(`'${name}'`))).toEqual([])
})
