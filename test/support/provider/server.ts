import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { secretMarks } from '../../../src/seal/secret-marks.ts'
import { type Account, newAccount, runningVersion } from './account.ts'
import { type Asked, envelope, Refusal, type Route, refused } from './answer.ts'
import { d1 } from './d1.ts'
import { domains, outside } from './domains.ts'
import { scripts } from './scripts.ts'
import { storage } from './storage.ts'

export interface Provider {
  account: Account
  /** What was asked for, in order: `GET d1/database`. */
  log: string[]
  /** Asked for and unknown to it: a hole in the stand-in. */
  unknown: string[]
  /** Environment for wrangler and for our commands. */
  env: Record<string, string>
  /** The n-th request from now that fits is refused once, with 500 unless told. */
  failAt: (n: number, fits?: RegExp, refusal?: Refusal) => void
  close: () => Promise<void>
}

/** Stands in for the provider's API, on loopback: what wrangler and our commands ask of it. */
export async function startProvider(account: Account = newAccount()): Promise<Provider> {
  const uploads = new Map<string, Buffer>()
  const log: string[] = []
  const unknown: string[] = []
  let plan: { left: number; fits: RegExp; refusal: Refusal } | undefined
  let origin = ''
  const routes: Route[] = [
    ...d1(account, uploads, () => origin),
    ...storage(account),
    ...scripts(account),
    ...domains(account),
    ...outside(account),
  ]

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', origin)
    const bytes = await bytesOf(request)
    const upload = /^\/upload\/(\w+)$/.exec(url.pathname)?.[1]
    if (upload) {
      uploads.set(upload, bytes)
      response.setHeader('etag', createHash('md5').update(bytes).digest('hex'))
      return response.end()
    }
    if (url.pathname === '/sehat') return site(response)
    if (url.pathname === '/dns-query') return dns(url, response)
    const path = url.pathname.replace(/^\/client\/v4\//, '').replace(`accounts/${account.id}/`, '')
    const line = `${request.method} ${path}`
    log.push(line)
    response.setHeader('content-type', 'application/json')
    try {
      if (plan?.fits.test(line) && --plan.left === 0) throw plan.refusal
      if (path.split('/').some((part) => account.forbidden.has(part)))
        throw new Refusal(403, 10000, 'Authentication error')
      const result = await handle(line, { query: url.searchParams, bytes })
      // the bytes of an object come without the envelope
      response.end(Buffer.isBuffer(result) ? result : envelope(result))
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(500, 10001, String(error))
      response.statusCode = refusal.status
      response.end(refused(refusal))
    }
  }

  // the city's site, as far as a deployment looks at it
  const site = async (response: ServerResponse) => {
    const [script] = account.scripts.values()
    const marks = script ? await secretMarks(runningVersion(script)?.secrets ?? {}) : {}
    response.statusCode = account.site.status
    response.end(
      JSON.stringify({
        version: account.site.version ?? script?.deployments[0]?.version,
        secret_marks: Object.entries(marks)
          .map((mark) => mark.join('='))
          .join(' '),
      }),
    )
  }

  const dns = (url: URL, response: ServerResponse) => {
    const found = account.records.filter(
      ({ name, type }) =>
        name === url.searchParams.get('name') && type === url.searchParams.get('type'),
    )
    const Answer = found.map(({ type, content }) => ({
      type: type === 'A' ? 1 : 28,
      data: content,
    }))
    response.end(JSON.stringify({ Status: 0, Answer }))
  }

  const handle = (line: string, asked: Pick<Asked, 'query' | 'bytes'>) => {
    const [method, path = ''] = line.split(' ')
    for (const [wanted, pattern, handler] of routes) {
      const found = wanted === method && pattern.exec(path)
      if (!found) continue
      return handler({
        ...asked,
        json: jsonOf(asked.bytes),
        parts: found.slice(1).map(decodeURIComponent),
      })
    }
    unknown.push(line)
    throw new Refusal(404, 7003, `Could not route to /${path}`)
  }

  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    ...{ account, log, unknown },
    env: {
      CLOUDFLARE_API_BASE_URL: `${origin}/client/v4`,
      CLOUDFLARE_API_TOKEN: 'token',
      SITE: origin,
    },
    failAt: (left, fits = /./, refusal = new Refusal(500, 10001, 'Internal error')) => {
      plan = { left, fits, refusal }
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Not every client of it says that JSON is what it sends. */
function jsonOf(bytes: Buffer): Asked['json'] {
  const text = bytes.toString()
  return text.startsWith('{') ? JSON.parse(text) : {}
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}
