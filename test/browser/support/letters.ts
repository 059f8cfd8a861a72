import { expect } from 'vitest'
import { type Mail, readMail, sql, triggerCron, waitFor } from './site.ts'

/**
 * As if the ten seconds in which a step may be undone were over: letters go out, and others read
 * what was said. The rules of those seconds have their own tests; journeys need not sit them out.
 */
export async function afterUndo(): Promise<void> {
  const soon = Date.now() + 60_000
  await sql(`update outbox set not_before = 0 where state = 'waiting' and not_before < ?`, soon)
  await sql('update message set visible_from = at where visible_from > ?', Date.now())
  await sql('update complaint set undo = null')
  await sql('update complaint set public_from = 0 where public_from > ?', Date.now())
  await triggerCron('*/5 * * * *')
}

/** Waits for a letter about a report to an address, whose subject holds some words. */
export async function letterOf(to: string, reference: string, words: string): Promise<Mail> {
  return waitFor(async () => {
    const mail = await readMail(to)
    return mail.findLast(({ subject }) => subject.includes(reference) && subject.includes(words))
  }, `a letter "${words}" on ${reference} to ${to}`)
}

/** No letter tells what the reporter wrote, and none to the staff who the reporter is. */
export function expectNothingPersonal(letters: Mail[], secrets: string[]): void {
  for (const { subject, text, html } of letters)
    for (const secret of secrets) expect(`${subject}${text}${html}`).not.toContain(secret)
}

/** The first address of ours in a letter. */
export function linkIn({ text = '', html = '' }: Mail): string {
  const link = /https?:\/\/[^\s"<]+\/(?:t|b|petugas)\/[^\s"<]+/.exec(text || html)?.[0]
  if (!link) throw new Error(`no link in ${text}`)
  return link
}
