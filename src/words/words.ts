import { en } from './en/all.ts'
import { id } from './id/all.ts'
import type { Language } from './language.ts'
import { makeWords, type Words } from './make-words.ts'
import type { Texts } from './texts.ts'

export type { Words }

const texts: Record<Language, Texts> = { id, en: { ...id, ...en } }

const made = new Map<string, Words>()

/** Every word of a language, for the desk and letters; `offset`: the city's minutes ahead of UTC. */
export function wordsFor(language: Language, offset: number): Words {
  const key = `${language} ${offset}`
  const known = made.get(key) ?? makeWords(language, texts[language], offset)
  made.set(key, known)
  return known
}
