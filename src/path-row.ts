/** Whom a path is for, from anybody to the fewest; docs/paths.md says each in words. */
export const AUDIENCES = [
  'all',
  'reporter',
  'staff',
  'counter',
  'reader',
  'verifier',
  'handler',
  'admin',
  'eraser',
] as const
export type Audience = (typeof AUDIENCES)[number]

/** What one path is. Left out is what is common, or careful. */
export interface PathRow {
  /** Hono's pattern. */
  at: `/${string}`
  for: Audience
  /** Its handler looks for a session itself: it ends one, and answers also where there is none. */
  guard?: 'own'
  /** What it answers of a secret report: the same as of an unknown number. */
  secret?: 404
  /** What a GET, and with it a HEAD, answers with; else there is none. */
  get?: 'page' | 'data' | 'redirect'
  /** What a POST takes; else there is none. Only for files is so much held at a time. */
  post?: 'form' | 'files'
  /** Where a GET that succeeds may be kept: at the edge, or by its own browser only. Else nowhere. */
  kept?: 'edge' | 'own'
  /** A page for everyone that is made anew for each, in the language that they chose. */
  languages?: true
  /** Read from the primary, although everyone sees it alike. */
  fresh?: true
  /** Other sites may embed it. */
  embed?: true
  /** What it takes changes no report: it stays open while nothing may change. */
  readOnly?: 'open'
  /** Named in the sitemap. */
  sitemap?: true
  /** Crawlers stay away from every address that starts so. */
  disallow?: string
}

/** The desk's: behind sign-in, or about a session there. */
export function isForStaff(row: PathRow): boolean {
  return AUDIENCES.indexOf(row.for) >= AUDIENCES.indexOf('staff')
}

/** What it takes shows its authority in the body or the path, never in a cookie. */
export function needsNoCookie(row: PathRow): boolean {
  return row.for === 'all'
}

/** Made for one reader, in the language that they chose; all else is Indonesian. */
export function hasLanguages(row: PathRow): boolean {
  return row.for === 'reporter' || row.languages === true
}

/** Everyone sees it alike and a moment late, so that any replica may answer it. */
export function mayLag(row: PathRow): boolean {
  return row.for === 'all' && row.kept !== undefined && !row.fresh
}
