import { shownWords, type WordsProof } from '../../seal/words-proof.ts'
import type { Words } from '../../words/words.ts'

/** `words` are left out where bytes are dear: *Data saya* has them. */
export function WordsProofText({
  t,
  proof,
  words = true,
}: {
  t: Words
  proof: WordsProof
  words?: boolean
}) {
  return (
    <>
      <p class="m0">{t.receipt.salt}</p>
      <p class="sign words">{proof.salt}</p>
      {words && (
        <>
          <p class="m0">{t.receipt.signedWords}</p>
          <p class="sign words">{shownWords(proof.words)}</p>
          <p class="hint">{t.receipt.signedWordsHint}</p>
        </>
      )}
    </>
  )
}
