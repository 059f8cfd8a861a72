import type { Typed } from '../forms/read.ts'
import type { AppContext } from '../http.ts'
import { randomBytes } from '../random.ts'
import { isFresh, mintToken } from '../seal/form-token.ts'

export function newToken({ env, var: { now } }: AppContext): string {
  return mintToken(env.SERVER_SECRET, randomBytes, now)
}

/** A form that comes back keeps its token, so that it still counts once; not one that is of no use. */
export function tokenOf(c: AppContext, { kiriman = '' }: Typed): string {
  return isFresh(c.env.SERVER_SECRET, kiriman, c.var.now) ? kiriman : newToken(c)
}
