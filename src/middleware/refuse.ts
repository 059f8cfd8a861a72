import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppContext } from '../http.ts'

/** An answer other than success whose sentence may be shown to the person. */
export class RefusedRequest extends HTTPException {}

export function refuse(status: ContentfulStatusCode, sentence?: string): never {
  throw new RefusedRequest(status, { message: sentence })
}

export function tooMany(c: AppContext, seconds: number, sentence?: string): never {
  c.header('Retry-After', String(Math.max(1, Math.ceil(seconds))))
  return refuse(429, sentence)
}
