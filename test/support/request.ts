import { exports } from 'cloudflare:workers'

/** The site's origin in the worker tests; PUBLIC_URL says the same. */
export const ORIGIN = 'https://lapor.example'

/** Sends a request through the Worker's own fetch; redirects are not followed. */
export function request(path: string, init: RequestInit = {}): Promise<Response> {
  return exports.default.fetch(new Request(new URL(path, ORIGIN), { redirect: 'manual', ...init }))
}

/** Posts a form as a browser on the same site does. A field may be given more than once. */
export function post(
  path: string,
  fields: Record<string, string | string[]>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) body.append(name, one)
  }
  return request(path, {
    method: 'POST',
    body,
    headers: { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin', ...headers },
  })
}
