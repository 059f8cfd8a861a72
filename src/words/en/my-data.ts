import type { Texts } from '../texts.ts'

export const myData: Texts['myData'] = {
  title: 'My data',
  lead: 'Everything we keep about you in this report.',
  contact: 'Name and contact',
  contactHint: 'Kept sealed. You can correct or clear it.',
  save: 'Save changes',
  saved: 'Your changes are saved.',
  often: (most) =>
    `These details were changed ${most} times in one day. What you typed is still here. Try again tomorrow.`,
  saveFailed: 'Your changes are not saved yet. Try again in a moment.',
  words: 'Your report',
  screened: 'What the city agency reads, screened by a verifier',
  download: 'Download my data',
  downloadHint: 'A JSON file with report, conversation and history.',
  erase: 'Erase my data',
  eraseText:
    'Name, contact, report, conversation and photos are erased. Number, dates and the list of steps stay.',
  eraseForever: 'This cannot be undone.',
  eraseConfirm: 'I understand, and I want it erased',
  eraseNeeds: 'Tick the box below first. Erasing cannot be undone.',
  eraseOpen: 'We are still working on the report. Withdraw it first, or wait until it is closed.',
  eraseFailed: 'Your data is not erased yet. Try again in a moment.',
  erased: 'Your data has been erased from this report.',
  back: 'Back to the report',
}
