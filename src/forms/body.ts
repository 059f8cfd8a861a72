import type { Buffer } from 'node:buffer'
import { type AppContext, isChange } from '../http.ts'
import { rowAt } from '../paths.ts'
import { boundaryOf, gather, type Part, scanParts, Unreadable } from './multipart.ts'
import { CAPS, type Sent } from './sent.ts'

/** How far a body has been read: each step goes on from the one before it. */
export interface Body {
  /** Its words as far as the first file that was chosen: bounded, and enough to know who sends it. */
  head: () => Promise<Sent>
  /** All its words; the bytes of files are passed over. */
  words: () => Promise<Sent>
  /** With its files. Only for whom it may be taken from. */
  whole: () => Promise<Sent>
}

const bodies = new WeakMap<Request, Body>()

/** The same for everybody who asks during one request. */
export function bodyOf(c: AppContext): Body {
  const known = bodies.get(c.req.raw)
  if (known) return known
  const body = isChange(c) ? open(c) : NOTHING
  bodies.set(c.req.raw, body)
  return body
}

function empty(fault: Sent['fault'] = null): Sent {
  return {
    fields: [],
    files: [],
    chosen: [],
    fault,
    work: { bytes: 0, reads: 0, parts: 0 },
  }
}

function read(sent: Promise<Sent>): Body {
  return { head: () => sent, words: () => sent, whole: () => sent }
}

const NOTHING = read(Promise.resolve(empty()))

function open(c: AppContext): Body {
  const stream = c.req.raw.body
  if (!stream) return NOTHING
  const header = c.req.header('Content-Type') ?? ''
  const type = header.split(';')[0]?.trim().toLowerCase()
  if (type === 'multipart/form-data') {
    const boundary = boundaryOf(header)
    const files = rowAt(c.req.path)?.post === 'files'
    return boundary === null
      ? read(Promise.resolve(empty(400)))
      : parted(c, stream, boundary, files)
  }
  const isForm = type === 'application/x-www-form-urlencoded'
  if (!isForm && type !== 'application/json') return read(unknown(stream))
  return read(text(c, stream, isForm))
}

/** No type of ours: fine where there is nothing in it. */
async function unknown(stream: ReadableStream<Uint8Array>): Promise<Sent> {
  const { value } = await stream.getReader().read()
  return empty(value && value.length > 0 ? 415 : null)
}

async function text(
  c: AppContext,
  stream: ReadableStream<Uint8Array>,
  isForm: boolean,
): Promise<Sent> {
  const sent = empty()
  const bytes = new Uint8Array(CAPS.text)
  let length = 0
  for await (const chunk of stream) {
    sent.work.reads += 1
    sent.work.bytes += chunk.length
    const room = chunk.subarray(0, CAPS.text - length)
    bytes.set(room, length)
    length += room.length
    if (room.length < chunk.length) sent.fault = 413
    if (sent.fault) break
  }
  const whole = new TextDecoder().decode(bytes.subarray(0, length))
  if (isForm) return { ...sent, ...fieldsIn(whole, sent.fault) }
  Object.assign(c.req.bodyCache, { text: Promise.resolve(whole) })
  return { ...sent, fault: sent.fault ?? (isJson(whole) ? null : 400) }
}

function fieldsIn(whole: string, fault: Sent['fault']): Pick<Sent, 'fields' | 'fault'> {
  const pairs = whole.split('&', CAPS.fields + 1)
  const fields = [...new URLSearchParams(pairs.slice(0, CAPS.fields).join('&'))]
  const isMuch = pairs.length > CAPS.fields || fields.some(([name]) => name.length > CAPS.name)
  return {
    fields: fields.filter(([name]) => name.length <= CAPS.name),
    fault: fault ?? (isMuch ? 413 : null),
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function parted(
  c: AppContext,
  stream: ReadableStream<Uint8Array>,
  boundary: string,
  takesFiles: boolean,
): Body {
  const sent = empty()
  const most = takesFiles ? CAPS.files : CAPS.text
  const parts = scanParts(stream, boundary, most, sent.work)
  // what says that it is too large is read for its words alone
  const large = Number(c.req.header('Content-Length') ?? 0) > most
  /** A file that was chosen, whose bytes come next. */
  let waiting: Part | null = null
  let over = false
  let letters = 0

  async function one(part: Part, keep: boolean): Promise<void> {
    const file = gather(CAPS.files)
    await parts.content(keep && !large ? file.sink : () => {})
    if (keep && !large && file.size() > 0)
      sent.files.push([part.name, fileFrom(part, file.bytes())])
  }

  async function field({ name }: Part): Promise<void> {
    const value = gather(CAPS.text - letters)
    try {
      await parts.content(value.sink)
    } finally {
      // what is cut off is still somebody's words
      letters += value.size()
      sent.fields.push([name, value.bytes().toString('utf8')])
    }
  }

  /** `until` the first file where it says so; else to the end. */
  async function go(until: 'file' | 'end', keep: boolean): Promise<Sent> {
    try {
      while (!over) {
        if (waiting) {
          if (until === 'file') return sent
          const part = waiting
          waiting = null
          await one(part, keep)
        }
        const part = await parts.next()
        if (part === null) over = true
        else if (!part.isFile) await field(part)
        else if (part.fileName === '') await parts.content(() => {})
        else {
          waiting = part
          if (!sent.chosen.includes(part.name)) sent.chosen.push(part.name)
        }
      }
      if (large) sent.fault = 413
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      over = true
      sent.fault = error.status
    }
    return sent
  }

  let turn: Promise<Sent> = Promise.resolve(sent)
  const after = (until: 'file' | 'end', keep: boolean) => () => {
    turn = turn.then(() => go(until, keep))
    return turn
  }
  return { head: after('file', false), words: after('end', false), whole: after('end', true) }
}

function fileFrom({ fileName, type }: Part, bytes: Buffer): File {
  return new File([new Uint8Array(bytes)], fileName, { type })
}
