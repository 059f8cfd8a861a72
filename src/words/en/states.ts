import { states as source } from '../id/states.ts'
import type { Texts } from '../texts.ts'

export const states: Texts['states'] = {
  received: { ...source.received, label: 'Received', meaning: 'We have your report.' },
  awaiting_info: {
    ...source.awaiting_info,
    label: 'Waiting for details',
    meaning: 'We need to know more from you.',
  },
  routed: {
    ...source.routed,
    label: 'Passed on',
    meaning: 'Your report is with the right city agency.',
  },
  in_progress: {
    ...source.in_progress,
    label: 'Being worked on',
    meaning: 'Your report is being worked on.',
  },
  awaiting_confirmation: {
    ...source.awaiting_confirmation,
    label: 'Waiting for your word',
    meaning: 'The city agency says it is settled.',
  },
  closed: { ...source.closed, label: 'Closed', meaning: 'The report is closed.' },
  referred: {
    ...source.referred,
    label: 'Not for the city',
    meaning: 'We show you where to report instead.',
  },
  archived: {
    ...source.archived,
    label: 'Archived',
    meaning: 'We do not work on this report, and say why.',
  },
  withdrawn: {
    ...source.withdrawn,
    label: 'Withdrawn',
    meaning: 'Withdrawn by the reporter, or details did not come within 30 days.',
  },
  merged: {
    ...source.merged,
    label: 'Joined',
    meaning: 'This report was joined with a main report.',
  },
}

export const statesForOthers: Texts['statesForOthers'] = {
  received: { meaning: 'We have this report.' },
  awaiting_info: { meaning: 'We are waiting for the reporter to tell us more.' },
  awaiting_confirmation: { label: 'Waiting for the reporter' },
}

export const classes: Texts['classes'] = {
  complaint: {
    value: 'pengaduan',
    label: 'Complaint',
    hint: 'A service or facility has a problem.',
  },
  aspiration: { value: 'aspirasi', label: 'Idea', hint: 'You have a proposal or a wish.' },
  information: {
    value: 'informasi',
    label: 'Request for information',
    hint: 'You need an explanation or a document.',
  },
}

export const channels: Texts['channels'] = {
  web: 'This site',
  widget: 'An agency’s site',
  counter: 'Counter',
  phone: 'Phone',
  letter: 'Letter',
  whatsapp: 'WhatsApp',
  email: 'E-mail',
  lapor: 'SP4N-LAPOR!',
  open311: 'Another app',
  import: 'Earlier records',
  test: 'Test report',
}
