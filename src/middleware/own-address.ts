import type { AppContext } from '../http.ts'

const FORM = /<form\b[^>]*>/g
const AGAIN = 'lagi'

/**
 * No form posts to the address of the page that it stands on: where the line drops, a browser puts
 * its error page in the place of that page, and Back brings none of the words.
 */
export function postElsewhere(c: AppContext, html: string): string {
  const { pathname, search } = new URL(c.req.url)
  const here = pathname + search
  return html.replace(FORM, (form) => {
    if (!form.includes(' method="post"')) return form
    return form.replace(/ action="([^"]*)"/, (own, action: string) => {
      if (action.replaceAll('&amp;', '&') !== here) return own
      return ` action="${action}${action.includes('?') ? '&amp;' : '?'}${AGAIN}"`
    })
  })
}
