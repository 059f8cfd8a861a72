import { COLLECTED, type HeldLetter, heldFor } from '../db/held.ts'
import { build } from '../paths.ts'
import type { NoticeText } from '../words/id/notice.ts'
import type { Words } from '../words/words.ts'
import type { Writer } from './general.ts'

const LINES = 30

/** What would have been as many letters: how many, about which report each, and where to read them. */
export const heldLetters: Writer = async (t, { db, env, city }, mailbox = '') => {
  const held = await heldFor(db, mailbox)
  const staff = /^(staff|agency):/.test(held[0]?.recipient ?? '')
  const texts: Record<string, NoticeText> = staff ? t.staffNotices : t.reporterNotices
  const { cityName } = city.settings
  const lines = held.slice(0, LINES).map((one) => lineOf(t, texts[one.template], one, cityName))
  const count = held.length === COLLECTED ? `${COLLECTED}+` : String(held.length)
  const link = `${env.PUBLIC_URL}${build(staff ? 'desk' : 'track')}`
  return t.systemNotices.held_letters(count, [...new Set(lines)].join('\n'), link)
}

function lineOf(t: Words, text: NoticeText | undefined, held: HeldLetter, city: string): string {
  if (!text) return t.deadLetters.templates[held.template] ?? held.template
  return text({ city, link: '', reference: held.reference ?? '' }).subject
}
