/** What a letter may say. Words of people come in only where the reader may have them. */
export interface NoticeFacts {
  /** 'Kota Dumai' */
  city: string
  /** Number of the report. */
  reference: string
  /** Address that opens it: single-purpose for a reporter, the desk for staff. */
  link: string
  /** Agency by name. */
  agency?: string
  /** 'Jumat, 11 Desember 2026' */
  due?: string
  /** Question, reply, referral or reason, as released to this reader. */
  words?: string
  /** Number of the root of a merged report. */
  root?: string
  /** Digests: how many. */
  count?: number
  /** Digests: one line each. */
  lines?: string[]
  /** Invitation: the role in words. */
  role?: string
  /** Invitation, reset: how long the link is good. */
  validFor?: string
}

export interface Letter {
  subject: string
  /** Plain text, without greeting and signature: letter() adds both. */
  body: string
}

export type NoticeText = (n: NoticeFacts) => Letter

/** Paragraphs; what is absent or empty leaves no gap. */
export const paragraphs = (...parts: (string | undefined | false)[]): string =>
  parts.filter(Boolean).join('\n\n')

const quoted = (words: string): string =>
  words
    .trim()
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')

/** The words of a person, set off from ours. */
export const quote = (words: string | undefined): string | undefined =>
  words?.trim() ? quoted(words) : undefined

/** The whole letter as it is sent. */
export const letter = (text: Letter, n: NoticeFacts): Letter => ({
  subject: text.subject,
  body: paragraphs(
    'Salam,',
    text.body,
    `Tanggap ${n.city}\nSurat ini dikirim otomatis. Jangan teruskan tautannya kepada orang lain.`,
  ),
})
