import { type Reckoned, recompute } from './case-clocks.ts'
import type { ClockKind } from './clocks.ts'
import type { DateContext } from './decide-since.ts'
import type { IsoDate } from './time.ts'

/** A date that another calendar moves. */
export interface Move {
  kind: ClockKind
  from: IsoDate
  to: IsoDate
}

/** As `recompute` will move them: the one reckoning, for whoever asks before. */
export function movesOf(report: Reckoned, ctx: DateContext): Move[] {
  const after = recompute(report, ctx)
  return report.clocks.flatMap(({ kind, dueDay: from }, i) => {
    const to = after.clocks[i]?.dueDay ?? from
    return from === to ? [] : [{ kind, from, to }]
  })
}
