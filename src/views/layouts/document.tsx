import { raw } from 'hono/html'
import type { PropsWithChildren } from 'hono/jsx'
import type { Words } from '../../words/words.ts'
import { type StyleKind, styles } from '../styles/css.ts'

const ICON = '/favicon.svg'

export interface DocumentProps {
  title: string
  /** Address of the city's logo, where it has one. */
  logo?: string | null
  /** Which inlined style; its hash is in the CSP. */
  style: StyleKind | { css: string }
  /** Prefixes the title with "Galat: ". */
  failed?: boolean
  description?: string
  canonical?: string
  noindex?: boolean
  htmx?: boolean
  /** Scripts of ours, loaded after the page; never needed. */
  script?: string | readonly string[]
  /** Seconds after which the page is asked for anew. */
  again?: number
}

export function Document(props: PropsWithChildren<DocumentProps> & { t: Words }) {
  const { t, style } = props
  return (
    <html lang={props.t.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>
          {props.failed && t.errorPage.prefix}
          {props.title} - {t.layout.product}
        </title>
        {props.description && <meta name="description" content={props.description} />}
        {props.noindex && <meta name="robots" content="noindex" />}
        {props.canonical && <link rel="canonical" href={props.canonical} />}
        {props.htmx && (
          <meta name="htmx-config" content="includeIndicatorCSS:false history:reload" />
        )}
        {props.again && <meta http-equiv="refresh" content={String(props.again)} />}
        <link rel="icon" href={props.logo ?? ICON} />
        <style>{raw(typeof style === 'string' ? styles[style] : style.css)}</style>
        {[props.script ?? []].flat().map((src) => (
          <script src={src} defer />
        ))}
      </head>
      {props.children}
    </html>
  )
}

/** A whole page as text, for what is rendered outside the renderer middleware. */
export async function toDocument(page: { toString(): string | Promise<string> }): Promise<string> {
  return `<!doctype html>${await page.toString()}`
}
