import { request } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { localCertificate } from './certificate.ts'

/**
 * The site behind TLS on this machine, for a browser that keeps Secure cookies from nobody else.
 * What it says of its own origin is told as the site's: the Worker knows itself by that one.
 */
export async function tlsProxy(siteUrl: string): Promise<{ url: string; server: Server }> {
  const server = createServer(localCertificate(), (asked, answer) => {
    const headers = { ...asked.headers, host: new URL(siteUrl).host }
    if (headers.origin === own()) headers.origin = siteUrl
    const onward = request(new URL(asked.url ?? '/', siteUrl), { method: asked.method, headers })
    onward.on('response', (got) => {
      const { location } = got.headers
      if (location) got.headers.location = location.replace(siteUrl, own())
      answer.writeHead(got.statusCode ?? 502, got.headers)
      got.pipe(answer)
    })
    onward.on('error', () => answer.destroy())
    asked.pipe(onward)
  })
  const own = () => `https://localhost:${(server.address() as AddressInfo).port}`
  await new Promise<void>((listening) => server.listen(0, listening))
  return { url: own(), server }
}
