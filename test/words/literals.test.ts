import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { id } from '../../src/words/id/all.ts'
import { textsOf, wordsIn } from './all-words.ts'

const TOKEN =
  /\/\/.*|\/\*[\s\S]*?\*\/|'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g

const vocabulary = new Set(wordsIn(textsOf(id).map(([, text]) => text)).filter(isLong))

function isLong(word: string): boolean {
  return word.length > 3
}

/** Strings of a source that a person could be meant to read: two words, and the look of a sentence. */
function sentences(source: string): string[] {
  const strings = [...source.matchAll(TOKEN)].map(([, single, double, template]) =>
    (single ?? double ?? template ?? '').replace(/\$\{[^}]*\}/g, ' '),
  )
  return strings.filter((text) => {
    if (!/(^|\s)[A-Za-z]{2,}[,.?!:]? [A-Za-z]{2,}/.test(text)) return false
    const told = /^[A-Z][a-z]+ [a-z]/.test(text) || /[a-z][.?!]$/.test(text)
    return told || wordsIn([text]).filter((word) => vocabulary.has(word)).length > 1
  })
}

/** Text that stands between tags, and attributes that are read aloud. */
function markup(source: string): string[] {
  const named = source.matchAll(/\s(?:aria-label|alt|title|placeholder|label)="([^"]*)"/g)
  const bare = source.replace(TOKEN, '""').matchAll(/>([^<>{}()=;&|"[\]]*)(?=<\/|\{|<\w)/g)
  return [...named, ...bare]
    .map(([, text = '']) => text.trim())
    .filter(
      (text) => /[A-Za-z]{2}/.test(text) && !/^(default|export|interface|type)\b| \? /.test(text),
    )
}

/** What somebody types into a terminal is the same in every language. */
const isCommand = (text: string) => text.includes('openssl')

describe('text is told by words/ alone', () => {
  const files = globSync('src/{views,routes,middleware,letters,client}/**/*.{ts,tsx}').filter(
    (file) => !file.startsWith('src/views/styles/'),
  )

  test('no room writes a sentence of its own', () => {
    const own = files.flatMap((file) =>
      sentences(readFileSync(file, 'utf8'))
        .filter((text) => !isCommand(text))
        .map((text) => `${file}: ${text}`),
    )
    expect(own).toEqual([])
  })

  test('no view writes between its tags', () => {
    const own = files
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) => markup(readFileSync(file, 'utf8')).map((text) => `${file}: ${text}`))
    expect(own).toEqual([])
  })

  test('which would be found', () => {
    const seen = "const a = <p class='m0'>Kirim {x}</p>\nconst b = t('kami periksa') + 'It is done'"
    expect(markup(seen)).toEqual(['Kirim'])
    expect(sentences(seen)).toEqual(['kami periksa', 'It is done'])
  })
})
