/**
 * Runs in a Worker before anything else of it: from here on clock and chance are what the one who
 * asks says they are, so that two versions that do the same answer the same, byte for byte.
 */

const Clock = globalThis.Date
let now = 0
let seed = ''
let drawn = new Map<number, number>()

/** The instant in epoch milliseconds, and what every draw up to the next call follows from. */
export function freeze(at: number, from: string): void {
  now = at
  seed = from
  drawn = new Map()
}

globalThis.Date = new Proxy(Clock, {
  construct: (target, args, made) =>
    Reflect.construct(target, args.length > 0 ? args : [now], made),
  get: (target, name, receiver) =>
    name === 'now'
      ? () => now
      : Reflect.get(target, name, receiver === globalThis.Date ? target : receiver),
})

/** Draws of one length have a sequence of their own: in which order two kinds are drawn is no matter. */
function fill<T extends ArrayBufferView | null>(into: T): T {
  if (!into) return into
  const bytes = new Uint8Array(into.buffer, into.byteOffset, into.byteLength)
  const nth = drawn.get(bytes.length) ?? 0
  drawn.set(bytes.length, nth + 1)
  let state = numberOf(`${seed}/${bytes.length}/${nth}`)
  for (let i = 0; i < bytes.length; i++) {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    bytes[i] = (mixed ^ (mixed >>> 14)) & 255
  }
  return into
}

/** FNV-1a. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}

function uuid() {
  const hex = [...fill(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5')
}

Object.defineProperty(crypto, 'getRandomValues', { value: fill })
Object.defineProperty(crypto, 'randomUUID', { value: uuid })
Math.random = () => (fill(new Uint32Array(1))[0] ?? 0) / 2 ** 32

/** What is put off for seconds happens at once: nobody else is in the city. */
const later = globalThis.setTimeout
globalThis.setTimeout = ((work: () => void) => later(work, 0)) as typeof setTimeout
