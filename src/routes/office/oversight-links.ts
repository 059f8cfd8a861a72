import { addDays, type IsoDate, weekday } from '../../domain/time/time.ts'
import { build } from '../../paths.ts'
import type { oversight } from '../../words/id/oversight.ts'
import type { AgencyCounts } from './oversight-figures.ts'

export type ListName = keyof typeof oversight.lists

/** Stands for an agency where nobody has it yet. */
export const VERIFIERS = '-'

export function slugOf({ agency }: AgencyCounts): string {
  return agency?.slug ?? VERIFIERS
}

/** The list behind a number, of the whole city where no agency is named. */
export function listHref(list: ListName, slug?: string): string {
  return build('oversightList', { list }) + (slug ? `?opd=${encodeURIComponent(slug)}` : '')
}

/** The Sunday of it. */
export function endOfWeek(today: IsoDate): IsoDate {
  return addDays(today, (7 - weekday(today)) % 7)
}
