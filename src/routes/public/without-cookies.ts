import { MINUTE } from '../../domain/time/time.ts'
import type { AppContext } from '../../http.ts'
import { build } from '../../paths.ts'
import type { TrackPageProps } from '../../views/public/track.tsx'
import { ownText } from '../own-text.ts'

/**
 * After the right key, from a browser that has yet to send a cookie, the page that follows is asked
 * for with a mark of the time. Where it comes without the session that was just set, the browser
 * keeps no cookie, and is told so.
 */
const MARK = 'masuk'
const FRESH_MINUTES = 2
const COOKIELESS = 'tanpa-cookie'

export function withMark(c: AppContext, path: string): string {
  if (c.req.header('Cookie')) return path
  const [address = '', fragment] = path.split('#')
  const mark = `${MARK}=${Math.floor(c.var.now / 1000).toString(36)}`
  const marked = `${address}${address.includes('?') ? '&' : '?'}${mark}`
  return fragment === undefined ? marked : `${marked}#${fragment}`
}

/** The step that brought the key itself leads on to the report, as the key alone does. */
export function markAnswer(c: AppContext): void {
  const location = c.res.headers.get('Location')
  if (c.res.status === 303 && location) c.header('Location', withMark(c, location))
}

/** What was done just before goes along: the page that tells it cannot be opened. */
export function whereKeyIsAsked(c: AppContext, nomor: string): string {
  const link = build('statusLink', { nomor })
  if (!isFresh(c)) return link
  const kabar = saidOf(c) && c.req.query('kabar')
  return `${link}?${COOKIELESS}${kabar ? `&kabar=${kabar}` : ''}`
}

export function toldCookieless(c: AppContext): Pick<TrackPageProps, 'cookieless' | 'said'> {
  if (c.req.query(COOKIELESS) === undefined) return {}
  return { cookieless: true, said: saidOf(c) }
}

function saidOf(c: AppContext): string | undefined {
  const { status, myData } = c.var.t
  return ownText({ ...status.said, disimpan: myData.saved }, c.req.query('kabar'))
}

function isFresh(c: AppContext): boolean {
  const seconds = Number.parseInt(c.req.query(MARK) ?? '', 36)
  return Math.abs(c.var.now - seconds * 1000) < FRESH_MINUTES * MINUTE
}
