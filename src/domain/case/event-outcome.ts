export function outcomeOf(
  e: { stateBefore: string | null; stateAfter: string },
  facts: Record<string, unknown>,
): { answers: boolean; goesOn: boolean; promise: boolean } {
  return {
    answers: e.stateBefore === 'awaiting_info' && e.stateAfter !== 'awaiting_info',
    goesOn: facts.goesOn === true,
    promise: facts.clock === 'promise',
  }
}
