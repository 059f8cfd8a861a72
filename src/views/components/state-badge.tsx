import type { State } from '../../domain/case/complaint.ts'
import type { Words } from '../../words/words.ts'

/** Sign and word of a state. `forReporter` says "Anda" where the others read "pelapor". */
export function StateBadge({
  t,
  state,
  forReporter,
}: {
  t: Words
  state: State
  forReporter?: boolean
}) {
  const { label, sign, tone } = t.states[state]
  return (
    <span class={tone === 'sea' ? 'state' : `state ${tone}`}>
      {sign} {forReporter ? label : t.stateLabelForOthers(state)}
    </span>
  )
}
