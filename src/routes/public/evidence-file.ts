import type { AppContext } from '../../http.ts'
import { signedLines } from './signed-lines.ts'
import { signedReceipt } from './signed-receipt.ts'
import { wordsProof } from './words-proof.ts'

/** All that a stranger needs to check the words without us: docs/verify-receipt.md. */
export async function evidenceFile(c: AppContext) {
  const { dossier } = c.var
  const proof = wordsProof(c, dossier)
  const { signature } = await signedReceipt(c, dossier.complaint)
  return {
    tandaTangan: signature,
    isi: proof?.words ?? null,
    kodeBukti: proof?.salt ?? null,
    kemudian: (await signedLines(c)).map(({ at, title, text }) => ({
      at,
      jenis: title,
      tandaTangan: text,
    })),
  }
}
