import { raw } from 'hono/html'
import { LANGUAGES, type Language } from '../../words/language.ts'

export interface Offer {
  language: Language
  href: string
}

/** No words of anybody's: theirs are escaped. */
const PLACE = '<a></a>'

/**
 * Where the page's other languages will stand: only the renderer knows its request. A context of hono's
 * would bring all that it renders in browsers with.
 */
export function OtherLanguages() {
  return raw(PLACE)
}

export function withOffers(html: string, offers: readonly Offer[]): string {
  return html.replace(PLACE, () => offers.map(linkTo).join(''))
}

/** By its own name. */
function linkTo({ language, href }: Offer): string {
  return ` ${(
    <a href={href} lang={language}>
      {LANGUAGES[language].name}
    </a>
  )}`
}
