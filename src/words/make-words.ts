import type { RefusalCode } from '../domain/case/command.ts'
import type { State } from '../domain/case/complaint.ts'
import type { DueDate } from '../domain/time/due.ts'
import type { IsoDate } from '../domain/time/time.ts'
import { type DueWords, dueWords } from './due.ts'
import { type Formats, formatsOf } from './format.ts'
import type { Language } from './language.ts'
import type { Texts } from './texts.ts'

/** What one reader is told things with: texts of a language, formats of a language and a city. */
export interface Words extends Texts, Formats {
  language: Language
  dueWords: (
    due: DueDate,
    left: number | null,
    today: IsoDate,
    reporter?: 'you' | 'other',
  ) => DueWords
  /** The sentence for a refusal, at its field where one is named. */
  refusalText: (refusal: { refused: RefusalCode; field?: string }) => string
  /** What the public and staff read where the reporter's label says "Anda". */
  stateLabelForOthers: (state: State) => string
  /** The same for the one line of meaning. */
  stateMeaningForOthers: (state: State) => string
}

/** The words of texts in a city's own time; `offset`: its minutes ahead of UTC. */
export function makeWords(language: Language, own: Texts, offset: number): Words {
  const said = { ...own, ...formatsOf(language, offset, own.units) }
  return {
    ...said,
    language,
    dueWords: (...given) => dueWords(said, ...given),
    refusalText: ({ refused, field }) =>
      own.fieldRefusals[`${field}:${refused}`] ?? own.refusals[refused],
    stateLabelForOthers: (state) => own.statesForOthers[state]?.label ?? own.states[state].label,
    stateMeaningForOthers: (state) =>
      own.statesForOthers[state]?.meaning ?? own.states[state].meaning,
  }
}
