export function outcomeOf(
  e: { stateBefore: string | null; stateAfter: string },
  facts: Record<string, unknown>,
): { answers: boolean; goesOn: boolean; unheard: boolean } {
  return {
    answers: e.stateBefore === 'awaiting_info' && e.stateAfter !== 'awaiting_info',
    goesOn: facts.goesOn === true,
    unheard: facts.unheard === true,
  }
}
