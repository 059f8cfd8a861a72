import { latin1 } from './bytes.ts'

/** Readers look for the end mark within the last kilobyte (ISO 32000-1, annex H.3, note 18). */
const TAIL_BYTES = 1024

export function isWholePdf(file: Uint8Array): boolean {
  const tail = latin1(file, Math.max(0, file.length - TAIL_BYTES), TAIL_BYTES)
  return tail.includes('startxref') && tail.includes('%%EOF')
}
