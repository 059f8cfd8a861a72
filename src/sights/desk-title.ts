import type { Seen } from '../domain/case/seen.ts'
import { type City, categoryById } from '../domain/city/city.ts'
import type { Staff } from '../domain/people/actor.ts'
import { maskedTitle } from '../domain/text/masked-title.ts'
import type { Instant } from '../domain/time/time.ts'
import { listEye } from './viewer.ts'

/** A title, or what stands for one: of an anonymous report what it is about. */
export type TitleSight =
  | { kind: 'text'; text: string }
  | { kind: 'anonymous'; category: string | null }
  | { kind: 'none' }

interface Titled {
  seen: Seen
  title: string | null
  releasedTitle: string | null
  categoryId: number | null
}

export function deskTitle(
  { seen, title, releasedTitle, categoryId }: Titled,
  staff: Staff,
  city: City,
  now: Instant,
): TitleSight {
  const own = listEye(staff, seen, city, now)('originalTitle')
  const text = own ? (title ?? releasedTitle) : releasedTitle
  // it stands in lists and in the tab, where the words themselves do not
  if (text !== null) return { kind: 'text', text: maskedTitle(text) }
  if (own) return { kind: 'none' }
  return { kind: 'anonymous', category: categoryById(city, categoryId)?.name ?? null }
}
