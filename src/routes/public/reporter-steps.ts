import type { Dossier } from '../../db/dossier.ts'
import type { Given } from '../../domain/acts/acts.ts'
import type { Refusal } from '../../domain/case/command.ts'
import { wishesWithdrawal } from '../../domain/case/wish.ts'
import type { FieldError } from '../../forms/field-error.ts'
import { type FieldsOf, refusalError } from '../../forms/field-of.ts'
import type { Posted, Typed } from '../../forms/read.ts'
import { patterns } from '../../paths.ts'
import type { Words } from '../../words/words.ts'

/** Of a split the root is read when it is given. */
export type Meant = Given | { name: 'split' }

/** One step of the reporter: where its form goes, what it means. */
export interface ReporterStep<M extends Meant = Meant> {
  path: string
  /** Which property of the command each field stands for. */
  fields: FieldsOf
  /** Where its words are typed, by name and by id: whatever is refused is said there. */
  words?: { name: string; id: string }
  meant: (posted: Posted, dossier: Dossier) => M
}

/** Every form of the status page but that for files, by its command. */
export const REPORTER_STEPS = {
  answer: {
    path: patterns.statusAnswer,
    fields: { jawaban: 'text' },
    words: { name: 'jawaban', id: 'jawaban' },
    meant: (posted) => ({ name: 'answer', text: posted.text('jawaban') }),
  },
  confirm: { path: patterns.statusConfirm, fields: {}, meant: () => ({ name: 'confirm' }) },
  dispute: {
    path: patterns.statusDispute,
    fields: { alasan: 'text' },
    words: { name: 'alasan', id: 'alasan-belum' },
    meant: (posted) => ({ name: 'dispute', text: posted.text('alasan') }),
  },
  withdraw: {
    path: patterns.statusWithdraw,
    fields: { alasan: 'text' },
    words: { name: 'alasan', id: 'alasan-cabut' },
    meant: (posted, { events }) => ({
      name: 'withdraw',
      text: posted.text('alasan'),
      again: wishesWithdrawal(events),
    }),
  },
  reopen: {
    path: patterns.statusReopen,
    fields: { alasan: 'text' },
    words: { name: 'alasan', id: 'alasan-buka' },
    meant: (posted) => ({ name: 'reopen', text: posted.text('alasan') }),
  },
  rate: {
    path: patterns.statusRate,
    fields: { nilai: 'score' },
    meant: ({ typed }) => ({ name: 'rate', score: Number(typed.nilai) }),
  },
  split: { path: patterns.statusSplit, fields: {}, meant: () => ({ name: 'split' }) },
} satisfies Record<string, ReporterStep>

/** Whatever is refused of a step with words is said beside them. */
export function refusalOf(t: Words, step: ReporterStep, refusal: Refusal): FieldError {
  const error = refusalError(t, step.fields, refusal)
  return step.words ? { ...error, field: step.words.id } : error
}

/** What was typed, under the id of its field: two forms of a page have a field of one name. */
export function typedById({ words }: ReporterStep, { typed }: Posted): Typed {
  return words ? { [words.id]: typed[words.name] ?? '' } : {}
}
