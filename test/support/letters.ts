import { env } from 'cloudflare:workers'
import { email } from '../../src/letters/channels/email.ts'
import type { Posting } from '../../src/letters/deliver.ts'
import { rows } from './handled.ts'

export interface Sent {
  to: string
  subject: string
  text: string
}

/** Stands for the mail network behind the binding: the outermost edge. */
export const mailbox = (refuses: (to: string) => boolean | string = () => false) => {
  const sent: Sent[] = []
  const send = async (letter: Sent) => {
    const refused = refuses(letter.to)
    if (refused)
      throw Object.assign(new Error(`could not deliver to ${letter.to}`), { code: refused })
    sent.push(letter)
    return { messageId: `m${sent.length}` }
  }
  return { sent, binding: { send } as unknown as SendEmail }
}

export const posting = (s: { db: Posting['db'] }, now: number, mail = env.MAIL): Posting => ({
  db: s.db,
  now,
  channel: email(mail),
  env: {
    IDENTITY_KEYS: env.IDENTITY_KEYS,
    SERVER_SECRET: env.SERVER_SECRET,
    PUBLIC_URL: env.PUBLIC_URL,
  },
})

interface Outgoing {
  id: number
  not_before: number
  state: string
  error: string | null
  reached: string | null
}

export const letterOf = async (id: number, template: string, recipient = 'reporter') => {
  const [row] = await rows<Outgoing>(
    'select * from outbox where complaint_id = ? and template = ? and recipient = ?',
    id,
    template,
    recipient,
  )
  if (!row) throw new Error(`no letter ${template}`)
  return row
}
