import type { City } from '../../domain/city/city.ts'
import type { Letter } from '../../words/id/notice.ts'
import type { Channel } from './channel.ts'

/** The binding's errors may quote an address; the outbox and the log keep none. */
class MailError extends Error {
  constructor(cause: unknown) {
    super(wordsOf(cause))
    this.name = 'MailError'
  }
}

function wordsOf(cause: unknown): string {
  const code = (cause as { code?: unknown } | null)?.code
  const text = cause instanceof Error ? cause.message : String(cause)
  return `${typeof code === 'string' ? `${code}: ` : ''}${text}`
    .replace(/\S+@\S+/g, '…')
    .slice(0, 200)
}

export function email(mail: SendEmail): Channel {
  return { name: 'email', send: (city, to, letter) => send(mail, city, to, letter) }
}

/** The binding encodes subject and body (UTF-8). @throws MailError, without any address */
async function send(mail: SendEmail, city: City, to: string, letter: Letter): Promise<string> {
  const { manager, sender, cityName } = city.settings
  const from = { name: `Tanggap ${cityName}`, email: sender ?? manager.email }
  try {
    const sent = await mail.send({ from, to, subject: letter.subject, text: letter.body })
    return sent?.messageId ?? 'sent'
  } catch (cause) {
    throw new MailError(cause)
  }
}
