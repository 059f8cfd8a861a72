import type { Kind, Names } from './names.ts'
import { closing, declarationsOf, type Source } from './source.ts'

export interface Listing {
  kind: Kind
  file: string
  name: string
  /** 'table': every name of the kind has a row; 'satellite': some of them stand in a list. */
  sort: 'table' | 'satellite'
}

/** A type that says which names a list is of; any other named type says that it is of none. */
const TYPE_OF: [RegExp, Kind][] = [
  [/\bPathName\b|typeof patterns/, 'paths'],
  [/\bCommandName\b/, 'commands'],
  [/\bLetterName\b/, 'letters'],
]

/** A table has a row for nearly every name: letters of one kind of reader may stand apart. */
const WHOLE = 0.9

/**
 * Constants at a module's top level that are arrays, sets, maps or records and of which at least
 * four entries in five, and two at least, are names of paths, of commands or of letters. The words
 * of a language are tables of their own kind and left out.
 */
export function listingsOf(sources: Source[], names: Names): Listing[] {
  return sources
    .filter(({ room }) => !['words', 'copy'].includes(room))
    .flatMap((source) =>
      declarationsOf(source).flatMap(({ name, type, value }) => {
        const entries = entriesOf(value)
        const kind = kindOf(`${type} ${satisfied(value)}`, entries, names)
        if (!kind) return []
        const known = new Set(entries.filter((entry) => names[kind].has(entry)))
        const sort = known.size >= WHOLE * names[kind].size ? 'table' : 'satellite'
        return [{ kind, file: source.path, name, sort } satisfies Listing]
      }),
    )
}

function satisfied(value: string): string {
  return /(?:satisfies|as) ([^\n]*)$/.exec(value)?.[1] ?? ''
}

function kindOf(type: string, entries: string[], names: Names): Kind | undefined {
  const named = TYPE_OF.find(([pattern]) => pattern.test(type))?.[1]
  if (named) return entries.length > 0 ? named : undefined
  if (/\b(?!Record|Readonly|ReadonlySet|ReadonlyMap|Set|Map|Partial)[A-Z]\w+/.test(keysType(type)))
    return undefined
  if (entries.every((entry) => names.states.has(entry))) return undefined
  const fits = (kind: Kind) => {
    const count = entries.filter((entry) => names[kind].has(entry)).length
    return count >= 2 && count >= 0.8 * entries.length ? count : 0
  }
  const [best] = (['paths', 'letters', 'commands'] as const)
    .map((kind) => ({ kind, count: fits(kind) }))
    .sort((a, b) => b.count - a.count)
  return best && best.count > 0 ? best.kind : undefined
}

/** Of a record only what its keys are: Record<string, State[]> may be keyed by letters. */
function keysType(type: string): string {
  return type.replace(/Record<([^,<]*),[\s\S]*/, '$1')
}

/** The names that a list, a set or a record's keys spell; [] for anything else. */
function entriesOf(value: string): string[] {
  const inside = /^(?:new (?:Set|Map)(?:<[^(]*>)?\(\s*|Object\.freeze\(\s*)?([[{][\s\S]*)/.exec(
    value,
  )?.[1]
  if (!inside) return []
  const body = inside.slice(1, closing(inside))
  const parts = splitAtTop(body)
  return inside.startsWith('{') ? parts.flatMap(keyIn) : parts.flatMap(itemIn)
}

function keyIn(part: string): string[] {
  const key = /^(?:['"]?([\w-]+)['"]?\s*(?::|$)|(\w+)\()/.exec(part)
  return key ? [key[1] ?? key[2] ?? ''] : []
}

/** 'name', patterns.name, build('name'), or a pair or spread list that begins so. */
function itemIn(part: string): string[] {
  if (part.startsWith('...')) return [...part.matchAll(/['"](\w+)['"]/g)].map((m) => m[1] ?? '')
  const bare = part.replace(/^\[\s*/, '')
  const found = /^(?:['"]([\w-]+)['"]|patterns\.(\w+)|build\('(\w+)')/.exec(bare)
  return [found?.[1] ?? found?.[2] ?? found?.[3] ?? '?']
}

function splitAtTop(body: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i <= body.length; i++) {
    const letter = body[i] ?? ','
    if ('([{'.includes(letter)) depth++
    if (')]}'.includes(letter)) depth--
    if (i < body.length && (letter !== ',' || depth > 0)) continue
    const part = body.slice(start, i).trim()
    if (part) parts.push(part)
    start = i + 1
  }
  return parts
}
