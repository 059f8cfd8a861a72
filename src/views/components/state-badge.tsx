import type { State } from '../../domain/case/complaint.ts'
import { stateLabelForOthers, states } from '../../words/id/states.ts'

/** Sign and word of a state. `forReporter` says "Anda" where the others read "pelapor". */
export function StateBadge({ state, forReporter }: { state: State; forReporter?: boolean }) {
  const { label, sign, tone } = states[state]
  return (
    <span class={tone === 'sea' ? 'state' : `state ${tone}`}>
      {sign} {forReporter ? label : stateLabelForOthers(state)}
    </span>
  )
}
