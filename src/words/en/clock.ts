import type { Texts } from '../texts.ts'

export const clock: Texts['clock'] = {
  verify: 'Checking',
  followUp: 'First reply',
  settle: 'Handling',
  confirm: 'Confirming',
  label: 'Stages',
  done: 'done',
  doneLate: 'done late',
  late: 'past its due date',
  wait: 'clock stopped',
  lateBrief: 'late',
  waitBrief: 'stopped',
  now: 'under way',
  next: 'not started',
  skipped: 'does not apply',
  of: (used, length) => `${used} of ${length}`,
}
