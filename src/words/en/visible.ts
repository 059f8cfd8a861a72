import type { Texts } from '../texts.ts'

export const visible: Texts['visible'] = {
  open: 'Everyone: what we have checked, without your name and contact.',
  secret: 'Confidential: not public. City staff, leaders and inspectors can read it.',
  anonymous: 'The agency reads only a screened copy, without your name and contact.',
  sealed: 'Your name and contact are sealed. We record whoever opens them.',
  nobody: 'We hold no name or contact of yours.',
}
