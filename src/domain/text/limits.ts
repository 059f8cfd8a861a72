/** Limits of every text a person gives, in characters (docs/rules.md, What a report holds). */
export const TEXT_MIN = 20
export const TEXT_MAX = 5_000
/** Shortest clean title that says anything. */
export const TITLE_MIN = 5
export const TITLE_MAX = 120
/** Shortest reason, question or answer that says anything. */
export const REASON_MIN = 10
/** Shortest note, answer to a question or screened copy: a yes will do. */
export const WORD_MIN = 2
