import type { Texts } from '../texts.ts'

export const renewKey: Texts['renewKey'] = {
  title: 'Renew the access key',
  lead: 'This is your new key. Write it down first, then use it.',
  keep: 'Keep it as a link, too:',
  link: 'link to the report with the new key',
  noted: 'I have written down the new key',
  dies: 'The old key stops at once. Whoever holds it cannot get in any more.',
  send: 'Use the new key',
  often: (most) =>
    `The key was not renewed: it was, ${most} times today. Your present key still holds. Try again tomorrow.`,
  unsure: 'Write down the new key, then tick the box below.',
  back: 'Back to my data',
  why: 'Has somebody else seen it? Change it, also where staff filed the report for you.',
  seen: 'Staff of this agency saw your key when filing. Renew it and ask a verifier to vouch for it. Then you can rate, confirm, withdraw or erase.',
}
