import { createContext, useContext } from 'hono/jsx'
import { LANGUAGES, type Language } from '../../words/language.ts'

export interface Offer {
  language: Language
  href: string
}

/** What the renderer knows of a page's request, so that no view has to hand it down. */
export const Offers = createContext<readonly Offer[]>([])

/** Each language by its own name. */
export function OtherLanguages() {
  return (
    <>
      {useContext(Offers).map(({ language, href }) => (
        <>
          {' '}
          <a href={href} lang={language}>
            {LANGUAGES[language].name}
          </a>
        </>
      ))}
    </>
  )
}
