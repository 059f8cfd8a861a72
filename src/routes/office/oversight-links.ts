import { COORDINATOR, NOBODY } from '../../domain/figures/overseen.ts'
import { build } from '../../paths.ts'
import type { oversight } from '../../words/id/oversight.ts'
import type { Words } from '../../words/words.ts'
import type { AgencyCounts } from './oversight-figures.ts'

export type ListName = keyof typeof oversight.lists

/** Stand for an agency where a desk has it: the verifiers' and the administrator's. */
export const DESKS: Readonly<Record<string, number>> = { '-': NOBODY, '--': COORDINATOR }

export function slugOf({ agency, id }: AgencyCounts): string {
  return agency?.slug ?? (id === COORDINATOR ? '--' : '-')
}

export function nameOf(t: Words, { agency, id }: Pick<AgencyCounts, 'agency' | 'id'>): string {
  return agency?.name ?? (id === COORDINATOR ? t.oversight.coordinator : t.oversight.verifiers)
}

/** The list behind a number, of the whole city where no agency is named. */
export function listHref(list: ListName, slug?: string): string {
  return build('oversightList', { list }) + (slug ? `?opd=${encodeURIComponent(slug)}` : '')
}
