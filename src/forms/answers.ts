import type { AppContext } from '../http.ts'
import type { FieldError } from './field-error.ts'
import type { Typed } from './read.ts'

export interface Back<T = Typed> {
  typed: T
  errors: FieldError[]
  overtaken?: true
}

export const FRESH: Back = { typed: {}, errors: [] }

type Page = { toString(): string | Promise<string> }

type Draw<B> = (c: AppContext, back: B) => Page | Promise<Page>

/** 422: its fields or the rules say no. */
export async function refused<B extends Back<unknown>>(
  c: AppContext,
  back: B,
  draw: Draw<B>,
): Promise<Response> {
  c.status(422)
  return c.render(await draw(c, back))
}

/** 409: somebody was faster, or the same form came before with other words. */
export async function overtaken<B extends Back<unknown>>(
  c: AppContext,
  back: B,
  draw: Draw<B>,
): Promise<Response> {
  c.status(409)
  return c.render(await draw(c, { ...back, overtaken: true }))
}

/** 429: too many from one place; `seconds` until it is worth sending again. */
export async function limited<B extends Back<unknown>>(
  c: AppContext,
  back: B,
  seconds: number,
  draw: Draw<B>,
): Promise<Response> {
  c.status(429)
  c.header('Retry-After', String(seconds))
  return c.render(await draw(c, back))
}
