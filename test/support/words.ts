import { wordsFor } from '../../src/words/words.ts'

/** The words as a reader in Dumai's own time is told them. */
export const t = wordsFor('id', 420)
