import { refuse } from '../case/command.ts'
import { type Complaint, liveClock } from '../case/complaint.ts'
import { WORD_MIN } from '../text/limits.ts'
import { dayZero } from '../time/calendar.ts'
import { start, startDecide } from '../time/case-clocks.ts'
import { dateOf, type IsoDate, instantAt } from '../time/time.ts'
import type { Act } from './act.ts'
import { blank, type FileCommand, type FileFacts } from './file.ts'
import { needsWords } from './needs.ts'

export interface ImportCommand extends Omit<FileCommand, 'name'> {
  name: 'import'
  /** When it came in and, where it is over, when it ended, as the older record tells it. */
  ended: { state: 'closed' | 'referred' | 'archived' | 'withdrawn'; day: IsoDate | null } | null
  /** Who had it there; null: unknown. */
  agencyId: number | null
  /** What was done, as the record tells it. */
  answer: string | null
}

export type ImportFacts = FileFacts & { endedDay: IsoDate | null }

/**
 * From an older record. What was over is kept as it was told and holds nobody to anything; what is open
 * is open from today, as if it had just come in.
 */
export const importAct: Act<ImportCommand, ImportFacts, null> = {
  name: 'import',
  from: [],
  to: 'received',
  who: ['coordinator'],
  needs: [needsWords('text', 'text', WORD_MIN)],
  undoable: false,
  onceErased: true,
  publicStep: true,
  letters: {},
  faults: (_before, { incidentDay, ended }, { now, calendar }) => {
    const today = dateOf(now, calendar.offset)
    return [
      incidentDay > today ? refuse('incident_in_future', 'incidentDay') : null,
      ended?.day && (ended.day > today || ended.day < incidentDay)
        ? refuse('day_out_of_range', 'ended')
        : null,
    ]
  },
  rule: (_before, command, ctx) => {
    const { ended, agencyId, answer, incidentDay } = command
    const day = dayZero(ctx.now, ctx.calendar)
    const told = { day: incidentDay, ended: ended?.day ?? null }
    // nobody of the staff filed it: any verifier speaks for its reporter
    const fresh = { ...blank({ ...command, name: 'file' }, ctx, day), told, filedBy: null }
    const over = ended && {
      ...fresh,
      suspectedSpam: false,
      state: ended.state,
      leadAgencyId: agencyId,
      closedAt: instantAt(ended.day ?? incidentDay, 0, ctx.calendar.offset),
    }
    const complaint: Complaint =
      over ??
      startDecide(start(start(start(fresh, 'verify', ctx), 'complete', ctx), 'settle', ctx), ctx)
    return {
      after: complaint,
      facts: {
        class: complaint.class,
        channel: complaint.channel,
        category: complaint.categoryId,
        subdistrict: complaint.subdistrictId,
        anonymous: complaint.anonymous,
        confidential: complaint.confidential,
        dayZero: day,
        incidentDay,
        verifyBy: liveClock(complaint, 'verify')?.dueDay ?? null,
        settleBy: liveClock(complaint, 'settle')?.dueDay ?? null,
        quarantined: false,
        endedDay: told.ended,
      },
      ...(answer ? { message: messageOf(complaint, answer) } : {}),
    }
  },
}

/** Only what closed a report was ever meant for everyone. */
function messageOf({ state }: Complaint, text: string) {
  const isClosure = state === 'closed'
  return {
    kind: isClosure ? ('closure' as const) : ('note' as const),
    audience: isClosure ? ('public' as const) : ('staff' as const),
    text,
    state: 'sent' as const,
  }
}
