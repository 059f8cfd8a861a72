/** In characters (docs/rules.md, What a report holds). */
export const TEXT_MIN = 20
export const TEXT_MAX = 5_000
export const TITLE_MIN = 5
export const TITLE_MAX = 120
export const REASON_MIN = 10
/** A yes will do. */
export const WORD_MIN = 2
