import { paperOf } from './paper.ts'
import { type Decree, dayOf } from './plain-days.ts'
import { born, happen, type Life, type Limited, type Told } from './plain-life.ts'

interface EventRow {
  complaintId: number
  seq: number
  type: string
  at: number
  stateBefore: string | null
  stateAfter: string
  agencyId: number | null
  facts: string
}

interface Known {
  life: Life
  before: Life
  class: string
  supervisory: boolean
  category: number | null
  root: string | null
  /** Days of roots that it was under before, since it was joined. */
  told: number[]
}

const PASSING = ['hear', 'seal_key', 'reindex', 'renew_key', 'attach', 'add_words']
const isPassing = ({ type, stateBefore, stateAfter }: EventRow): boolean =>
  PASSING.includes(type) && stateBefore === stateAfter

const earliest = (days: (number | null)[]): number | null => {
  const known = days.filter((day) => day !== null && Number.isFinite(day)) as number[]
  return known.length === 0 ? null : Math.min(...known)
}

/** Every report of a database reckoned by hand, from its history alone; by number. */
export const reckonedByHand = (
  events: readonly EventRow[],
  references: ReadonlyMap<number, string>,
  decree: Decree,
  everyDay: readonly number[],
  limits: Readonly<Record<number, Limited>> = {},
) => {
  const all = new Map<string, Known>()
  const rootDue = (root: string | null): number | null => {
    const life = root === null ? undefined : all.get(root)?.life
    if (!life) return null
    const { clocks } = paperOf(life, decree, everyDay)
    const last = ['settle', 'decide'].flatMap(
      (kind) => clocks.filter((k) => k.kind === kind).at(-1)?.dueDay ?? [],
    )
    return Math.min(...last.map(dayOf))
  }
  for (const e of [...events].sort((a, b) => a.at - b.at || a.seq - b.seq)) {
    const reference = references.get(e.complaintId) ?? ''
    const facts = JSON.parse(e.facts) as Record<string, unknown>
    const known = all.get(reference) ?? {
      ...{ life: born(), before: born(), class: '', supervisory: false, root: null, told: [] },
      category: null,
    }
    if (typeof facts.class === 'string') known.class = facts.class
    if (typeof facts.category === 'number') known.category = facts.category
    if (e.type === 'route') known.supervisory = facts.supervisory === true
    if (e.type === 'merge') known.told = []
    if (e.type === 'follow') known.told.push(rootDue(known.root) ?? Number.POSITIVE_INFINITY)
    if (typeof facts.root === 'string') known.root = facts.root
    const told: Told = {
      ...{ type: e.type, at: e.at, before: e.stateBefore, after: e.stateAfter },
      ...{ agency: e.agencyId, class: known.class, supervisory: known.supervisory },
      byAgency: typeof facts.agency === 'number',
      ...{ category: known.category, limit: limits[known.category ?? 0] ?? null },
      draft: facts.draft === true || facts.goesOn === true,
      given: e.type === 'promise_date' ? dayOf(String(facts.to)) : null,
      rootDue: e.type === 'split' ? earliest([...known.told, rootDue(known.root)]) : null,
    }
    const last = structuredClone(known.life)
    if (e.type === 'undo') known.life = known.before
    else happen(known.life, told, decree, everyDay)
    // such a step takes nothing back from the one before it
    if (!isPassing(e)) known.before = last
    all.set(reference, known)
  }
  return new Map(
    [...all].map(([reference, { life }]) => [reference, paperOf(life, decree, everyDay)]),
  )
}
