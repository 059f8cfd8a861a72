import { createMiddleware } from 'hono/factory'
import type { AppContext, AppEnv } from '../http.ts'
import { sha256 } from '../seal/digest.ts'
import { withOffers } from '../views/layouts/other-languages.tsx'
import { type StyleKind, styles } from '../views/styles/css.ts'
import { carryInLinks, offersOf } from './language.ts'
import { postElsewhere } from './own-address.ts'

type Page = { toString(): string | Promise<string> }

declare module 'hono' {
  interface ContextRenderer {
    // biome-ignore lint/style/useShorthandFunctionType: hono augments an interface
    (page: Page): Response | Promise<Response>
  }
}

const STYLE = /<style>([\s\S]*?)<\/style>/
const hashes = new Map<string, string>()

async function hashOf(css: string): Promise<string> {
  const known = hashes.get(css)
  if (known) return known
  const bytes = await sha256(css)
  const hash = `'sha256-${btoa(String.fromCharCode(...bytes))}'`
  hashes.set(css, hash)
  return hash
}

/** Before rendering: a 304's policy replaces the one kept. Returns letters for the page's ETag. */
export async function allowStyle(c: AppContext, kind: StyleKind): Promise<string> {
  const hash = await hashOf(styles[kind])
  c.set('styleHashes', [hash])
  return hash.slice(8, 14)
}

export const renderer = createMiddleware<AppEnv>(async (c, next) => {
  c.setRenderer(async (page) => {
    const whole = withOffers(await page.toString(), offersOf(c))
    const html = postElsewhere(c, carryInLinks(c, whole))
    // the first style is the layout's own: nothing a person wrote stands before it
    const css = STYLE.exec(html)?.[1]
    c.set('styleHashes', css === undefined ? [] : [await hashOf(css)])
    return c.html(`<!doctype html>${html}`)
  })
  await next()
})
