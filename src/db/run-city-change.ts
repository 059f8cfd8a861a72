import { UNDO_SECONDS } from '../domain/acts/undo.ts'
import type { City } from '../domain/city/city.ts'
import { type CityFault, newFaults } from '../domain/city/city-faults.ts'
import { isLookedAt } from '../domain/city/opening.ts'
import { sheets } from '../domain/city/sheets/all.ts'
import {
  type CityRow,
  type FieldFault,
  guardedIn,
  keptOf,
  type Noun,
  readRow,
  readWhole,
  type Sheet,
  shownRow,
} from '../domain/city/sheets/sheet.ts'
import { dateOf, type Instant } from '../domain/time/time.ts'
import { loadCity } from './city.ts'
import { askForSetting, waitingAskOf } from './city-asks.ts'
import { changeCity, cityChangeAt, lastChangeOf, type StoredCityChange } from './city-change.ts'
import { openingFaults } from './city-opening.ts'
import { hasReports, usesBetween, yearsInUse } from './city-use.ts'
import type { Database } from './database.ts'

interface Around {
  db: Database
  now: Instant
  /** 'staff:<id>' */
  by: string
}

export interface TypedRow {
  noun: Noun
  /** Null: a new one. */
  rowId: number | null
  typed: Readonly<Record<string, string>>
  /** The last change of the row that the form was filled from; 0: none. */
  seen: number
  /** A second person said yes to its guarded fields. */
  agreed?: true
  /** There is no report yet. */
  unused?: boolean
}

export type CityOutcome =
  | { kind: 'done'; rowId: number; seq: number }
  /** Guarded fields wait for a second person's yes; the others are in. */
  | { kind: 'waits'; rowId: number; askId: number }
  /** Nothing differs, or the same form came twice. */
  | { kind: 'same'; rowId: number }
  | { kind: 'refused'; faults: FieldFault[]; cityFaults: CityFault[] }
  | { kind: 'overtaken'; last: StoredCityChange; row: CityRow }
  | { kind: 'unknown' }

const TRIES = 10

/** What somebody typed into a row: judged with the rest of the city, and written whole or not at all. */
export async function runCityChange(around: Around, given: TypedRow): Promise<CityOutcome> {
  for (let tried = 1; ; tried++) {
    const city = await loadCity(around.db)
    const outcome = await once(around, city, given)
    if (outcome) return outcome
    if (tried === TRIES) throw new Error('the city changes faster than it can be read')
  }
}

async function once(around: Around, city: City, given: TypedRow): Promise<CityOutcome | null> {
  const judged = await judgeCityChange(around, city, given)
  if (judged.kind !== 'ready') return judged
  const { row, before } = judged
  const { noun, typed, agreed } = given
  const sheet = sheets[noun]
  const waits = before && !agreed ? await letWait(around, city, sheet, before, row) : null
  if (waits === 'open')
    return { kind: 'refused', faults: [], cityFaults: [waitingFault(sheet, row)] }
  if (waits) {
    const rest = Object.fromEntries(
      Object.entries(typed).filter(([name]) => !Object.hasOwn(waits.typed, name)),
    )
    const others = await once(around, city, { ...given, typed: rest, agreed: true })
    return others && { kind: 'waits', rowId: row.id, askId: waits.askId }
  }
  const seq = await changeCity(around, city, { noun, row, before, undoes: null })
  return seq === null ? null : { kind: 'done', rowId: row.id, seq }
}

type Judged =
  | Exclude<CityOutcome, { kind: 'done' | 'waits' }>
  | { kind: 'ready'; row: CityRow; before: CityRow | null; after: City }

/** What would become of it now; nothing is written. */
export async function judgeCityChange(
  around: Around,
  city: City,
  { noun, rowId, typed, seen, unused }: TypedRow,
): Promise<Judged> {
  const { db } = around
  const sheet = sheets[noun]
  const known = rowId === null ? null : (sheet.rows(city).find(({ id }) => id === rowId) ?? null)
  if (rowId !== null && !known) return { kind: 'unknown' }
  const twice = known ? null : await sentTwice(around, city, sheet, typed)
  if (twice) return { kind: 'same', rowId: twice.id }
  const today = dateOf(around.now, city.settings.offset)
  const read = readWhole(sheet, known, typed, { city, today, unused })
  if (!read.ok) return { kind: 'refused', faults: read.faults, cityFaults: [] }
  if (known && read.row.id !== known.id) return { kind: 'unknown' }
  if (known && isLookedAt(city, noun) && JSON.stringify(known) === JSON.stringify(keptOf(read.row)))
    return { kind: 'same', rowId: known.id }
  const last = known && (await lastChangeOf(db, noun, known.id))
  if (last && known && last.seq > seen) return { kind: 'overtaken', last, row: known }
  const after = sheet.put(city, read.row)
  const cityFaults = await faultsBetween(around, city, after)
  return cityFaults.length > 0
    ? { kind: 'refused', faults: [], cityFaults }
    : { kind: 'ready', row: read.row, before: known, after }
}

/** What a change brings that the city cannot do with, or that reports stand in the way of. */
export async function faultsBetween(
  { db, now }: Pick<Around, 'db' | 'now'>,
  city: City,
  after: City,
): Promise<CityFault[]> {
  return [
    ...newFaults(city, after),
    ...(await usesBetween(db, city, after)),
    ...(await yearsInUse(db, city, after, dateOf(now, city.settings.offset))),
    ...(await openingFaults(db, now, city, after)),
  ]
}

/**
 * Before there is any report there is nothing to guard, and one person sets a city up. The same asked
 * once more by the same person is the same asking.
 */
async function letWait(
  { db, now, by }: Around,
  city: City,
  sheet: Sheet,
  known: CityRow,
  next: CityRow,
): Promise<{ askId: number; typed: Record<string, string> } | 'open' | null> {
  const typed = guardedIn(sheet, known, next, city)
  if (Object.keys(typed).length === 0 || !(await hasReports(db))) return null
  const stood = shownRow(sheet, known, city)
  const before = Object.fromEntries(Object.keys(typed).map((name) => [name, stood[name] ?? '']))
  const asking = { noun: sheet.noun, rowId: known.id, typed, before, askedBy: by.slice(6) }
  const askId = await askForSetting({ db, now }, asking)
  if (askId !== null) return { askId, typed }
  const open = await waitingAskOf(db, now, sheet.noun, known.id)
  const mine = open?.askedBy === asking.askedBy && open.typed === JSON.stringify(typed)
  return mine ? { askId: open.id, typed } : 'open'
}

function waitingFault({ noun, columns }: Sheet, { id }: CityRow): CityFault {
  const field = columns.find(({ guarded }) => guarded)?.name ?? ''
  return { noun, rowId: id, field, what: 'waiting' }
}

/** A new row that I just made, word for word: the form was sent again. */
async function sentTwice(
  { db, by, now }: Around,
  city: City,
  sheet: Sheet,
  typed: TypedRow['typed'],
): Promise<CityRow | null> {
  const newest = sheet.rows(city).toSorted((a, b) => b.id - a.id)[0]
  if (!newest || sheet.single) return null
  const made = await lastChangeOf(db, sheet.noun, newest.id)
  if (!made || made.before !== null || made.by !== by || now - made.at > TWICE_MS) return null
  const read = readRow(sheet, newest, typed, city)
  return read.ok && JSON.stringify(read.row) === JSON.stringify(newest) ? newest : null
}

const TWICE_MS = 10 * 60_000

export type UndoOutcome =
  | { kind: 'done'; change: StoredCityChange }
  | { kind: 'late' }
  /** It would change by itself what changes only with a second person's yes. */
  | { kind: 'guarded' }
  | { kind: 'unknown' }

/** The line may be slow, as for a case (domain/acts/undo.ts). */
const SLOW_LINE_MS = 5_000

function undoableUntil({ at }: Pick<StoredCityChange, 'at'>): Instant {
  return at + UNDO_SECONDS * 1000
}

/** Whether to offer it: mine, in time, and nothing that takes two. */
export async function mayUndo(
  { db, now, by }: Around,
  city: City,
  change: StoredCityChange,
): Promise<boolean> {
  const mine = change.by === by && change.undoes === null && now <= undoableUntil(change)
  return mine && !(await takesTwo(db, city, change))
}

/** A row that was new is retired: what came in between may name it. */
function rowBefore({ before, after }: StoredCityChange): CityRow {
  if (before) return JSON.parse(before) as CityRow
  return { ...(JSON.parse(after) as CityRow), active: false } as CityRow
}

/** Whoever gave the yes to a guarded field does not take it back alone, either. */
async function takesTwo(db: Database, city: City, change: StoredCityChange): Promise<boolean> {
  const after = JSON.parse(change.after) as CityRow
  const differing = guardedIn(sheets[change.noun as Noun], after, rowBefore(change), city)
  return Object.keys(differing).length > 0 && (await hasReports(db))
}

export async function undoCityChange(around: Around, seq: number): Promise<UndoOutcome> {
  const { db, now, by } = around
  const change = await cityChangeAt(db, seq)
  if (!change || change.by !== by || change.undoes !== null) return { kind: 'unknown' }
  const noun = change.noun as Noun
  for (let tried = 1; tried <= TRIES; tried++) {
    const city = await loadCity(db)
    const last = await lastChangeOf(db, noun, change.rowId)
    if (last?.undoes === seq) return { kind: 'done', change }
    if (last?.seq !== seq || now > undoableUntil(change) + SLOW_LINE_MS) return { kind: 'late' }
    if (await takesTwo(db, city, change)) return { kind: 'guarded' }
    const after = JSON.parse(change.after) as CityRow
    const row = rowBefore(change)
    const next = sheets[noun].put(city, row)
    if ((await faultsBetween(around, city, next)).length > 0) return { kind: 'late' }
    const done = await changeCity(around, city, { noun, row, before: after, undoes: seq })
    if (done !== null) return { kind: 'done', change }
  }
  return { kind: 'late' }
}
