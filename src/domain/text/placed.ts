import { wordsIn } from './sought.ts'

export interface PlaceName {
  name: string
  /** Facet of the search index: 'kel14', 'kec3'. */
  token: string
}

/** Places that are named by a question, and what is left of it. */
export interface Placed {
  places: { words: string; tokens: string[] }[]
  rest: string
}

const PLACES_MOST = 3

/** 'kel. Teluk Binjai': said before a name, it is no word of the report. */
const KINDS: Record<string, string> = {
  kelurahan: 'kel',
  kel: 'kel',
  kecamatan: 'kec',
  kec: 'kec',
}

/** The longest name wins: Bukit Kayu Kapur is not Bukit Kapur. */
export function placedIn(typed: string, names: readonly PlaceName[]): Placed {
  const words = wordsIn(typed)
  const known = names.map(({ name, token }) => ({ words: wordsIn(name), token }))
  const places: Placed['places'] = []
  const rest: string[] = []
  let at = 0
  while (at < words.length) {
    const here = known.filter((one) => one.words.every((word, i) => words[at + i] === word))
    const length = Math.max(0, ...here.map((one) => one.words.length))
    if (length === 0 || places.length === PLACES_MOST) {
      rest.push(words[at] ?? '')
      at += 1
      continue
    }
    const all = here.filter((one) => one.words.length === length).map(({ token }) => token)
    const kind = KINDS[rest.at(-1) ?? '']
    const tokens = kind ? all.filter((token) => token.startsWith(kind)) : all
    if (kind) rest.pop()
    const found = tokens.length > 0 ? tokens : all
    places.push({ words: words.slice(at, at + length).join(' '), tokens: found })
    at += length
  }
  return { places, rest: rest.join(' ') }
}
