import type { EventWords } from '../id/events.ts'
import type { Texts } from '../texts.ts'

function agency(w: EventWords, fallback = 'The city agency'): string {
  return w.agency ?? fallback
}

function recorded(w: EventWords, text: string): string {
  return w.actor ? `${text}, recorded by ${w.actor}` : text
}

function by(w: EventWords, deed: string): string {
  return w.actor ? `${w.actor} ${deed}` : deed
}

function recomputed(w: EventWords): string {
  return w.date ? `Due date worked out again: ${w.date}` : 'Due date worked out again'
}

export const events: Texts['events'] = {
  file: { citizen: () => 'Report received', staff: () => 'Report received' },
  import: {
    citizen: () => 'Brought from an earlier record',
    staff: () => 'Brought from an earlier record',
  },
  route: {
    citizen: (w) => `Passed on to ${agency(w, 'the right city agency')}`,
    staff: (w) => by(w, `passed it on to ${agency(w, 'the agency')}`),
  },
  ask: {
    citizen: (w) => `${agency(w, 'The city verifier')} asked you a question`,
    staff: (w) => by(w, 'asked the reporter'),
  },
  answer: { citizen: () => 'You answered', staff: (w) => recorded(w, 'The reporter answered') },
  add_words: {
    citizen: () => 'You added words',
    staff: (w) => recorded(w, 'The reporter added words'),
  },
  return: {
    citizen: (w) => `${agency(w)} sent it back, to be passed on anew`,
    staff: (w) => by(w, `sent it back, proposes ${agency(w, 'another agency')}`),
  },
  refer: {
    citizen: () => 'Not for the city government to decide',
    staff: (w) => by(w, 'found it not for the city'),
  },
  archive: { citizen: () => 'Report archived', staff: (w) => by(w, 'archived the report') },
  unarchive: {
    citizen: () => 'Work on the report goes on',
    staff: (w) => by(w, 'took it out of the archive'),
  },
  object: {
    citizen: () => 'You objected',
    staff: (w) => recorded(w, 'The reporter objected'),
  },
  overrule: {
    citizen: () => 'The city administrator refused your objection',
    staff: (w) => by(w, 'refused the objection'),
  },
  change_class: {
    citizen: () => 'Kind of report changed',
    staff: (w) => by(w, 'changed the kind of report'),
  },
  take_up: {
    citizen: (w) => `${agency(w)} started work`,
    staff: (w) => by(w, 'started work'),
  },
  unassign: {
    citizen: null,
    staff: ({ value = 'The officer', handedOver }) => {
      if (!handedOver) return `${value} has left. The case is back with the liaisons.`
      const { to, by } = handedOver
      return `${value} has left. ${by ?? 'The administrator'} gave it to ${to ?? 'a colleague'}.`
    },
  },
  assign: { citizen: null, staff: (w) => by(w, `assigned ${w.value ?? 'an officer'}`) },
  note: { citizen: null, staff: (w) => by(w, 'wrote an internal note') },
  set_priority: { citizen: null, staff: (w) => by(w, `changed the priority: ${w.value ?? ''}`) },
  promise_date: {
    citizen: (w) =>
      `${agency(w, 'The city agency')} gave its word${w.date ? `: by ${w.date}` : ''}`,
    staff: (w) => by(w, `gave a date: by ${w.date ?? ''}`),
  },
  reply: {
    citizen: (w) => `Reply from ${agency(w, 'the city agency')}`,
    staff: (w) => by(w, 'replied'),
  },
  approve_reply: {
    citizen: (w) => `Reply from ${agency(w, 'the city agency')}`,
    staff: (w) => by(w, 'approved the reply'),
  },
  propose_closure: {
    citizen: (w) => `${agency(w)} says it is settled`,
    staff: (w) => by(w, 'said it is settled'),
  },
  approve_closure: {
    citizen: (w) => `${agency(w)} says it is settled`,
    staff: (w) => by(w, 'approved the closing'),
  },
  send_back: { citizen: null, staff: (w) => by(w, 'sent the draft back') },
  withdraw_draft: { citizen: null, staff: (w) => by(w, 'took the draft back') },
  confirm: {
    citizen: () => 'You said it is settled',
    staff: (w) => recorded(w, 'The reporter said it is settled'),
  },
  dispute: {
    citizen: () => 'You said it is not settled',
    staff: (w) => recorded(w, 'The reporter said it is not settled'),
  },
  close_by_silence: {
    citizen: (w) =>
      w.unheard ? 'Closed without word from you' : 'Closed, since no answer came from you',
    staff: (w) => (w.unheard ? 'Closed without word' : 'Closed, since the reporter did not answer'),
  },
  lapse: {
    citizen: (w) =>
      w.unheard
        ? 'Taken as withdrawn without word from you'
        : 'Taken as withdrawn, since details did not come within 30 days',
    staff: (w) =>
      w.unheard
        ? 'Taken as withdrawn without word'
        : 'Taken as withdrawn, since details did not come',
  },
  conclude: { citizen: null, staff: (w) => by(w, 'decided to end the examination') },
  countersign: {
    citizen: () => 'The examination was ended, signed by the leader',
    staff: (w) => by(w, 'signed the decision'),
  },
  reopen: { citizen: () => 'Report reopened', staff: (w) => by(w, 'reopened it') },
  withdraw: {
    citizen: (w) => (w.goesOn ? 'You asked to withdraw' : 'You withdrew the report'),
    staff: (w) =>
      recorded(
        w,
        w.goesOn
          ? 'The reporter asked to withdraw, the report goes on'
          : 'The reporter withdrew the report',
      ),
  },
  merge: {
    citizen: (w) => `Joined with main report ${w.reference ?? ''}`.trim(),
    staff: (w) => by(w, `joined it with ${w.reference ?? 'the main report'}`),
  },
  split: { citizen: () => 'Handled by itself again', staff: (w) => by(w, 'separated the report') },
  join: { citizen: null, staff: (w) => by(w, `added similar report ${w.reference ?? ''}`) },
  part: { citizen: null, staff: (w) => by(w, `let go of similar report ${w.reference ?? ''}`) },
  follow: {
    citizen: () => 'The main report was joined to another, this one with it',
    staff: (w) => `Moved along to main report ${w.reference ?? ''}`.trim(),
  },
  hand_on: { citizen: null, staff: () => 'What was joined to it has moved along' },
  hear: { citizen: null, staff: (w) => `Added by joined report ${w.reference ?? ''}`.trim() },
  attach: {
    citizen: (w) => (w.answers ? 'You answered with a file' : 'File added'),
    staff: (w) => (w.answers ? 'The reporter answered with a file' : by(w, 'added a file')),
  },
  release: { citizen: () => 'Report made public', staff: (w) => by(w, 'made it public') },
  unrelease: {
    citizen: () => 'Report no longer public',
    staff: (w) => by(w, 'took it off the public pages'),
  },
  mask: {
    citizen: () => 'Part of what we wrote was masked',
    staff: (w) => by(w, 'masked part of what was written'),
  },
  screen: { citizen: null, staff: (w) => by(w, 'looked through the reporter’s message') },
  rate: {
    citizen: (w) => `You gave a score of ${w.value ?? ''} out of 5`,
    staff: (w) => recorded(w, `The reporter gave a score of ${w.value ?? ''} out of 5`),
  },
  escalate: {
    citizen: (w) => {
      const late = w.promise ? 'Past the date the city agency gave' : 'Past its due date'
      const reminded = w.value === '1' || w.value === '2'
      if (!w.agency)
        return `Past its due date, ${reminded ? 'the city verifier was reminded' : 'told to the city administrator'}`
      return `${late}, ${reminded ? 'the city agency was reminded' : 'told to the leaders'}`
    },
    staff: (w) => `Late, rung ${w.value ?? ''}`.trim() + (w.promise ? ', date it gave' : ''),
  },
  remind: {
    citizen: (w) =>
      w.agency
        ? 'The leaders reminded the city agency'
        : 'The leaders reminded the city’s officers',
    staff: (w) => by(w, w.agency ? 'reminded the agency' : 'reminded the city’s officers'),
  },
  ask_explanation: { citizen: null, staff: (w) => by(w, 'asked the agency’s head to explain') },
  explain: { citizen: null, staff: (w) => by(w, 'explained') },
  press_explanation: {
    citizen: null,
    staff: (w) => `Explanation late, rung ${w.value ?? ''}`.trim(),
  },
  recompute: { citizen: recomputed, staff: recomputed },
  reveal: { citizen: null, staff: (w) => by(w, 'opened the reporter’s identity') },
  correct: {
    citizen: () => 'You corrected name or contact',
    staff: () => 'The reporter corrected name or contact',
  },
  renew_key: {
    citizen: () => 'Access key renewed',
    staff: () => 'The reporter renewed the access key',
  },
  vouch_key: {
    citizen: () => 'Staff made sure that the access key is yours',
    staff: (w) => by(w, 'made sure that the key is the reporter’s'),
  },
  seal_key: { citizen: null, staff: () => 'Access key sealed under a new key' },
  reindex: { citizen: null, staff: () => 'Search words and desk brought up to date' },
  erase: { citizen: () => 'Personal data erased', staff: () => 'Personal data erased' },
  unimport: { citizen: null, staff: () => 'Import from an earlier record undone' },
  undo: { citizen: null, staff: (w) => by(w, 'undid the step before') },
}
