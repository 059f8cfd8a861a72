import { createMiddleware } from 'hono/factory'
import { readForm } from '../forms/read.ts'
import type { AppContext, AppEnv } from '../http.ts'
import { rowAt } from '../paths.ts'
import { refuse } from './refuse.ts'

/** The longest report with every field full, in a script of three bytes a letter, encoded. */
const FORM = 128 * 1024
/** Five files of 5 MB and what holds them together. */
const FILES = 26 * 1024 * 1024

function limitOf(c: AppContext, type: string): number | undefined {
  if (type === 'multipart/form-data') return rowAt(c.req.path)?.post === 'files' ? FILES : FORM
  return type === 'application/json' || type === 'application/x-www-form-urlencoded'
    ? FORM
    : undefined
}

/** Handlers never meet a body that is too large (413), of an unknown kind (415) or broken (400). */
export const bodyLimit = createMiddleware<AppEnv>(async (c, next) => {
  const { body } = c.req.raw
  if (!body) return next()
  const type = mediaType(c)
  const limit = limitOf(c, type)
  const large = limit === FILES ? undefined : c.var.t.requests.tooLarge
  if (Number(c.req.header('Content-Length') ?? 0) > (limit ?? FORM)) refuse(413, large)
  const bytes = await readUpTo(body, limit ?? FORM)
  if (!bytes) return refuse(413, large)
  Object.assign(c.req.bodyCache, { arrayBuffer: Promise.resolve(bytes.buffer) })
  if (!limit && bytes.length === 0) return next()
  if (!limit) refuse(415)
  if (!(await isReadable(c, type))) refuse(400)
  if (limit === FILES && (await wordsIn(c)) > FORM) refuse(413, c.var.t.requests.tooLarge)
  await next()
})

function mediaType(c: AppContext): string {
  return (c.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}

async function readUpTo(
  body: ReadableStream<Uint8Array>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body) {
    length += part.length
    if (length > limit) return null
    parts.push(part)
  }
  const whole = new Uint8Array(length)
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}

/** Letters in a form's fields: sent beside files they may be no more than sent alone. */
async function wordsIn(c: AppContext): Promise<number> {
  const { lists } = await readForm(c)
  return Object.values(lists)
    .flat()
    .reduce((sum, value) => sum + value.length, 0)
}

async function isReadable(c: AppContext, type: string): Promise<boolean> {
  try {
    if (type === 'application/json') await c.req.json()
    else await readForm(c)
    return true
  } catch {
    return false
  }
}
