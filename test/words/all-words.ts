import { id } from '../../src/words/id/all.ts'
import { LANGUAGES, type Language, SOURCE } from '../../src/words/language.ts'
import type { Texts } from '../../src/words/texts.ts'
import { wordsFor } from '../../src/words/words.ts'

export const languages = Object.keys(LANGUAGES) as Language[]
export const translations = languages.filter((language) => language !== SOURCE)

/** Every collection that a language says itself; the others are those of the source. */
export function collectionsOf(language: Language): Partial<Texts> {
  const words = wordsFor(language, 420)
  const names = (Object.keys(id) as (keyof Texts)[]).filter(
    (name) => language === SOURCE || words[name] !== id[name],
  )
  return Object.fromEntries(names.map((name) => [name, words[name]]))
}

type Call = (...given: unknown[]) => unknown

/** Every text in it with the path that leads there; `call` says what a function is given. */
export function textsOf(
  value: unknown,
  call: (text: Call, path: string) => unknown = withMarks,
  path = '',
): [path: string, text: string][] {
  if (typeof value === 'string' || marks.has(value)) return [[path, `${value}`]]
  if (typeof value === 'function') return textsOf(call(value as Call, path), call, path)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    textsOf(inner, call, path ? `${path}.${key}` : key),
  )
}

/** Calls a text with stand-ins that say which argument they are, and which part of it. */
export function withMarks(text: Call): unknown {
  return text(...Array.from({ length: text.length }, (_, i) => mark(String(i))))
}

/** The same with arguments that have no parts. */
export function withBareMarks(text: Call): unknown {
  return text(...Array.from({ length: text.length }, (_, i) => mark(String(i), false)))
}

const marks = new Set<unknown>()

function mark(name: string, parts = true): unknown {
  const made = new Proxy(() => name, {
    get: (_, key) => {
      if (key === Symbol.toPrimitive) return () => `⟦${name}⟧`
      return parts && typeof key === 'string' ? mark(`${name}.${key}`) : undefined
    },
    apply: () => mark(name),
  })
  marks.add(made)
  return made
}

/** Words of texts, marks left out, in small letters. */
export function wordsIn(texts: readonly string[]): string[] {
  return texts.flatMap((text) =>
    (text.replace(/⟦[^⟧]*⟧/g, ' ').match(/[A-Za-z]+/g) ?? []).map((word) => word.toLowerCase()),
  )
}
