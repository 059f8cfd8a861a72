import type { MessageRow } from '../../db/dossier.ts'
import { fieldOfMessage } from '../../domain/case/visibility.ts'
import type { AppContext } from '../../http.ts'
import { sha256Hex } from '../../seal/digest.ts'
import { type LineFields, signLine } from '../../seal/receipt.ts'
import type { SignedLine } from '../../views/public/receipt.tsx'
import { shownFiles } from './files-of.ts'
import { seesIn } from './status-of.ts'

type Added = Pick<LineFields, 'seq' | 'line' | 'time' | 'contentHash'>

/** One signed line for each file, answer and closing that the reporter may see by now, oldest first. */
export async function signedLines(c: AppContext): Promise<SignedLine[]> {
  const { t } = c.var
  const number = c.var.dossier.complaint.reference
  const key = JSON.parse(c.env.RECEIPT_KEY)
  const added = [...filesAdded(c), ...(await wordsAdded(c))].sort((a, b) => a.seq - b.seq)
  return Promise.all(
    added.map(async (one) => ({
      at: one.time,
      title: t.receipt.lines[one.line],
      text: await signLine(key, { number, ...one }),
    })),
  )
}

/** Over the bytes as they are stored, without what was stripped from them. */
function filesAdded({ var: { dossier: d, city, now } }: AppContext): Added[] {
  return [...shownFiles(d, now, seesIn('key', d.complaint, city, now))].map((a) => ({
    seq: a.seq,
    line: 'photo',
    time: a.at,
    contentHash: a.digest,
  }))
}

const LINES: Record<string, Added['line']> = {
  answer: 'answer',
  reply: 'answer',
  closure: 'closing',
}

/** Over the words as the page shows them: UTF-8, a closing's reason after an empty line. */
function wordsAdded({ var: { dossier: d, city, now } }: AppContext): Promise<Added[]> {
  const sees = seesIn('key', d.complaint, city, now)
  return Promise.all(
    d.messages
      .filter((m) => m.visibleFrom <= now && m.text !== null && sees(fieldOfMessage(m)))
      .flatMap((m) => {
        const line = LINES[m.kind]
        return line ? [lineOf(m, line)] : []
      }),
  )
}

async function lineOf(m: MessageRow, line: Added['line']): Promise<Added> {
  return {
    seq: m.seq,
    line,
    time: m.at,
    contentHash: await sha256Hex([m.text, m.reason].filter(Boolean).join('\n\n')),
  }
}
