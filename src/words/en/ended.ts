import type { Texts } from '../texts.ts'

export const ended: Texts['ended'] = {
  title: 'Not sent yet',
  why: 'You were away too long, so we have not taken this yet. What you wrote is still here.',
  ask: (reference) => `Enter the access code of report ${reference}, then send again.`,
  send: 'Send again',
  kept: 'We have not received this yet. What you filled in is still here.',
  unsure: 'What you filled in is still here. Send it again: one form counts once.',
  words: 'Your words, which you can shorten',
  proof: 'Show first that you are sending this yourself.',
  other: 'Do you have another account that may? Sign in here, then send again.',
  files: 'The files you chose were not kept. Choose them again here.',
  filesAgain: 'Choose the files again',
  keyMissing: 'Enter your access code.',
  wrongKey: 'This code does not open this report. Check it and send again.',
  wait: (minutes) => `Too many tries. Try again in ${minutes} minutes.`,
}
