import type { Case } from '../../db/cases.ts'
import type { AppContext } from '../../http.ts'
import { committedWords } from '../../seal/committed-words.ts'
import type { WordsProof } from '../../seal/words-proof.ts'
import { filedWords } from '../../sights/filed-words.ts'

/** null once erased. */
export function wordsProof({ var: { city, now } }: AppContext, found: Case): WordsProof | null {
  const filed = filedWords(found, city, now)
  const words = filed && committedWords(filed)
  return filed && words !== null ? { words, salt: filed.salt } : null
}
