import type { State } from '../src/domain/case/complaint.ts'
import type { Instant } from '../src/domain/time/time.ts'

/** A report whose status page a newcomer can open. */
export interface DemoReport {
  number: string
  key: string
  state: State
}

/** What the finished seed leaves in the settings. */
export interface Demo {
  seed: string
  playedUntil: Instant
  reports: DemoReport[]
}

/** How far the seed has come; `demo` is null until it is complete. */
export interface Progress {
  done: number
  total: number
  demo: Demo | null
  /** The city says everything itself: nothing is played into it. */
  empty: boolean
}
