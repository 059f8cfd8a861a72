import { stateLabelForOthers, states } from '../../copy/id/states.ts'
import type { State } from '../../domain/complaint.ts'

/** Sign and word of a state. `forReporter` says "Anda" where the others read "pelapor". */
export const StateBadge = ({ state, forReporter }: { state: State; forReporter?: boolean }) => {
  const { label, sign, tone } = states[state]
  return (
    <span class={tone === 'sea' ? 'state' : `state ${tone}`}>
      {sign} {forReporter ? label : stateLabelForOthers(state)}
    </span>
  )
}
