import type { Filing } from '../src/db/filing.ts'
import type { WordColumns } from '../src/db/ledger/change.ts'
import type { Given } from '../src/domain/acts/acts.ts'
import type { Actor } from '../src/domain/people/actor.ts'
import type { Instant } from '../src/domain/time/time.ts'

/** A file to draw or write when its step is played. */
export type DemoFile = { scene: number } | { letter: string }

interface Placed {
  at: Instant
  actor: Actor
}

/** One thing that somebody, or the timer, does to one story's complaint. */
export type Step = Placed &
  (
    | { kind: 'file'; form: Omit<Filing, 'token'> }
    | { kind: 'attach'; file: DemoFile; source: 'reporter' | 'agency' }
    | {
        kind: 'command'
        command: Given
        columns?: WordColumns
        /** The verifier's copy of an anonymous reporter's message. */
        screened?: string
        /** How many of the reporter's photos a routing or release makes public. */
        publicPhotos?: number
      }
    /** Joins the story's complaint under that of another. */
    | { kind: 'merge'; root: number }
  )

/** What happens to one story, in order of time. */
export interface Plan {
  /** Index among the stories. */
  story: number
  steps: Step[]
}
