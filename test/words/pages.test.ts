import { describe, expect, test } from 'vitest'
import { id } from '../../src/words/id/all.ts'
import { type Language, SOURCE } from '../../src/words/language.ts'
import type { Texts } from '../../src/words/texts.ts'
import { type Words, wordsFor } from '../../src/words/words.ts'
import { reporterPages } from '../views/support/reporter-pages.tsx'
import { collectionsOf, textsOf, translations, wordsIn } from './all-words.ts'

/** The same words with nothing said: what a page still shows then is the city's and the reporter's. */
function silent(language: Language): Words {
  const words = wordsFor(language, 420)
  return {
    ...words,
    ...(hushed(id) as Texts),
    dueWords: () => ({ tone: 'none', sign: '', main: '', detail: '', brief: '' }),
    refusalText: () => '',
    stateLabelForOthers: () => '',
    stateMeaningForOthers: () => '',
  }
}

/** Each text empty, each function nothing but what it was given. */
function hushed(value: unknown): unknown {
  if (typeof value === 'string') return ''
  if (typeof value === 'function') return (...given: unknown[]) => given.map(plain).join(' ')
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hushed(inner)]))
}

function plain(given: unknown): string {
  return typeof given === 'object' && given !== null ? Object.values(given).join(' ') : `${given}`
}

/** What a person sees or hears of a page. */
function shownBy(html: string): string[] {
  const body = html.replace(/<style>[\s\S]*?<\/style>/g, ' ')
  const heard = body.matchAll(/ (?:aria-label|alt|title|placeholder)="([^"]*)"/g)
  return [body.replace(/<[^>]*>/g, ' '), ...[...heard].map(([, text = '']) => text)]
}

async function wordsOn(words: Words): Promise<Map<string, string[]>> {
  const pages = await Promise.all(
    Object.entries(reporterPages(words)).map(
      async ([name, page]) => [name, wordsIn(shownBy(await page().toString()))] as const,
    ),
  )
  return new Map(pages)
}

const indonesian = new Set(wordsIn(textsOf(id).map(([, text]) => text)).filter((w) => w.length > 2))

describe.each(translations)('a reporter’s pages in %s', (language) => {
  const own = new Set(wordsIn(textsOf(collectionsOf(language)).map(([, text]) => text)))

  const leftOver = async (words: Words) => {
    const content = await wordsOn(silent(language))
    return [...(await wordsOn(words))].flatMap(([name, said]) => {
      const given = new Set(content.get(name))
      return said
        .filter((word) => indonesian.has(word) && !own.has(word) && !given.has(word))
        .map((word) => `${name}: ${word}`)
    })
  }

  test('say nothing in the source’s words', async () => {
    expect(await leftOver(wordsFor(language, 420))).toEqual([])
  })

  test('would be caught saying it', async () => {
    expect((await leftOver(wordsFor(SOURCE, 420))).length).toBeGreaterThan(300)
  })
})
