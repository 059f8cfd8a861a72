import type { Dossier } from '../../db/dossier.ts'
import type { Given } from '../../domain/acts/acts.ts'
import { wordsAdded } from '../../domain/acts/add-words.ts'
import type { Refusal } from '../../domain/case/command.ts'
import { wishesWithdrawal } from '../../domain/case/wish.ts'
import type { FieldError } from '../../forms/field-error.ts'
import { type FieldsOf, refusalError } from '../../forms/field-of.ts'
import type { Posted, Typed } from '../../forms/read.ts'
import { patterns } from '../../paths.ts'
import type { Words } from '../../words/words.ts'

/** Of a split the root is read when it is given. */
export type Meant = Given | { name: 'split'; text: string }

export interface ReporterStep<M extends Meant = Meant> {
  name: M['name']
  path: string
  fields: FieldsOf
  /** Where its words are typed, by name and by id: whatever is refused is said there. */
  words?: { name: string; id: string }
  /** Photos or documents come with it. */
  takesFiles?: true
  meant: (posted: Posted, dossier: Dossier) => M
}

export const answer = {
  name: 'answer',
  path: patterns.statusAnswer,
  fields: { jawaban: 'text' },
  words: { name: 'jawaban', id: 'jawaban' },
  takesFiles: true,
  meant: (posted) => ({ name: 'answer', text: posted.text('jawaban') }),
} satisfies ReporterStep

const addWords = {
  name: 'add_words',
  path: patterns.statusWords,
  fields: { keterangan: 'text' },
  words: { name: 'keterangan', id: 'keterangan' },
  takesFiles: true,
  meant: (posted, { events }) => ({
    name: 'add_words',
    text: posted.text('keterangan'),
    before: wordsAdded(events),
  }),
} satisfies ReporterStep

export const confirm = {
  name: 'confirm',
  path: patterns.statusConfirm,
  fields: {},
  meant: () => ({ name: 'confirm' }),
} satisfies ReporterStep

export const dispute = {
  name: 'dispute',
  path: patterns.statusDispute,
  fields: { alasan: 'text' },
  words: { name: 'alasan', id: 'alasan-belum' },
  takesFiles: true,
  meant: (posted) => ({ name: 'dispute', text: posted.text('alasan') }),
} satisfies ReporterStep

const rate = {
  name: 'rate',
  path: patterns.statusRate,
  fields: { nilai: 'score' },
  meant: ({ typed }) => ({ name: 'rate', score: Number(typed.nilai) }),
} satisfies ReporterStep

const withdraw = {
  name: 'withdraw',
  path: patterns.statusWithdraw,
  fields: { alasan: 'text' },
  words: { name: 'alasan', id: 'alasan-cabut' },
  meant: (posted, { events }) => ({
    name: 'withdraw',
    text: posted.text('alasan'),
    again: wishesWithdrawal(events),
  }),
} satisfies ReporterStep

const reopen = {
  name: 'reopen',
  path: patterns.statusReopen,
  fields: { alasan: 'text' },
  words: { name: 'alasan', id: 'alasan-buka' },
  meant: (posted) => ({ name: 'reopen', text: posted.text('alasan') }),
} satisfies ReporterStep

const object = {
  name: 'object',
  path: patterns.statusObject,
  fields: { alasan: 'text' },
  words: { name: 'alasan', id: 'alasan-keberatan' },
  meant: (posted) => ({ name: 'object', text: posted.text('alasan') }),
} satisfies ReporterStep

const split = {
  name: 'split',
  path: patterns.statusSplit,
  fields: { alasan: 'text' },
  words: { name: 'alasan', id: 'alasan-pisah' },
  meant: (posted) => ({ name: 'split', text: posted.text('alasan') }),
} satisfies ReporterStep

/** Every form of the status page but that for files, in the order in which the desk shows them. */
export const REPORTER_STEPS = [
  answer,
  addWords,
  confirm,
  dispute,
  rate,
  withdraw,
  reopen,
  object,
  split,
] as const

export function refusalOf(t: Words, step: ReporterStep, refusal: Refusal): FieldError {
  const error = refusalError(t, step.fields, refusal)
  return step.words ? { ...error, field: step.words.id } : error
}

/** What was typed, under the id of its field: two forms of a page have a field of one name. */
export function typedById({ words }: ReporterStep, { typed }: Posted): Typed {
  return words ? { [words.id]: typed[words.name] ?? '' } : {}
}
