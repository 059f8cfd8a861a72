import { inject } from 'vitest'

declare module 'vitest' {
  export interface ProvidedContext {
    rounds: number
  }
}

const IN_THE_GATE = 20

/** Races at each transition (docs/data.md, The one writer): 20 in the gate, 200 in `npm run test:long`. */
export const ROUNDS = inject('rounds')

/** Whether this is `npm run test:long`: what takes minutes waits for it. */
export const isLong = ROUNDS > IN_THE_GATE

/** How often to try what is random: so often in the gate, and ten times that in the long run. */
export function runs(inTheGate: number): number {
  return Math.ceil((inTheGate * ROUNDS) / IN_THE_GATE)
}
