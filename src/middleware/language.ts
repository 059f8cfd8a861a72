import type { MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { type AppContext, type AppEnv, isChange } from '../http.ts'
import { hasLanguages, type PathRow } from '../path-row.ts'
import { rowAt } from '../paths.ts'
import type { Offer } from '../views/layouts/other-languages.tsx'
import type { WordsIn } from '../words/citizen-words.ts'
import { LANGUAGES, type Language, languageOf, SOURCE } from '../words/language.ts'

const PARAMETER = 'bahasa'

/** An address that says it already: one that leads to the same page. */
const SAID = new RegExp(`[?&]${PARAMETER}=`)

const COOKIE = '__Host-bahasa'

const YEAR = 365 * 86_400

/** Only pages made for one reader have a choice: what the edge keeps is one for every cookie. */
export function language(
  wordsOf: (language: Language) => Promise<WordsIn>,
): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const row = rowAt(c.req.path)
    const choice = hasChoice(row) ? languageOf(c.req.query(PARAMETER)) : undefined
    const kept = languageOf(getCookie(c, COOKIE)) ?? SOURCE
    const chosen = hasChoice(row) ? (choice ?? kept) : SOURCE
    const wordsIn = await wordsOf(chosen)
    c.set('wordsIn', wordsIn)
    c.set('t', wordsIn(0))
    c.set('carried', choice !== undefined && choice !== kept)
    if (c.var.carried && !isChange(c)) remember(c, chosen)
    await next()
    const to = c.res.headers.get('Location')
    if (to !== null) c.header('Location', carryOn(c, to, '&'))
    else if (chosen !== SOURCE && row?.get !== 'data') c.header('Content-Language', chosen)
  }
}

function hasChoice(row: PathRow | undefined): boolean {
  return row !== undefined && hasLanguages(row)
}

function remember(c: AppContext, chosen: Language): void {
  const options = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const
  if (chosen === SOURCE) deleteCookie(c, COOKIE, options)
  else setCookie(c, COOKIE, chosen, { ...options, maxAge: YEAR })
}

export function languageMark({ var: { t, carried } }: AppContext): string {
  if (carried) return `.${t.language}+`
  return t.language === SOURCE ? '' : `.${t.language}`
}

/** Not for the answer to a form: following it would leave behind what was typed, or a key. */
export function offersOf(c: AppContext): Offer[] {
  if (!hasChoice(rowAt(c.req.path)) || isChange(c)) return []
  const others = Object.keys(LANGUAGES).filter((code) => code !== c.var.t.language) as Language[]
  return others.map((other) => {
    const query = new URL(c.req.url).searchParams
    query.set(PARAMETER, other)
    return { language: other, href: `?${query}` }
  })
}

export function carryInLinks(c: AppContext, html: string): string {
  if (!c.var.carried) return html
  return html.replace(
    / (href|(?:form)?action)="([^"]*)"/g,
    // nobody's own words hold a quotation mark: they are escaped
    (_, name: string, address: string) => ` ${name}="${carryOn(c, address, '&amp;')}"`,
  )
}

function carryOn(c: AppContext, address: string, and: string): string {
  if (!c.var.carried) return address
  const own = address.startsWith(`${c.env.PUBLIC_URL}/`)
    ? address.slice(c.env.PUBLIC_URL.length)
    : address
  const [whole = '', fragment] = address.split('#')
  const path = /^\/[^?#]*/.exec(own)?.[0]
  if (path === undefined || !hasChoice(rowAt(path)) || SAID.test(address)) return address
  const query = `${whole.includes('?') ? and : '?'}${PARAMETER}=${c.var.t.language}`
  return whole + query + (fragment === undefined ? '' : `#${fragment}`)
}
