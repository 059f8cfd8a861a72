import { UNDO_DELAY_MS } from './ledger/delay.ts'

/** The Workers Cache in it is not simulated locally. */
export interface Background {
  waitUntil: (work: Promise<unknown>) => void
  cache?: { purge?: (options: { tags: string[] }) => Promise<unknown> }
}

/** The seconds in which a step may be undone, and one for a clock that is behind. */
const LATER_MS = UNDO_DELAY_MS + 1000
const MOST_TAGS = 30

/** Twice: in between a visitor, or a replica that lagged, may have put the old page back. */
export function purgeReports(background: Background, references: Iterable<string>): void {
  const { cache } = background
  const tags = [...new Set(references)].map((reference) => `laporan-${reference}`)
  if (!cache?.purge || tags.length === 0) return
  const purge = async () => {
    for (let i = 0; i < tags.length; i += MOST_TAGS - 2)
      await cache.purge?.({ tags: ['laporan', 'angka', ...tags.slice(i, i + MOST_TAGS - 2)] })
  }
  const later = new Promise((resolve) => setTimeout(resolve, LATER_MS)).then(purge)
  background.waitUntil(Promise.allSettled([purge(), later]))
}
