import { patterns } from '../paths.ts'

export const RETURN_FIELD = 'kembali'

const LONGEST = 500

/** A link cannot send staff elsewhere. */
export function safeReturn(text: string | undefined): string {
  if (!text?.startsWith(patterns.desk) || text.includes('\\') || text.length > LONGEST)
    return patterns.desk
  const base = 'https://here.invalid'
  const url = URL.canParse(text, base) ? new URL(text, base) : null
  if (url?.origin !== base) return patterns.desk
  const isDesk = url.pathname === patterns.desk || url.pathname.startsWith(`${patterns.desk}/`)
  return isDesk && !url.pathname.startsWith(patterns.signIn)
    ? url.pathname + url.search
    : patterns.desk
}
