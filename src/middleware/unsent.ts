import { keptOf } from '../forms/kept.ts'
import type { AppContext } from '../http.ts'
import { isForStaff, needsNoCookie, type PathRow } from '../path-row.ts'
import { rowAt } from '../paths.ts'
import type { Refused } from '../views/errors/send-again.tsx'
import type { ErrorCode } from '../words/id/errors.ts'
import { isOurs } from './same-origin.ts'

export type Unsent = Pick<Refused, 'kept' | 'again'>

/** Sent again, the same form may be taken; for the others the words are there to be copied. */
const WORTH_SENDING: readonly ErrorCode[] = [403, 404, 413, 429, 500, 503]
/** What a cookie alone is not enough for: another person may, or the same one shows who it is. */
const ASKED: readonly ErrorCode[] = [403, 404, 429]

/** What a form that is refused held, with the way to send it once more; null of anything else. */
export async function unsentOf(c: AppContext, code: ErrorCode): Promise<Unsent | null> {
  const kept = await keptOf(c).catch(() => null)
  if (!kept || kept.values.length + kept.secrets.length === 0) return null
  const row = rowAt(c.req.path)
  const isOwn = row === undefined || row.guard === 'own'
  if (isOwn || !WORTH_SENDING.includes(code)) return { kept, again: null }
  const ask = ASKED.includes(code) || !(await isOurs(c)) ? askedOf(row) : null
  return { kept, again: { action: new URL(c.req.url).pathname, ask } }
}

/** A page of ours must not send for somebody what another site made up: who is there shows it first. */
function askedOf(row: PathRow): 'key' | 'password' | null {
  if (needsNoCookie(row)) return null
  return isForStaff(row) ? 'password' : 'key'
}
