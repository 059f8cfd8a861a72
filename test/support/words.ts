import { LANGUAGES, type Language } from '../../src/words/language.ts'
import { wordsFor } from '../../src/words/words.ts'

/** The words as a reader in Dumai's own time is told them. */
export const t = wordsFor('id', 420)

/** Every language there is, in the same time. */
export const everyLanguage = (Object.keys(LANGUAGES) as Language[]).map((language) =>
  wordsFor(language, 420),
)
