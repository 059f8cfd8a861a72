/** Events of a report that its history shows on one page. */
export const EVENTS_SHOWN = 25

/** [from, before) */
export interface Shown {
  from: number
  before: number
}

/** `before` of an address; null: the newest. */
export function shownOf(version: number, before: number | null): Shown {
  const end = Math.min(before ?? version + 1, version + 1)
  return { from: Math.max(1, end - EVENTS_SHOWN), before: end }
}

export const ALL_SHOWN: Shown = { from: 1, before: Number.MAX_SAFE_INTEGER }

export function isShown({ from, before }: Shown, { seq }: { seq: number }): boolean {
  return seq >= from && seq < before
}
