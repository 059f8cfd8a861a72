import { UNDO_DELAY_MS } from './ledger/delay.ts'

/** What a handler is given; the Workers Cache in it is not simulated locally. */
export interface Handling {
  waitUntil: (work: Promise<unknown>) => void
  cache?: { purge?: (options: { tags: string[] }) => Promise<unknown> }
}

/** The seconds in which a step may be undone, and one for a clock that is behind. */
const LATER_MS = UNDO_DELAY_MS + 1000
/** Most tags of one purge. */
const TAGS = 30

/**
 * Throws public pages of these reports, the lists and the figures out of the edge cache: at once,
 * since what is withdrawn must be gone at once, and again when others may see what was said. In
 * between a visitor, or a replica that had not heard of it yet, may have put the old page back.
 */
export function purgeReports(handling: Handling, references: Iterable<string>): void {
  const { cache } = handling
  const tags = [...new Set(references)].map((reference) => `laporan-${reference}`)
  // locally there is no such cache
  if (!cache?.purge || tags.length === 0) return
  const purge = async () => {
    for (let i = 0; i < tags.length; i += TAGS - 2)
      await cache.purge?.({ tags: ['laporan', 'angka', ...tags.slice(i, i + TAGS - 2)] })
  }
  const later = new Promise((resolve) => setTimeout(resolve, LATER_MS)).then(purge)
  handling.waitUntil(Promise.allSettled([purge(), later]))
}
