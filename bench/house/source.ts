import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** One file of src as text. */
export interface Source {
  /** 'db/ledger/commit.ts' */
  path: string
  room: string
  /** 'commit' */
  stem: string
  text: string
  lines: string[]
}

export interface Declaration {
  name: string
  /** The written type, '' where there is none. */
  type: string
  /** What stands right of the equals sign, without comments. */
  value: string
}

/** Every file of src but the ambient types, sorted by path. */
export function sourcesOf(checkout: string): Source[] {
  const root = join(checkout, 'src')
  return globSync('**/*.{ts,tsx}', { cwd: root })
    .filter((path) => !path.endsWith('.d.ts'))
    .sort()
    .map((path) => read(root, path))
}

function read(root: string, path: string): Source {
  const text = readFileSync(join(root, path), 'utf8')
  return {
    path,
    room: path.includes('/') ? (path.split('/')[0] ?? '') : '(top)',
    stem: basename(path).replace(/\.tsx?$/, ''),
    text,
    lines: text.replace(/\n$/, '').split('\n'),
  }
}

/** Lines that hold nothing but a comment, or part of one. */
export function commentLines({ lines }: Source): number {
  let inside = false
  return lines.filter((line) => {
    const trimmed = line.trim()
    if (!inside && trimmed.startsWith('//')) return true
    const opens = !inside && /^\{?\/\*/.test(trimmed)
    const counts = inside || opens
    if (counts) inside = !trimmed.includes('*/')
    return counts
  }).length
}

export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;])\/\/.*$/gm, '$1')
}

/**
 * The constants of a module's top level. The formatter puts each at the start of a line and closes
 * it there, so that no parser is needed.
 */
export function declarationsOf(source: Source): Declaration[] {
  const blocks = withoutComments(source.text).split(/^(?=[a-z@])/m)
  return blocks.flatMap((block) => {
    const start = /^(?:export )?const (\w+)(?:\s*:\s*([\s\S]*?))?\s=\s/.exec(block)
    if (!start) return []
    const [whole, name = '', type = ''] = start
    return [{ name, type, value: block.slice(whole.length).trim() }]
  })
}

/** The constant is a function written with an arrow. */
export function isArrow({ value }: Declaration): boolean {
  const rest = value.replace(/^async\s+/, '').replace(/^<[\s\S]*?>(?=\()/, '')
  if (/^\w+\s*=>/.test(rest)) return true
  if (!rest.startsWith('(')) return false
  return /^\s*(:[\s\S]*?)?\s*=>/.test(rest.slice(closing(rest) + 1).slice(0, 400))
}

/** Where the bracket that opens the text is closed. */
export function closing(text: string): number {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const letter = text[i] ?? ''
    if ('([{'.includes(letter)) depth++
    if (')]}'.includes(letter) && --depth === 0) return i
  }
  return text.length
}
