import { createMiddleware } from 'hono/factory'
import type { AppContext, AppEnv } from '../http.ts'
import type { PathRow } from '../path-row.ts'
import { rowAt } from '../paths.ts'

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
  'screen-wake-lock',
  'usb',
  'xr-spatial-tracking',
]

const DESK = '/petugas'
const COMMON = ['geolocation=(self)', ...OFF.map((name) => `${name}=()`)]
const FOR_ALL = [...COMMON, 'publickey-credentials-get=()'].join(',')
/** A passkey is asked for on their own pages alone. */
const FOR_STAFF = COMMON.join(',')

const ALWAYS: Record<string, string> = {
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=31536000',
}

export const headers = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  const row = rowAt(c.req.path)
  const embeddable = row?.embed === true
  for (const [name, value] of Object.entries(ALWAYS)) c.header(name, value)
  c.header('Permissions-Policy', c.req.path.startsWith(DESK) ? FOR_STAFF : FOR_ALL)
  if (!isSandboxed(c.res)) c.header('Content-Security-Policy', policy(c, embeddable))
  c.header('Cross-Origin-Resource-Policy', embeddable ? 'cross-origin' : 'same-origin')
  if (!embeddable) c.header('X-Frame-Options', 'DENY')
  if (!mayBeStored(c.res, row)) {
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

function isSandboxed(answer: Response): boolean {
  return /^sandbox;/.test(answer.headers.get('Content-Security-Policy') ?? '')
}

const STORABLE = new Set([200, 301, 304, 308])

const KEPT = { edge: /^public\b/, own: /^private\b/, either: /^(public|private)\b/ }

/** Whatever the route had in mind: an error or a cookie must never come out of a cache. */
function mayBeStored(answer: Response, row: PathRow | undefined): boolean {
  const chosen = answer.headers.get('Cache-Control')
  if (chosen === null || !STORABLE.has(answer.status) || answer.headers.has('Set-Cookie'))
    return false
  return !row || (row.kept !== undefined && KEPT[row.kept].test(chosen))
}
