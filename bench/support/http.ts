import { request } from 'node:http'
import { gunzipSync } from 'node:zlib'
import type { Tally } from './measured-d1.ts'

export interface Answer {
  url: string
  status: number
  header: (name: string) => string | undefined
  cookies: string[]
  /** Status line and headers as HTTP/1.1 writes them, with the empty line. */
  headerBytes: number
  /** The body as it travels. */
  bodyBytes: number
  text: string
  /** Only when asked to measure. */
  d1: Tally | null
}

export interface Ask {
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
  cookie?: string
  measure?: boolean
}

/** One request as a phone's browser sends it, gzip accepted; bytes are counted off the wire. */
export function ask(url: string, options: Ask = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', body, cookie, measure } = options
    const headers = {
      'Accept-Encoding': 'gzip',
      ...(cookie ? { Cookie: cookie } : {}),
      ...(measure ? { 'x-measure': '1' } : {}),
      ...(body === undefined ? {} : ofForm(url, body)),
      ...options.headers,
    }
    const sent = request(url, { method, headers }, (got) => {
      const chunks: Buffer[] = []
      got.on('data', (chunk: Buffer) => chunks.push(chunk))
      got.once('error', reject)
      got.once('end', () => {
        const raw = Buffer.concat(chunks)
        const zipped = got.headers['content-encoding'] === 'gzip' && raw.length > 0
        resolve({
          url,
          status: got.statusCode ?? 0,
          header: (name) => got.headers[name.toLowerCase()]?.toString(),
          cookies: got.headers['set-cookie'] ?? [],
          headerBytes: bytesOfHeaders(got.rawHeaders),
          bodyBytes: raw.length,
          text: (zipped ? gunzipSync(raw) : raw).toString('utf8'),
          d1: tallyOf(got.headers['x-d1']?.toString()),
        })
      })
    })
    sent.once('error', reject)
    sent.end(body)
  })
}

function ofForm(url: string, body: string) {
  return {
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': String(Buffer.byteLength(body)),
    Origin: new URL(url).origin,
    'Sec-Fetch-Site': 'same-origin',
  }
}

function bytesOfHeaders(raw: string[]): number {
  let bytes = 'HTTP/1.1 200 OK\r\n\r\n'.length
  for (let i = 0; i < raw.length; i += 2)
    bytes += Buffer.byteLength(`${raw[i]}: ${raw[i + 1]}\r\n`, 'latin1')
  return bytes
}

function tallyOf(text: string | undefined): Tally | null {
  return text === undefined ? null : (JSON.parse(text) as Tally)
}

/** The Cookie header that a browser would send back. */
export function cookieOf({ cookies }: Answer): string {
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}
