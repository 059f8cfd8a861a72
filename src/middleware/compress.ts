import { brotliCompress, constants, gzip } from 'node:zlib'
import { createMiddleware } from 'hono/factory'
import type { AppContext, AppEnv } from '../http.ts'

const SMALLEST_BYTES = 200

const TEXT =
  /^(text\/(?!event-stream)|application\/(json|javascript|manifest\+json|xml|[a-z.+-]*\+(json|xml))|image\/svg\+xml)/i

type Encoding = 'br' | 'gzip'

export const compress = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  if (!isEncodable(c.req.method, c.res)) return
  const headers = new Headers(c.res.headers)
  headers.set('Vary', withAcceptEncoding(headers.get('Vary')))
  const encoding = preferred(acceptedBy(c))
  const plain = new Uint8Array(await c.res.arrayBuffer())
  const { status } = c.res
  // without this Hono would copy the answer and lose that its body is encoded already
  c.res = undefined
  if (!encoding || plain.length < SMALLEST_BYTES) {
    headers.set('Content-Length', String(plain.length))
    c.res = new Response(plain, { status, headers })
    return
  }
  const body = await encode(encoding, plain)
  headers.set('Content-Encoding', encoding)
  headers.set('Content-Length', String(body.length))
  const etag = headers.get('ETag')
  if (etag && !etag.startsWith('W/')) headers.set('ETag', `W/${etag}`)
  c.res = new Response(body, { status, headers, encodeBody: 'manual' })
})

function isEncodable(method: string, { status, body, headers }: Response): boolean {
  return (
    method !== 'HEAD' &&
    body !== null &&
    status !== 206 &&
    !headers.has('Content-Encoding') &&
    !/\bno-transform\b/i.test(headers.get('Cache-Control') ?? '') &&
    TEXT.test(headers.get('Content-Type') ?? '')
  )
}

function withAcceptEncoding(vary: string | null): string {
  if (!vary) return 'Accept-Encoding'
  return /(^|,)\s*(accept-encoding|\*)\s*(,|$)/i.test(vary) ? vary : `${vary}, Accept-Encoding`
}

/** The edge, and its stand-in locally, put a header of their own in place of the client's. */
function acceptedBy(c: AppContext): string | undefined {
  const sent = c.req.raw.cf?.clientAcceptEncoding
  return typeof sent === 'string' ? sent : c.req.header('Accept-Encoding')
}

/** RFC 9110 section 12.5.3. */
function preferred(accepted: string | undefined): Encoding | null {
  const weights = new Map(
    (accepted ?? '').split(',').map((part) => {
      const [name = '', ...params] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      const q = params.find((param) => param.startsWith('q='))
      return [name, q ? Number(q.slice(2)) : 1]
    }),
  )
  const weight = (name: Encoding) => weights.get(name) ?? weights.get('*') ?? 0
  if (weight('br') > 0 && weight('br') >= weight('gzip')) return 'br'
  return weight('gzip') > 0 ? 'gzip' : null
}

function encode(encoding: Encoding, plain: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, result: Uint8Array) =>
      error ? reject(error) : resolve(new Uint8Array(result))
    if (encoding === 'gzip') return gzip(plain, done)
    // quality 5: within 2 % of the best that is not twenty times slower
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    }
    brotliCompress(plain, { params }, done)
  })
}
