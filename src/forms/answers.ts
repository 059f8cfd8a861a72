import type { AppContext } from '../http.ts'
import type { FieldError } from './field-error.ts'
import type { Typed } from './read.ts'

/** A form as its page shows it: what was typed, what is to be mended. */
export interface Back<T = Typed> {
  typed: T
  errors: FieldError[]
  /** It was sent for something that had changed meanwhile. */
  overtaken?: true
}

/** A form that nobody has sent yet. */
export const FRESH: Back = { typed: {}, errors: [] }

type Page = { toString(): string | Promise<string> }

/** The page with the form; the title says "Galat: " and the summary comes first where errors are. */
type Draw<B> = (c: AppContext, back: B) => Page | Promise<Page>

/** 422: its fields or the rules say no. What was typed stays. */
export async function refused<B extends Back<unknown>>(
  c: AppContext,
  back: B,
  draw: Draw<B>,
): Promise<Response> {
  c.status(422)
  return c.render(await draw(c, back))
}

/** 409: somebody was faster, or the same form came before with other words. What was typed stays. */
export async function overtaken<B extends Back<unknown>>(
  c: AppContext,
  back: B,
  draw: Draw<B>,
): Promise<Response> {
  c.status(409)
  return c.render(await draw(c, { ...back, overtaken: true }))
}

/** 429: too many from one place; `seconds` until it is worth sending again. What was typed stays. */
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
