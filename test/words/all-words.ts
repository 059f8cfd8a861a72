import { id } from '../../src/words/id/all.ts'

/** Every collection of words of the interface by its name. */
export const allWords = Object.entries(id)
  .filter(([, words]) => typeof words === 'object')
  .map(([name, words]) => ({ name, words: words as object }))
