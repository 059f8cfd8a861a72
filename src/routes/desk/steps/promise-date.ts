import { liveClock } from '../../../domain/case/complaint.ts'
import { promised } from '../../../domain/time/due.ts'
import { readDate } from '../../../domain/time/typed-date.ts'
import type { FieldSpec } from '../../../views/desk/form-spec.ts'
import { agencyFields } from './doubts.ts'
import type { Here, Step } from './step.ts'

/** A date by which it is done, and what; once one stands, why it is moved. */
export const promiseDate: Step = {
  name: 'promise_date',
  path: 'casePromise',
  fields: { tanggal: 'day', janji: 'text', alasan: 'reason' },
  form: ({ t, dossier }) => {
    const { title, send, day, dayHint, text } = t.deskForms.promiseDate
    return {
      title,
      send,
      note: noteOn(t, dossier),
      fields: [
        { kind: 'line', name: 'tanggal', label: day, hint: dayHint },
        { kind: 'low', name: 'janji', label: text },
        ...reasonField(t, dossier),
      ],
    }
  },
  doubts: (_c, posted) => agencyFields(posted, 'janji', 'alasan'),
  meant: (_c, posted) => {
    const reason = posted.text('alasan')
    return {
      command: {
        name: 'promise_date',
        day: readDate(posted.line('tanggal')) ?? '',
        text: posted.text('janji'),
        ...(reason ? { reason } : {}),
      },
    }
  },
}

function reasonField(t: Here['t'], { complaint }: Here['dossier']): FieldSpec[] {
  if (!liveClock(complaint, 'promise')) return []
  return [{ kind: 'low', name: 'alasan', label: t.deskForms.promiseDate.reason }]
}

/** Both dates: the one that stands by law, and the one that was given before. */
function noteOn(t: Here['t'], { complaint }: Here['dossier']): string {
  const { note, noteOnly, standing } = t.deskForms.promiseDate
  const due = promised(complaint)
  const legal = due.kind === 'none' || due.day === null ? noteOnly : note(t.mediumDate(due.day))
  const given = liveClock(complaint, 'promise')
  return given ? `${standing(t.mediumDate(given.dueDay))} ${legal}` : legal
}
