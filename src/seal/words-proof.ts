import { cleanText } from '../domain/text/clean-text.ts'
import { canonicalJson, commitment, type Json, sameHash, sha256Hex } from './digest.ts'
import type { LineFields, ReceiptFields } from './receipt.ts'

/** What the holder of a receipt keeps beside it, to show a stranger what was reported. */
export interface WordsProof {
  /** Spelled exactly as they were signed. */
  words: string
  salt: string
}

/** For a page or a print, where spaces run together and lines break: it reads back as the same JSON. */
export function shownWords(words: string): string {
  return words.replace(/ (?= )/g, '\\u0020')
}

/** The salt counts for a receipt alone: a line has none. */
export async function provesWords(
  fields: ReceiptFields | LineFields,
  { words, salt }: WordsProof,
): Promise<boolean> {
  const spelled = 'line' in fields ? [words, cleanText(words)] : [words, spelledAnew(words)]
  for (const each of spelled) {
    const hash = 'line' in fields ? await sha256Hex(each) : await saltedHash(salt, each)
    if (sameHash(hash, 'line' in fields ? fields.contentHash : fields.textHash)) return true
  }
  return false
}

async function saltedHash(salt: string, words: string): Promise<string> {
  return commitment(salt.replace(/\s/g, ''), words).catch(() => '')
}

/** As copied from a page or a print. */
function spelledAnew(words: string): string {
  try {
    return canonicalJson(JSON.parse(words.replace(/\s+/g, ' ')) as Json)
  } catch {
    return ''
  }
}
