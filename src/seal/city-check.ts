import type { City } from '../domain/city/city.ts'
import { sheets } from '../domain/city/sheets/all.ts'
import { type CityRow, isRetired, keptOf } from '../domain/city/sheets/sheet.ts'
import { GENESIS } from './chain.ts'
import { canonicalJson, type Json, sha256Hex } from './digest.ts'

/** A change of what the city is run by, as it is kept. */
export interface KeptCityChange {
  seq: number
  at: number
  by: string
  noun: string
  rowId: number
  before: string | null
  after: string
  undoes: number | null
  previous: string
  hash: string
}

export interface CityFinding {
  problem:
    | 'city-altered' /* the change at `seq` is not what it was hashed as */
    | 'city-gap' /* the change before `seq` is missing or another */
    | 'city-row-differs' /* a row is not as its last change, `seq`, left it */
    | 'city-row-gone'
  seq: number
  /** 'agency 3' */
  row: string
}

/** Covers all that is kept of a change, and the one before it. */
export function cityChangeHash(change: Omit<KeptCityChange, 'hash'>): Promise<string> {
  const { seq, at, by, noun, rowId, before, after, undoes, previous } = change
  const covered: Json = { seq, at, by, noun, rowId, before, after, undoes, previous }
  return sha256Hex(canonicalJson(covered))
}

/** `changes`: all of them, in order. A row that nobody changed yet is vouched for by nothing. */
export async function verifyCity(
  changes: readonly KeptCityChange[],
  city: City,
): Promise<CityFinding[]> {
  const findings: CityFinding[] = []
  const last = new Map<string, KeptCityChange>()
  let previous = GENESIS
  for (const change of changes) {
    const row = `${change.noun} ${change.rowId}`
    const found = (problem: CityFinding['problem']) =>
      findings.push({ problem, seq: change.seq, row })
    if (change.previous !== previous) found('city-gap')
    if ((await cityChangeHash(change)) !== change.hash) found('city-altered')
    previous = change.hash
    last.set(row, change)
  }
  return [...findings, ...[...last].flatMap(([row, change]) => rowFinding(row, change, city))]
}

function rowFinding(
  row: string,
  { noun, rowId, after, seq }: KeptCityChange,
  city: City,
): CityFinding[] {
  const sheet = Object.values(sheets).find((one) => one.noun === noun)
  const now = sheet?.rows(city).find(({ id }) => id === rowId)
  const left = JSON.parse(after) as CityRow
  // a year or a rule that never came to count leaves no row
  if (!now) return sheet?.own && isRetired(left) ? [] : [{ problem: 'city-row-gone', seq, row }]
  return isAsLeft(keptOf(left), now) ? [] : [{ problem: 'city-row-differs', seq, row }]
}

/** By the columns that there were then. */
function isAsLeft(left: CityRow, now: CityRow): boolean {
  const held: Readonly<Record<string, unknown>> = { ...now }
  return Object.entries(left).every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(held[name]),
  )
}
