import { globSync } from 'node:fs'
import { basename } from 'node:path'

interface Words {
  file: string
  name: string
  words: object
}

const of = async (path: string): Promise<Words[]> => {
  const file = basename(path)
  const exports = (await import(`../../src/words/id/${file.slice(0, -3)}.ts`)) as object
  return Object.entries(exports)
    .filter(([, words]) => typeof words === 'object' && words !== null && !Array.isArray(words))
    .map(([name, words]) => ({ file, name, words: words as object }))
}

/** Every collection of words of the interface, with the file and the name it is exported under. */
export const allWords = (await Promise.all(globSync('src/words/id/*.ts').sort().map(of))).flat()
