import { describe, expect, test } from 'vitest'
import { id } from '../../src/words/id/all.ts'
import { SOURCE } from '../../src/words/language.ts'
import type { Texts } from '../../src/words/texts.ts'
import { wordsFor } from '../../src/words/words.ts'
import { collectionsOf, textsOf, translations, withBareMarks, withMarks } from './all-words.ts'

/** Which arguments, and which parts of them, a text says; by the path of the text. */
function said(texts: Partial<Texts>, call: typeof withMarks): Record<string, string[]> {
  const all = textsOf(texts, call).map(([path, text]): [string, string[]] => [
    path,
    [...new Set(text.match(/⟦[^⟧]*⟧/g))].sort(),
  ])
  return Object.fromEntries(all)
}

/** The source, cut to what a translation says itself. */
function sourceOf(own: Partial<Texts>): Partial<Texts> {
  return Object.fromEntries(Object.entries(id).filter(([name]) => name in own))
}

const isFixed = ([path]: [string, string]) => /\.(value|sign|tone)$/.test(path)

describe.each(translations)('%s beside the source', (language) => {
  const own = collectionsOf(language)
  const source = sourceOf(own)

  test('has the same keys, and no other', () => {
    const keys = (texts: Partial<Texts>) => textsOf(texts).map(([path]) => path)
    expect(keys(own).sort()).toEqual(keys(source).sort())
  })

  test('says the same arguments', () => {
    expect(said(own, withMarks)).toEqual(said(source, withMarks))
    expect(said(own, withBareMarks)).toEqual(said(source, withBareMarks))
  })

  test('keeps what is posted, and signs and tones', () => {
    expect(textsOf(own).filter(isFixed)).toEqual(textsOf(source).filter(isFixed))
  })

  test('has said a reporter’s pages itself', () => {
    const names = ['form', 'fields', 'filingErrors', 'receipt', 'track', 'status', 'events']
    expect(Object.keys(own)).toEqual(expect.arrayContaining([...names, 'states', 'errors', 'due']))
  })
})

test('there is a language beside the source, and each has its own name for itself', () => {
  expect(translations).toContain('en')
  expect(wordsFor('en', 420).form).not.toBe(wordsFor(SOURCE, 420).form)
})
