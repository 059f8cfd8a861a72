import { formsOf, rootsOf } from './affixes.ts'
import { isSmall, spellingsOf } from './small-words.ts'

/** More are not sought: what is typed may be a whole report. */
const WORDS_MOST = 8
const LETTERS_MOST = 40

/** Of a longer question each word has fewer forms, or the match would be long. */
const ROOTS_OF_ALL = 10

const SHORTEST_STEM = 3

/** The shortest is not always the right one: umah and rumah of perumahan. */
const ROOTS_MOST = 3

/** A word that was typed; `own`: itself, inflected; `forms`: also what shares its root. */
export interface Sought {
  word: string
  own: string[]
  forms: string[]
}

/** Small words are left out, unless nothing else was typed. */
export function soughtIn(typed: string): Sought[] {
  const words = typed.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []
  const large = words.filter((word) => !isSmall(folded(word)))
  const sought = (large.length > 0 ? large : words).slice(0, WORDS_MOST)
  const roots = Math.min(ROOTS_MOST, Math.floor(ROOTS_OF_ALL / Math.max(1, sought.length)))
  return sought.map((typed) => {
    const word = folded(typed.slice(0, LETTERS_MOST))
    const spellings = spellingsOf(word)
    const [whole = word] = spellings
    const own = [...new Set([word, ...spellings, ...inflected(whole)])]
    const others = isStem(whole) ? rootsOf(whole).slice(0, roots).flatMap(formsOf) : []
    return { word, own, forms: [...new Set([...own, ...others])] }
  })
}

/** As the index has them. */
export function wordsIn(text: string): string[] {
  return (text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []).map(folded)
}

function inflected(word: string): string[] {
  if (/^\d{1,2}$/.test(word)) return numbered(Number(word))
  return isStem(word) ? formsOf(word) : [word]
}

function isStem(word: string): boolean {
  return word.length >= SHORTEST_STEM && !/\P{L}/u.test(word)
}

/** RT 3 is written RT 03 and RT 003. */
function numbered(n: number): string[] {
  return [...new Set([1, 2, 3].map((width) => String(n).padStart(width, '0')))]
}

/** As the index folds them: no capitals, no accents on Latin letters. */
function folded(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
}
