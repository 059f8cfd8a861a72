import { type AppContext, isChange } from '../../http.ts'

const SCRIPT = '/js/form.js'

/**
 * Of an answer to a form: the script that gives it the address of a page that can be asked for, its
 * own unless another is named.
 */
export function answerScript(c: AppContext, address?: string): string | undefined {
  if (!isChange(c)) return undefined
  const { pathname, search } = new URL(c.req.url)
  return `${SCRIPT}#${address ?? pathname + search}`
}

/** Of a page with words to write: it keeps them through a reload, also of an answer. */
export function formScript(c: AppContext, address?: string): string {
  return answerScript(c, address) ?? SCRIPT
}
