import { type Refusal, refuse } from './command.ts'

/** Of each side of a report: what one sends never takes the room of the other's evidence. */
const MOST_FILES = 20
const MOST_BYTES = 40 * 1024 * 1024

interface HeldFile {
  source: string
  bytes: number
}

/** Why one more of `bytes` bytes has no room; null: it has (docs/rules.md, What a report holds). */
export function noRoom(held: readonly HeldFile[], { source, bytes }: HeldFile): Refusal | null {
  const own = held.filter((file) => file.source === source)
  if (own.length >= MOST_FILES) return refuse('files_full')
  const sum = own.reduce((all, file) => all + file.bytes, bytes)
  return sum > MOST_BYTES ? refuse('files_heavy') : null
}
