import type { Instant } from '../domain/time/time.ts'

/** Milliseconds at 1 January 2025: complaint ids begin there and fit a safe integer until 2094. */
const EPOCH = Date.UTC(2025, 0, 1)

const PER_MS = 4096

/** Ids are time-ordered, so that newest first and "since" are by id. */
export function idFrom(at: Instant): number {
  return (at - EPOCH) * PER_MS
}

/** Twelve random bits keep two of one millisecond apart. */
export function newId(now: Instant, random: (n: number) => Uint8Array): number {
  const [a = 0, b = 0] = random(2)
  return idFrom(now) + ((a << 4) | (b >> 4))
}
