import type { Listing } from './lists.ts'
import { listingsOf } from './lists.ts'
import { type Kind, namesOf } from './names.ts'
import {
  commentLines,
  declarationsOf,
  isArrow,
  type Source,
  sourcesOf,
  withoutComments,
} from './source.ts'

/** One measured thing: its value in a few letters, and what it was made of. */
export interface Figure {
  what: string
  value: string
  /** Where it comes from, for --list. */
  from: string[]
}

const VISIBILITY = /\b(canSee|isSecret|neverPublic|isPublished|isRevealShown|fieldOf[A-Z]\w*)\s*\(/
const WORDS =
  /^import (?!type\b)[^'"]*?from ['"][./\w-]*\/(?:words|copy)\/(?!words\.ts|language\.ts)[^'"]*['"]/gm

/** Every figure of a checkout, in the order in which they are printed. */
export async function figuresOf(checkout: string, gate: string[]): Promise<Figure[]> {
  const sources = sourcesOf(checkout)
  const names = await namesOf(checkout)
  const lists = listingsOf(sources, names)
  return [
    ...commandFigures(sources, names.commands),
    ...seeing(sources),
    wordImports(sources),
    ...(['paths', 'commands', 'letters'] as const).map((kind) => satellites(lists, kind)),
    formReaders(sources),
    ...rooms(sources),
    comments(sources),
    repeatedStems(sources),
    arrows(sources),
    gateTime(gate),
  ]
}

/**
 * Files that name a command: as 'reply', as a key beside those of two other commands, or by
 * importing its act. The words of each language are counted apart.
 */
function commandFigures(sources: Source[], commands: Set<string>): Figure[] {
  const outside = sources.filter(isNoWords)
  const all = [...commands].map((name) => sources.filter((one) => mentions(one, name, commands)))
  const counts = [...commands]
    .map((name) => ({ name, files: outside.filter((source) => mentions(source, name, commands)) }))
    .sort((a, b) => b.files.length - a.files.length)
  const numbers = counts.map(({ files }) => files.length)
  return [
    {
      what: `files per command, median of ${commands.size}`,
      value: String(share(numbers, 0.5)),
      from: counts.map(({ name, files }) => `${name} ${files.length}`),
    },
    {
      what: '… with the words',
      value: String(
        share(
          all.map((files) => files.length),
          0.5,
        ),
      ),
      from: [],
    },
    {
      what: 'files per command, most',
      value: `${numbers[0]} (\`${counts[0]?.name}\`)`,
      from: counts[0]?.files.map(({ path }) => path) ?? [],
    },
  ]
}

function isNoWords({ room }: Source): boolean {
  return !['words', 'copy'].includes(room)
}

function mentions({ text }: Source, name: string, commands: Set<string>): boolean {
  const code = withoutComments(text)
  const act = new RegExp(`from '[^']*/acts/${name.replaceAll('_', '-')}\\.ts'`)
  if (code.replace(/from '[^']*'/g, '').includes(`'${name}'`) || act.test(code)) return true
  if (!new RegExp(`^\\s+${name}(:|,$)`, 'm').test(code)) return false
  const others = [...commands].filter((one) => new RegExp(`^\\s+${one}(:|,$)`, 'm').test(code))
  return others.length >= 3
}

function seeing(sources: Source[]): Figure[] {
  const asking = sources.filter(
    ({ path, text }) => !path.endsWith('/visibility.ts') && VISIBILITY.test(withoutComments(text)),
  )
  const outside = asking.filter(({ room }) => room !== 'sights' && room !== 'domain')
  return [
    { what: 'files that call visibility', value: String(asking.length), from: paths(asking) },
    { what: '… outside sights/ and domain/', value: String(outside.length), from: paths(outside) },
  ]
}

function wordImports(sources: Source[]): Figure {
  const outside = sources.filter(isNoWords)
  const importing = outside.filter(({ text }) => text.match(WORDS))
  const count = importing.reduce((sum, { text }) => sum + (text.match(WORDS)?.length ?? 0), 0)
  const from = paths(importing)
  return {
    what: 'static imports of words outside words/',
    value: `${count} in ${from.length} files`,
    from,
  }
}

function satellites(lists: Listing[], kind: Kind): Figure {
  const own = lists.filter((list) => list.kind === kind)
  const name = ({ file, name, sort }: Listing) => `${file} ${name} (${sort})`
  const partial = own.filter(({ sort }) => sort === 'satellite')
  return {
    what: `satellite lists of ${kind} (and tables)`,
    value: `${partial.length} (${own.length - partial.length})`,
    from: own.map(name),
  }
}

function formReaders(sources: Source[]): Figure {
  const reading = sources.filter(({ room }) => room !== 'forms')
  const calls = /\b(?:parseBody|formData)\(/g
  const files = reading.filter(({ text }) => withoutComments(text).match(calls))
  const count = files.reduce((sum, { text }) => sum + (text.match(calls)?.length ?? 0), 0)
  return {
    what: 'places that read a form outside forms/',
    value: `${count} in ${files.length} files`,
    from: paths(files),
  }
}

function rooms(sources: Source[]): Figure[] {
  const byRoom = Map.groupBy(sources, ({ room }) => room)
  return [['src', sources] as const, ...[...byRoom].sort()].map(([room, files]) => {
    const lengths = files.map(({ lines }) => lines.length)
    return {
      what: `${room}: files, median and p90 of lines`,
      value: `${files.length}, ${share(lengths, 0.5)}, ${share(lengths, 0.9)}`,
      from: files.filter(({ lines }) => lines.length > 150).map(({ path }) => path),
    }
  })
}

function comments(sources: Source[]): Figure {
  const all = sources.reduce((sum, { lines }) => sum + lines.length, 0)
  const told = sources.reduce((sum, source) => sum + commentLines(source), 0)
  return { what: 'comment share', value: `${((100 * told) / all).toFixed(1)} %`, from: [] }
}

function repeatedStems(sources: Source[]): Figure {
  const stems = [...Map.groupBy(sources, ({ stem }) => stem)]
    .filter(([, files]) => files.length >= 4)
    .map(([stem, files]) => `${stem} ${files.length}`)
  return {
    what: 'stems that four files or more have',
    value: stems.sort().join(', ') || '0',
    from: [],
  }
}

function arrows(sources: Source[]): Figure {
  const found = sources.flatMap((source) =>
    declarationsOf(source)
      .filter(isArrow)
      .map(({ name }) => `${source.path} ${name}`),
  )
  return { what: 'top-level arrow functions', value: String(found.length), from: found }
}

/** The seconds that each step of a gate says it took: `pass  tests (312.4 s)`. */
function gateTime(said: string[]): Figure {
  const seconds = said
    .flatMap((text) => [...text.matchAll(/^(?:pass|FAIL) .*\(([\d.]+) s\)$/gm)])
    .reduce((sum, [, value]) => sum + Number(value), 0)
  return { what: 'gate', value: seconds ? `${(seconds / 60).toFixed(1)} min` : '–', from: [] }
}

function paths(sources: Source[]): string[] {
  return sources.map(({ path }) => path)
}

function share(numbers: number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}
