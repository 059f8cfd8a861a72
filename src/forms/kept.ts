import type { AppContext } from '../http.ts'
import { rowAt } from '../paths.ts'
import { type Posted, readWords } from './read.ts'

/** What shows who is there, beside the words of a form that came too late; no form has such names. */
export const AGAIN = {
  key: 'masuk_kode',
  email: 'masuk_email',
  password: 'masuk_sandi',
  /** The session stood; only the password is asked for. */
  proof: 'masuk_bukti',
  /** Of an authenticator app, or a recovery code. */
  code: 'masuk_angka',
  /** What a passkey answered, instead of all of these. */
  passkey: 'masuk_kunci',
} as const

/** Typed again each time: no page of ours holds one that was sent. */
export const SECRETS = ['kode', 'sandi', 'ulangi', 'angka'] as const
export type Secret = (typeof SECRETS)[number]

/** What a passkey answered to the form's own page: for once, and for nobody to read. */
export const PASSKEY = 'kunci'

/** Written by a page of ours, not by a person. */
export const MACHINE = [
  'sesi',
  'kiriman',
  'versi',
  'dari',
  'status',
  'setelah',
  'yakin',
  'kembali',
  'pesan',
]

export interface Kept {
  /** Every value, under its name, so that the same form can be sent again. */
  values: (readonly [name: string, value: string])[]
  /** Those that somebody wrote, to be read and copied. */
  words: string[]
  /** Fields that are asked for once more. */
  secrets: Secret[]
  /** Field of the files that were chosen: a page cannot hold them. */
  files: string | null
}

/** Of a form that was sent, whatever became of it; null where none is taken. */
export async function keptOf(c: AppContext): Promise<Kept | null> {
  return takesForm(c) ? keptIn(await readWords(c)) : null
}

/** Only where a form is taken: what else was sent is nobody's words. */
export function takesForm(c: AppContext): boolean {
  return c.req.method === 'POST' && rowAt(c.req.path)?.post !== undefined
}

function keptIn(posted: Posted): Kept {
  return {
    values: valuesIn(posted),
    words: writtenIn(posted),
    secrets: SECRETS.filter((name) => Object.hasOwn(posted.lists, name)),
    files: posted.parts[0] ?? null,
  }
}

/** What somebody wrote into a form, without codes and tokens. */
function writtenIn(posted: Posted): string[] {
  const written = ([name, value]: readonly [string, string]) =>
    !MACHINE.includes(name) && !isCode(value)
  return valuesIn(posted)
    .filter(written)
    .map(([, value]) => value)
}

function valuesIn({ lists }: Posted): Kept['values'] {
  const secret: readonly string[] = [...Object.values(AGAIN), ...SECRETS, PASSKEY]
  return Object.entries(lists)
    .filter(([name]) => !secret.includes(name))
    .flatMap(([name, all]) => all.map((value) => [name, value] as const))
}

/** A number or one small word, as choices have them: sent again, but nothing to read. */
function isCode(value: string): boolean {
  return /^([\d\s.,-]*|[a-z_]+)$/.test(value)
}
