import { expect } from 'vitest'

/** A refusal is a page in Indonesian with a heading; it shows nothing of the machine. */
export const expectSentence = async (answer: Response, ...statuses: number[]): Promise<string> => {
  const html = await answer.text()
  expect(statuses, html.slice(0, 300)).toContain(answer.status)
  expect(html).toContain('<html lang="id"')
  expect(html).toMatch(/<h1>[^<]{4,}/)
  expect(html).not.toMatch(/Error:|\bat \w+ \(|SQLITE|drizzle|D1_|undefined|\[object /)
  return html
}
