import { type AppContext, isChange } from '../../http.ts'

/**
 * Of an answer to a form: the script that gives it the address of a page that can be asked for, its
 * own unless another is named.
 */
export function answerScript(c: AppContext, address?: string): string | undefined {
  if (!isChange(c)) return undefined
  const { pathname, search } = new URL(c.req.url)
  return `/js/answer.js#${address ?? pathname + search}`
}
