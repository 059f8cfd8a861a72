import { createMiddleware } from 'hono/factory'
import { withoutKeys } from '../domain/text/typed-key.ts'
import type { AppEnv } from '../http.ts'
import { paths, patterns } from '../paths.ts'

/** Only pages: whoever asks for data is a program. */
const PAGES = Object.values(paths)
  .filter(({ get }) => get === 'page' || get === 'redirect')
  .map(({ at }) => partsOf(at))
  .toSorted((a, b) => parameters(a) - parameters(b))

/** Written small wherever they are made; a number is read in any case, a token must not change. */
const SMALL = new Set([':slug', ':view'])

/** A slash too many and capitals lead to the page that was meant. */
export const lead = createMiddleware<AppEnv>(async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
  const { pathname, search } = new URL(c.req.url)
  const keyless = withoutKey(pathname, search)
  if (keyless !== null) {
    c.header('Cache-Control', 'no-store')
    return c.redirect(keyless, 303)
  }
  const meant = pageMeant(pathname)
  return meant === undefined || meant === pathname ? next() : c.redirect(meant + search, 301)
})

/** Where a key stands in the address: the same one without it. It is shown, kept and searched nowhere. */
function withoutKey(pathname: string, search: string): string | null {
  const query = [...new URLSearchParams(search)]
  const clean = query.map((pair) => pair.map(withoutKeys))
  if (clean.flat().some((text, i) => text !== query.flat()[i])) {
    const left = new URLSearchParams(clean).toString()
    // two slashes would begin the name of another site
    return pathname.replace(/^\/+/, '/') + (left && `?${left}`)
  }
  return NUMBERED.test(pathname) && withoutKeys(decoded(pathname)) !== decoded(pathname)
    ? patterns.track
    : null
}

/** Other addresses hold tokens of ours, in which anything may stand. */
const NUMBERED = /^\/(?:b|laporan|laporan-saya|petugas\/laporan)\//i

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Begins with a part of our own, so it leads to no other site. */
function pageMeant(pathname: string): string | undefined {
  const typed = partsOf(pathname)
  const row = PAGES.find((parts) => fits(parts, typed))
  if (!row) return undefined
  const parts = row.map((part, i) => (part.startsWith(':') ? kept(part, typed[i] ?? '') : part))
  return `/${parts.join('/')}`
}

function fits(row: readonly string[], typed: readonly string[]): boolean {
  return (
    row.length === typed.length &&
    row.every((part, i) => part.startsWith(':') || part === spelled(typed[i] ?? ''))
  )
}

function kept(parameter: string, typed: string): string {
  return SMALL.has(parameter) ? typed.toLowerCase() : typed
}

function spelled(typed: string): string {
  return decoded(typed).toLowerCase()
}

function partsOf(path: string): string[] {
  return path.split('/').filter(Boolean)
}

function parameters(parts: readonly string[]): number {
  return parts.filter((part) => part.startsWith(':')).length
}
