/** Languages of the interface by code: tag for Intl, and what each calls itself. */
export const LANGUAGES = {
  id: { tag: 'id-ID', name: 'Bahasa Indonesia' },
  en: { tag: 'en-GB', name: 'English' },
} as const

export type Language = keyof typeof LANGUAGES

/** What every page speaks that nobody chose a language for; its texts are the type of all others. */
export const SOURCE: Language = 'id'

/** The language of a code that came with a request. */
export function languageOf(code: string | undefined): Language | undefined {
  return code !== undefined && Object.hasOwn(LANGUAGES, code) ? (code as Language) : undefined
}
