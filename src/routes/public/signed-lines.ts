import type { AppContext } from '../../http.ts'
import { sha256Hex } from '../../seal/digest.ts'
import { type LineFields, signLine } from '../../seal/receipt.ts'
import { type Added, addedSince } from '../../sights/added.ts'
import type { SignedLine } from '../../views/public/receipt.tsx'

const LINES = { file: 'photo', answer: 'answer', closing: 'closing' } as const satisfies Record<
  Added['what'],
  LineFields['line']
>

/** One signed line for each file, answer and closing that the reporter may see by now, oldest first. */
export async function signedLines(c: AppContext): Promise<SignedLine[]> {
  const { dossier, city, now, t } = c.var
  const number = dossier.complaint.reference
  const key = JSON.parse(c.env.RECEIPT_KEY)
  return Promise.all(
    addedSince(dossier, city, now).map(async (added) => {
      const { seq, at: time, what } = added
      const line = LINES[what]
      const contentHash = await hashOf(added)
      return {
        at: time,
        title: t.receipt.lines[line],
        text: await signLine(key, { number, seq, line, time, contentHash }),
      }
    }),
  )
}

/** Over a file's bytes as stored, or UTF-8 of the words, a closing's reason after an empty line. */
async function hashOf(added: Added): Promise<string> {
  return added.what === 'file' ? added.digest : sha256Hex(added.words)
}
