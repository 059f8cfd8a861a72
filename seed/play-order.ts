import type { Plan, Step } from './steps.ts'

/** A step with its place among those of its story. */
export interface Placed {
  story: number
  nth: number
  step: Step
}

/** Everybody's steps together, as they happened in the city. */
export function inOrder(plans: readonly Plan[]): Placed[] {
  return plans
    .flatMap(({ story, steps }) => steps.map((step, nth) => ({ story, nth, step })))
    .sort((a, b) => a.step.at - b.step.at || a.story - b.story || a.nth - b.nth)
}
