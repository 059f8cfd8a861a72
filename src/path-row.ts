/** From anybody to the fewest: `isForStaff` reads the order. docs/paths.md says each in words. */
export const AUDIENCES = [
  'all',
  'reporter',
  'staff',
  'counter',
  'reader',
  'verifier',
  'handler',
  'oversight',
  'overseer',
  'admin',
  'eraser',
] as const
export type Audience = (typeof AUDIENCES)[number]

export interface PathRow {
  at: `/${string}`
  for: Audience
  /** Its handler looks for a session itself: it ends one, and answers also where there is none. */
  guard?: 'own'
  /** What it answers of a secret report: the same as of an unknown number. */
  secret?: 404
  get?: 'page' | 'data' | 'redirect'
  post?: 'form' | 'files'
  /** What it takes, or hands over as a file, asks for the password again, unless it was just given. */
  proof?: true
  /** 'either': the small picture by the edge, the whole by its viewer alone. */
  kept?: 'edge' | 'own' | 'either'
  languages?: true
  /** Read from the primary, although everyone sees it alike. */
  fresh?: true
  embed?: true
  /** All of a report's history, however long. */
  whole?: true
  /** What it takes changes no report: it stays open while nothing may change. */
  readOnly?: 'open'
  sitemap?: true
  disallow?: string
}

export function isForStaff(row: PathRow): boolean {
  return AUDIENCES.indexOf(row.for) >= AUDIENCES.indexOf('staff')
}

/** What it takes shows its authority in the body or the path, never in a cookie. */
export function needsNoCookie(row: PathRow): boolean {
  return row.for === 'all'
}

export function hasLanguages(row: PathRow): boolean {
  return row.for === 'reporter' || row.languages === true
}

export function mayLag(row: PathRow): boolean {
  return row.for === 'all' && row.kept !== undefined && !row.fresh
}
