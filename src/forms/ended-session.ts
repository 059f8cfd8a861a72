import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type AppContext, isChange } from '../http.ts'
import { rowAt } from '../paths.ts'
import type { FieldError } from './field-error.ts'
import { type Posted, readForm } from './read.ts'

/** What shows who is there, beside the words of a form that came too late; no form has such names. */
export const AGAIN = { key: 'masuk_kode', email: 'masuk_email', password: 'masuk_sandi' } as const

/** No form of ours sends as many values. */
const MOST_KEPT = 400

/** Written by a page of ours, not by a person. */
const MACHINE = ['sesi', 'kiriman', 'versi', 'dari', 'setelah', 'yakin', 'kembali', 'pesan']

export interface Kept {
  /** Every value, under its name, so that the same form can be sent again. */
  values: (readonly [name: string, value: string])[]
  /** Those that somebody wrote, to be read and copied. */
  words: string[]
  /** Field of the files that were chosen: a page cannot hold them. */
  files: string | null
}

export interface Ended {
  /** Path of the form that came too late. */
  action: string
  /** null: a page was asked for, and nothing was sent. */
  kept: Kept | null
  errors: FieldError[]
  /** Alone, without a page around it. */
  part: boolean
}

interface Door {
  /** Where a session begins. */
  href: string
  /** The page says itself that the session has ended, where a script asked for it. */
  draw: (ended: Ended) => { toString(): string | Promise<string> }
}

interface Again {
  status: ContentfulStatusCode
  errors: FieldError[]
}

const FIRST: Again = { status: 401, errors: [] }

/** The one road of every form that comes too late: its words go back with the question who is there. */
export async function sessionEnded(
  c: AppContext,
  { href, draw }: Door,
  { status, errors }: Again = FIRST,
): Promise<Response> {
  if (isForProgram(c)) throw new HTTPException(401)
  const posted = await lateForm(c)
  if (!posted && isChange(c)) throw new HTTPException(401)
  if (!posted && !c.req.header('HX-Request')) return c.redirect(href, 303)
  const part = c.req.header('HX-Request-Type') === 'partial'
  const { pathname } = new URL(c.req.url)
  const page = draw({ action: pathname, kept: posted && keptOf(posted), errors, part })
  c.status(status)
  return part ? c.html(await page.toString()) : c.render(page)
}

/** Only where a form is taken: what else was sent has been held to no size. */
export async function lateForm(c: AppContext): Promise<Posted | null> {
  const taken = c.req.method === 'POST' && rowAt(c.req.path)?.post !== undefined
  return taken ? readForm(c) : null
}

/** A page asked for as plain text leads to where the session begins, as it does for a browser. */
function isForProgram(c: AppContext): boolean {
  const accepts = c.req.header('Accept') ?? ''
  if (accepts.startsWith('text/plain')) return isChange(c)
  return accepts.startsWith('application/json')
}

function keptOf(posted: Posted): Kept {
  return { values: valuesIn(posted), words: writtenIn(posted), files: posted.parts[0] ?? null }
}

/** What somebody wrote into a form, without codes and tokens. */
export function writtenIn(posted: Posted): string[] {
  const written = ([name, value]: readonly [string, string]) =>
    !MACHINE.includes(name) && !isCode(value)
  return valuesIn(posted)
    .filter(written)
    .map(([, value]) => value)
}

function valuesIn({ lists }: Posted): Kept['values'] {
  const proof: readonly string[] = Object.values(AGAIN)
  return Object.entries(lists)
    .filter(([name]) => !proof.includes(name))
    .flatMap(([name, all]) => all.map((value) => [name, value] as const))
    .slice(0, MOST_KEPT)
}

/** A number or one small word, as choices have them: sent again, but nothing to read. */
function isCode(value: string): boolean {
  return /^([\d\s.,-]*|[a-z_]+)$/.test(value)
}
