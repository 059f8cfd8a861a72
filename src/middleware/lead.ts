import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../http.ts'
import { paths } from '../paths.ts'

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
  const meant = pageMeant(pathname)
  return meant === undefined || meant === pathname ? next() : c.redirect(meant + search, 301)
})

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
  try {
    return decodeURIComponent(typed).toLowerCase()
  } catch {
    return ''
  }
}

function partsOf(path: string): string[] {
  return path.split('/').filter(Boolean)
}

function parameters(parts: readonly string[]): number {
  return parts.filter((part) => part.startsWith(':')).length
}
