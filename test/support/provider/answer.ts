/** What the provider's API says when it refuses: an HTTP status, its own code and a sentence. */
export class Refusal extends Error {
  readonly status: number
  readonly code: number
  constructor(status: number, code: number, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** The envelope of every answer, as the provider documents it. */
export function envelope(result: unknown): string {
  const info = Array.isArray(result)
    ? { result_info: { page: 1, per_page: 100, count: result.length, total_count: result.length } }
    : {}
  return JSON.stringify({ success: true, errors: [], messages: [], result, ...info })
}

export function refused({ code, message }: Refusal): string {
  return JSON.stringify({
    success: false,
    errors: [{ code, message }],
    messages: [],
    result: null,
  })
}

/** One request as a handler sees it. */
export interface Asked {
  /** What the path's groups caught. */
  parts: string[]
  query: URLSearchParams
  /** The body, parsed where it is JSON; else the bytes. */
  json: Record<string, unknown>
  bytes: Buffer
}

export type Handler = (asked: Asked) => unknown

/** Method, pattern of the path below the account or the API, and who answers. */
export type Route = [method: string, path: RegExp, handler: Handler]
