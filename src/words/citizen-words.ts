import { citizens } from './id/citizens.ts'
import type { Language } from './language.ts'
import { makeWords, type Words } from './make-words.ts'
import type { CitizenTexts, Texts } from './texts.ts'

/** By the city's minutes ahead of UTC. */
export type WordsIn = (offset: number) => Words

/** Indonesian is there at the start; another language is read when the first person wants it. */
const TEXTS: Record<Language, () => CitizenTexts | Promise<CitizenTexts>> = {
  id: () => citizens,
  en: async () => (await import('./en/all.ts')).en,
}

const made = new Map<string, Words>()

/**
 * For citizens' pages: what the desk and letters say is not in it, and words.ts would bring it.
 * test/words/citizens.test.ts holds every file that runs at the start to this part.
 */
export async function citizenWords(language: Language): Promise<WordsIn> {
  const texts = (await TEXTS[language]()) as Texts
  return (offset) => {
    const key = `${language} ${offset}`
    const known = made.get(key) ?? makeWords(language, texts, offset)
    made.set(key, known)
    return known
  }
}
