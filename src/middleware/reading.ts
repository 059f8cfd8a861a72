import type { Reading } from '../db/dossier-history.ts'
import { type AppContext, isChange } from '../http.ts'
import { rowAt } from '../paths.ts'

/** Query of the address that pages a history. */
const BEFORE = 'sebelum'

/** What is printed or taken along is whole, and so is what a step is judged by. */
export function readingOf(c: AppContext): Reading {
  if (isChange(c) || rowAt(c.req.path)?.whole) return 'whole'
  const before = beforeIn(c)
  return before === null ? 'newest' : { before }
}

export function beforeIn(c: AppContext): number | null {
  const typed = c.req.query(BEFORE) ?? ''
  return /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : null
}
