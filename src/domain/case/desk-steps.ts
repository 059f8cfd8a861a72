import type { CommandName } from './lifecycle.ts'

const DESK_STEPS: ReadonlySet<CommandName> = new Set([
  'assign',
  'note',
  'set_priority',
  'join',
  'part',
  'screen',
  'reveal',
  'undo',
])

/** Steps of the desk alone, of which no citizen is told; who opened the identity has a list of its own. */
export function isDeskStep(type: string): boolean {
  return DESK_STEPS.has(type as CommandName)
}
