import { HTTPException } from 'hono/http-exception'
import type * as z from 'zod/mini'
import { cleanLine, cleanText } from '../domain/text/clean-text.ts'
import { withoutKeys } from '../domain/text/typed-key.ts'
import type { AppContext } from '../http.ts'
import { bodyOf } from './body.ts'
import { type FieldError, fieldErrors } from './field-error.ts'
import type { Sent } from './sent.ts'

/** What was typed, by the name of the field: of a name sent twice, what came last. */
export type Typed = Record<string, string>

export interface Posted {
  typed: Typed
  lists: Record<string, string[]>
  text: (name: string) => string
  line: (name: string) => string
  id: (name: string) => number | null
  ids: (name: string) => number[]
  has: (name: string) => boolean
  all: (name: string) => string[]
  /** Files chosen: an empty field may send one without a byte. */
  files: (name: string) => File[]
  /** Names of the fields with a file in them. */
  parts: string[]
}

/** Longest text looked at in one field: the rules refuse long before, and say so. */
export const MOST = 20_000

/** A key that was pasted there is not shown again, kept or looked for. */
const ASK_A_NUMBER: ReadonlySet<string> = new Set(['nomor', 'induk', 'nomor_lapor'])

/** The one way in which a posted form is read, by its handler: whoever sent it may. */
export async function readForm(c: AppContext): Promise<Posted> {
  const sent = await bodyOf(c).whole()
  if (sent.fault) throw new HTTPException(sent.fault)
  return postedFrom(sent)
}

/** Before it is known who sent it: its words as far as the first file, and no file. */
export async function readHead(c: AppContext): Promise<Posted> {
  return postedFrom(await bodyOf(c).head())
}

/** For the answer that gives them back: all its words, and no file. */
export async function readWords(c: AppContext): Promise<Posted> {
  return postedFrom(await bodyOf(c).words())
}

function postedFrom(sent: Sent): Posted {
  const grouped = Map.groupBy(sent.fields, ([name]) => name)
  const lists = Object.fromEntries(
    [...grouped].map(([name, fields]) => [
      name,
      fields.map(([, value]) => (ASK_A_NUMBER.has(name) ? withoutKeys(value) : value)),
    ]),
  )
  const typed = Object.fromEntries(
    Object.entries(lists).map(([name, strings]) => [name, strings.at(-1) ?? '']),
  )
  const value = (name: string) => typed[name] ?? ''
  const all = (name: string) => lists[name] ?? []
  return {
    typed,
    lists,
    text: (name) => cleanText(value(name)).slice(0, MOST),
    line: (name) => cleanLine(value(name)).slice(0, MOST),
    id: (name) => toId(value(name)),
    ids: (name) => all(name).flatMap((text) => toId(text) ?? []),
    has: (name) => value(name) !== '',
    all,
    files: (name) => sent.files.flatMap(([field, file]) => (field === name ? [file] : [])),
    parts: sent.chosen,
  }
}

function toId(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}

export type Read<Fields> =
  | { ok: true; posted: Posted; fields: Fields }
  | { ok: false; posted: Posted; errors: FieldError[] }

export async function readFields<S extends z.ZodMiniType>(
  c: AppContext,
  fields: S,
): Promise<Read<z.output<S>>> {
  const posted = await readForm(c)
  const parsed = fields.safeParse(posted.typed)
  return parsed.success
    ? { ok: true, posted, fields: parsed.data }
    : { ok: false, posted, errors: fieldErrors(parsed.error) }
}
