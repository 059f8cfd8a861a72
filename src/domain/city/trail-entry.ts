import type { Instant } from '../time/time.ts'
import type { City } from './city.ts'
import { sheets } from './sheets/all.ts'
import { type CityRow, type Noun, shownRow } from './sheets/sheet.ts'

/** One line of the trail of settings, as it is told. */
export interface TrailEntry {
  seq: number
  at: Instant
  /** 'staff:<id>' */
  by: string
  noun: Noun
  rowId: number
  did: 'added' | 'changed' | 'undone'
  title: string
  /** What stood in a field, and what stands in it since. */
  fields: { name: string; before: string; after: string }[]
}

interface Kept {
  seq: number
  at: Instant
  by: string
  noun: string
  rowId: number
  before: string | null
  after: string
  undoes: number | null
}

/** Other rows that it names are named as they are called today. */
export function trailEntry(kept: Kept, city: City): TrailEntry {
  const noun = kept.noun as Noun
  const sheet = sheets[noun]
  const row = JSON.parse(kept.after) as CityRow
  const after = shownRow(sheet, row, city)
  const before =
    kept.before === null ? {} : shownRow(sheet, JSON.parse(kept.before) as CityRow, city)
  return {
    ...{ seq: kept.seq, at: kept.at, by: kept.by, noun, rowId: kept.rowId },
    did: didIn(kept),
    title: sheet.titleOf(row, city),
    fields: sheet.columns
      .map(({ name }) => ({ name, ...differing(before[name] ?? '', after[name] ?? '') }))
      .filter((field) => field.before !== field.after),
  }
}

/** Of a list, the lines that differ. */
function differing(before: string, after: string): { before: string; after: string } {
  const [old, now] = [before.split('\n'), after.split('\n')]
  if (old.length + now.length < MANY) return { before, after }
  return {
    before: old.filter((line) => !now.includes(line)).join('\n'),
    after: now.filter((line) => !old.includes(line)).join('\n'),
  }
}

/** Lines that are more than one sees at a glance. */
const MANY = 12

function didIn({ undoes, before }: Kept): TrailEntry['did'] {
  if (undoes !== null) return 'undone'
  return before === null ? 'added' : 'changed'
}
