import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { INTERVAL_MICROSECONDS, type Profile, type ProfileNode } from './inspector.ts'

type Frame = ProfileNode['callFrame']

/** Milliseconds by the room of `src` or the package whose code ran; what has neither by its own name. */
export type Spent = ReadonlyMap<string, number>

/** Waiting for a request or for the database is no work. */
const WAITING: ReadonlySet<string> = new Set(['(idle)', '(program)'])

/** Another process had the core meanwhile. */
const LONGEST_SAMPLE = 2 * INTERVAL_MICROSECONDS

/** What has no file, as `JSON.parse`, counts for whoever called it. */
export function spentIn(
  { nodes, samples, timeDeltas }: Profile,
  roomOf: (frame: Frame) => string | null,
): Spent {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((c) => [c, id])))
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const named = (id: number | undefined): string => {
    const frame = id === undefined ? undefined : frames.get(id)
    if (!frame) return '(none)'
    if (/^\(.*\)$/.test(frame.functionName)) return frame.functionName
    return roomOf(frame) ?? named(parents.get(id ?? 0))
  }
  const spent = new Map<string, number>()
  for (const [i, id] of samples.entries()) {
    const name = named(id)
    const ms = Math.min(timeDeltas[i + 1] ?? 0, LONGEST_SAMPLE) / 1000
    if (!WAITING.has(name)) spent.set(name, (spent.get(name) ?? 0) + ms)
  }
  return spent
}

/** Looks places of the bundle up in its map: what is deployed is what is measured. */
export function roomsIn(bundle: string): (frame: Frame) => string | null {
  const places = new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')))
  return ({ url, lineNumber, columnNumber }) => {
    if (/^(cloudflare|node|workerd)(-internal)?:/.test(url)) return 'workerd'
    const entry = places.findEntry(lineNumber, columnNumber)
    return url !== '' && 'originalSource' in entry ? roomAt(entry.originalSource) : null
  }
}

function roomAt(source: string): string {
  const own = /^(?:\.\.\/)*src\/(?:(\w+)\/)?/.exec(source)
  if (own) return own[1] ?? 'src'
  const [, name = source] = /node_modules\/((?:@[\w-]+\/)?[\w-]+)/.exec(source) ?? []
  // drizzle's own maps begin at its own src
  return name === 'src' ? 'drizzle-orm' : name
}
