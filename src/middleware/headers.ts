import { createMiddleware } from 'hono/factory'
import type { AppContext, AppEnv } from '../http.ts'
import { patterns } from '../paths.ts'

/** Whether other sites may embed what this path answers: badge, frame and script of the widget. */
export function isEmbeddable(path: string): boolean {
  return path === patterns.widgetScript || path.startsWith(`${patterns.frame.split(':')[0]}`)
}

const OFF = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb',
  'xr-spatial-tracking',
]

const ALWAYS: Record<string, string> = {
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': ['geolocation=(self)', ...OFF.map((name) => `${name}=()`)].join(','),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=31536000',
}

/** Security headers on every answer, and `no-store` on each that did not choose otherwise. */
export const headers = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  const embeddable = isEmbeddable(c.req.path)
  for (const [name, value] of Object.entries(ALWAYS)) c.header(name, value)
  if (!isSandboxed(c.res)) c.header('Content-Security-Policy', policy(c, embeddable))
  c.header('Cross-Origin-Resource-Policy', embeddable ? 'cross-origin' : 'same-origin')
  if (!embeddable) c.header('X-Frame-Options', 'DENY')
  if (!mayBeStored(c.res)) {
    c.header('Cache-Control', 'no-store')
    c.header('Cache-Tag', undefined)
  }
})

function policy(c: AppContext, embeddable: boolean): string {
  const styles = c.var.styleHashes ?? []
  return [
    "default-src 'none'",
    `style-src ${styles.length > 0 ? [...new Set(styles)].join(' ') : "'none'"}`,
    "script-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${embeddable ? '*' : "'none'"}`,
  ].join(';')
}

/** A stored file names its own policy, the narrowest there is (storage/serving.ts). */
function isSandboxed(answer: Response): boolean {
  return /^sandbox;/.test(answer.headers.get('Content-Security-Policy') ?? '')
}

const STORABLE = new Set([200, 301, 304, 308])

/** An error or a cookie must never come out of a cache, whatever the route had in mind. */
function mayBeStored(answer: Response): boolean {
  const chosen = answer.headers.get('Cache-Control')
  return chosen !== null && STORABLE.has(answer.status) && !answer.headers.has('Set-Cookie')
}
