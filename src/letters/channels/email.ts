import type { City } from '../../domain/city/city.ts'
import type { Letter } from '../../words/id/notice.ts'
import { AddressRefused, type Channel } from './channel.ts'

/** The binding's errors may quote an address; the outbox and the log keep none. */
class MailError extends Error {
  constructor(cause: unknown) {
    super(wordsOf(cause))
    this.name = 'MailError'
  }
}

/** An address that a letter came back from is on the service's list: it says so at the next one. */
const FOR_GOOD: ReadonlySet<unknown> = new Set([
  'E_RECIPIENT_SUPPRESSED',
  'E_RECIPIENT_NOT_ALLOWED',
])

function codeOf(cause: unknown): unknown {
  return (cause as { code?: unknown } | null)?.code
}

function wordsOf(cause: unknown): string {
  const code = codeOf(cause)
  const text = cause instanceof Error ? cause.message : String(cause)
  return `${typeof code === 'string' ? `${code}: ` : ''}${text}`
    .replace(/\S+@\S+/g, '…')
    .slice(0, 200)
}

export function email(mail: SendEmail): Channel {
  return { name: 'email', send: (city, to, letter) => send(mail, city, to, letter) }
}

/** The binding encodes subject and body (UTF-8). @throws AddressRefused, MailError: without any address */
async function send(mail: SendEmail, city: City, to: string, letter: Letter): Promise<string> {
  const { manager, sender, cityName } = city.settings
  const from = { name: `Tanggap ${cityName}`, email: sender ?? manager.email }
  try {
    const sent = await mail.send({ from, to, subject: letter.subject, text: letter.body })
    return sent?.messageId ?? 'sent'
  } catch (cause) {
    if (FOR_GOOD.has(codeOf(cause))) throw new AddressRefused(wordsOf(cause))
    throw new MailError(cause)
  }
}
