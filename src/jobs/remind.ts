import { reminderKey, unreminded } from '../db/clock-sweeps.ts'
import type { LetterTo } from '../db/outbox.ts'
import type { JobLetter } from '../domain/case/letters.ts'
import { addWorkingDays } from '../domain/time/calendar.ts'
import type { ClockKind } from '../domain/time/clocks.ts'
import { PROMISES } from '../domain/time/due.ts'
import { addDays, type IsoDate } from '../domain/time/time.ts'
import { sum } from './steps.ts'
import { tellInSteps } from './telling.ts'
import { type Counts, isWorkingToday, type Job, type JobWorld, openingFor } from './world.ts'

interface Reminder {
  kind: ClockKind
  template: JobLetter
  name: string
  to: Extract<LetterTo, 'reporter' | 'agency'>
  /** First and last day. */
  due: [IsoDate, IsoDate]
  only?: 'supervisory'
}

/** Unique per clock, round and due day. */
export const remind: Job = async (w) => {
  let counts: Counts = {}
  for (const reminder of remindersOf(w)) {
    counts = sum(counts, { [reminder.name]: await remindOf(w, reminder) })
  }
  return counts
}

function remindersOf(w: JobWorld): Reminder[] {
  const { today } = w
  const tomorrow = addDays(today, 1)
  const next = addWorkingDays(today, 1, w.calendar).day
  const lapse = { kind: 'completion', template: 'completion_reminder', to: 'reporter' } as const
  const agency = { template: 'due_tomorrow', name: 'due_tomorrow', to: 'agency' } as const
  const word = {
    kind: 'promise',
    template: 'promise_due',
    name: 'promise_due',
    to: 'agency',
  } as const
  return [
    ...(isWorkingToday(w)
      ? PROMISES.map((kind): Reminder => ({ ...agency, kind, due: [tomorrow, next] }))
      : []),
    ...(isWorkingToday(w) ? [{ ...word, due: [tomorrow, next] satisfies Reminder['due'] }] : []),
    { ...lapse, name: 'lapse_in_7', due: [addDays(today, 2), addDays(today, 7)] },
    { ...lapse, name: 'lapse_in_1', due: [today, tomorrow] },
    {
      kind: 'silence',
      template: 'silence_reminder',
      name: 'closing_in_2',
      to: 'reporter',
      due: [today, addWorkingDays(today, 2, w.calendar).day],
    },
    // what no timer ends somebody has to: told once it is theirs
    ...(['completion', 'silence'] as const).map(
      (kind): Reminder => ({
        ...{ kind, template: 'undecided', name: 'undecided', to: 'agency', only: 'supervisory' },
        due: ['', addDays(today, -1)],
      }),
    ),
  ]
}

function remindOf(w: JobWorld, r: Reminder): Promise<number> {
  const notBefore = openingFor(w, r.to === 'reporter' ? 'reporter' : 'staff')
  return tellInSteps(w, async (limit) => {
    const rows = await unreminded(w.db, r.kind, r.name, r.due, limit, r.only)
    return rows.map((row) => ({
      dedupe: reminderKey(row, r.kind, r.name),
      complaintId: row.complaintId,
      recipient: r.to,
      agencyId: r.to === 'agency' ? row.agencyId : null,
      template: r.template,
      notBefore,
    }))
  })
}
