import { Buffer } from 'node:buffer'
import { CAPS, type Sent } from './sent.ts'

export interface Part {
  name: string
  /** A field for files, chosen or left empty. */
  isFile: boolean
  fileName: string
  type: string
}

/** What each chunk of a part's content is given to. */
type Sink = (chunk: Buffer) => void

interface Scanner {
  /** The next part's head; null after the last. */
  next: () => Promise<Part | null>
  /** The content of that part, chunk by chunk. */
  content: (sink: Sink) => Promise<void>
}

/** Why reading ends early: too much of something, or not what it says it is. */
export class Unreadable extends Error {
  readonly status: 400 | 413
  constructor(status: 400 | 413) {
    super(`unreadable: ${status}`)
    this.status = status
  }
}

const HEAD_END = Buffer.from('\r\n\r\n')
const LONGEST_HEAD = 8 * 1024

/** RFC 7578, in one pass: no byte is looked at twice, whatever the parts are. */
export function scanParts(
  stream: ReadableStream<Uint8Array>,
  boundary: string,
  most: number,
  work: Sent['work'],
): Scanner {
  const reader = stream.getReader()
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  // the first line has none before it
  let held = Buffer.from('\r\n')

  async function fill(): Promise<void> {
    const { done, value } = await reader.read()
    if (done) throw new Unreadable(400)
    work.reads += 1
    work.bytes += value.length
    if (work.bytes > most || work.reads > CAPS.reads) throw new Unreadable(413)
    held = held.length === 0 ? Buffer.from(value) : Buffer.concat([held, value])
  }

  /** Everything up to `end`, which is passed over. */
  async function until(end: Buffer, sink: Sink): Promise<void> {
    for (;;) {
      const at = held.indexOf(end)
      if (at >= 0) {
        sink(held.subarray(0, at))
        held = held.subarray(at + end.length)
        return
      }
      const sure = held.length - end.length + 1
      if (sure > 0) {
        sink(held.subarray(0, sure))
        held = held.subarray(sure)
      }
      await fill()
    }
  }

  async function next(): Promise<Part | null> {
    if (work.parts === 0) await until(delimiter, gather(LONGEST_HEAD).sink)
    while (held.length < 2) await fill()
    if (held.subarray(0, 2).toString('latin1') === '--') return null
    work.parts += 1
    if (work.parts > CAPS.parts) throw new Unreadable(413)
    const head = gather(LONGEST_HEAD)
    await until(HEAD_END, head.sink)
    return partFrom(head.bytes().toString('utf8'))
  }

  return { next, content: (sink) => until(delimiter, sink) }
}

/** Keeps what it is given, and no more than `most` bytes of it. */
export function gather(most: number): { sink: Sink; bytes: () => Buffer; size: () => number } {
  const chunks: Buffer[] = []
  let size = 0
  return {
    sink: (chunk) => {
      const room = chunk.subarray(0, most - size)
      size += room.length
      chunks.push(room)
      if (room.length < chunk.length) throw new Unreadable(413)
    },
    bytes: () => Buffer.concat(chunks),
    size: () => size,
  }
}

function partFrom(head: string): Part {
  if (!head.startsWith('\r\n')) throw new Unreadable(400)
  const disposition = /^content-disposition:\s*form-data\b(.*)$/im.exec(head)?.[1]
  const name = parameter(disposition, 'name')
  if (name === undefined) throw new Unreadable(400)
  if (name.length > CAPS.name) throw new Unreadable(413)
  const fileName = parameter(disposition, 'filename')
  const type = /^content-type:\s*([^\s;]+)/im.exec(head)?.[1] ?? ''
  return { name, isFile: fileName !== undefined, fileName: fileName ?? '', type }
}

/** Browsers write a quotation mark and the ends of lines as %22, %0D and %0A, and nothing else so. */
function parameter(disposition: string | undefined, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^\\s";]+))`, 'i').exec(disposition ?? '')
  const value = found?.[1] ?? found?.[2]
  return value?.replace(/%(22|0D|0A)/gi, (code) => decodeURIComponent(code))
}

export function boundaryOf(contentType: string): string | null {
  const found = /;\s*boundary=(?:"([^"]{1,200})"|([^\s";]{1,200}))/i.exec(contentType)
  return found?.[1] ?? found?.[2] ?? null
}
