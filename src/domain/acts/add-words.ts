import { refuse } from '../case/command.ts'
import { needsScreen, tellAgency, tellVerifier } from '../case/telling.ts'
import { WORD_MIN } from '../text/limits.ts'
import type { Act } from './act.ts'
import { needsWords } from './needs.ts'

export interface AddWordsCommand {
  name: 'add_words'
  text: string
  /** How often words were added before. */
  before?: number
}

/** A report has room for so many, as it has for twenty files. */
const MOST = 30

export function wordsAdded(events: readonly { type: string }[]): number {
  return events.filter(({ type }) => type === 'add_words').length
}

/** While a question stands, words are its answer; of one that is joined they are heard by its root. */
export const addWords: Act<AddWordsCommand> = {
  name: 'add_words',
  from: ['received', 'routed', 'in_progress', 'awaiting_confirmation', 'merged'],
  to: 'same',
  who: ['reporter'],
  needs: [needsWords('text', 'text', WORD_MIN)],
  undoable: false,
  passing: true,
  onceErased: false,
  onBehalf: ({ text, added }) => ({ name: 'add_words', text, before: added }),
  letters: { verifier: ['words_added'], agency: ['words_added'] },
  rule: (complaint, { text, before = 0 }) => {
    if (before >= MOST) return refuse('words_full', 'text')
    const screened = needsScreen(complaint)
    const joined = complaint.state === 'merged'
    const own = joined ? [] : tellAgency(complaint, 'words_added')
    return {
      after: complaint,
      message: {
        kind: 'answer',
        audience: 'reporter',
        text,
        state: screened ? 'screening' : 'sent',
      },
      heard: joined && !screened,
      notices: screened ? [tellVerifier('words_added')] : own,
    }
  },
}
