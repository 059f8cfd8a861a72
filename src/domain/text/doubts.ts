import { findPersonalData } from './screening.ts'

/** Something in a text that its writer may not have meant to let out. */
export interface Doubt {
  kind: 'personal' | 'gap'
  words: string
}

export function personalIn(text: string): Doubt[] {
  return findPersonalData(text).map(({ start, end }) => ({
    kind: 'personal',
    words: text.slice(start, end).trim(),
  }))
}

/** '[apa]', left from a template; what a mask left is none. */
export function gapsIn(text: string): Doubt[] {
  return [...text.matchAll(/\[[^[\]\n]{1,60}\]/g)]
    .map(([words]) => words)
    .filter((words) => !words.endsWith(' disamarkan]'))
    .map((words) => ({ kind: 'gap', words }))
}
