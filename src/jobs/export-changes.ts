import { type BackupState, backupState } from '../db/backup-state.ts'
import { type Outside, putChanges } from '../db/change-set.ts'
import {
  casesOf,
  cityTables,
  type EventMark,
  eventsSince,
  lastPassed,
  type Passed,
  passingRows,
} from '../db/changes.ts'
import { noteErased } from '../db/erased-outside.ts'
import { actNamed } from '../domain/acts/acts.ts'
import { type BackupRow, linesOf } from '../domain/city/backup.ts'
import {
  CHANGES_INDEX,
  CHANGES_ROOT,
  changeKey,
  expiredChanges,
  OVERLAP,
  readChangeKey,
} from '../domain/city/changes.ts'
import { DAY, HOUR, type Instant } from '../domain/time/time.ts'
import { sha256Hex } from '../seal/digest.ts'
import { readSigned, signRecord } from '../seal/signed-record.ts'

interface ChangesWorld {
  env: Outside
  s: { now: Instant }
  /** Sets a run writes at most: what is left waits for the next. */
  sets?: number
  /** Events that fill a set. */
  page?: number
}

/** How far the export has come, and which files there are. Signed as they are. */
interface ChangesIndex {
  until: Instant
  n: number
  previous: string | null
  /** Events of the last minutes that are out already, as `complaint:seq`. */
  recent: [mark: string, at: Instant][]
  passed: Passed
  /** Digest of each of the city's tables as it was written last. */
  tables: Record<string, string>
  keys: string[]
}

const SETS = 20
/** Of events: so many reports at most lie in one set. */
const PAGE = 200

/**
 * Every five minutes: what changed since the last time, append-only, from which a restore rolls the
 * backup of the night forward. A run that was killed is done again: its files are not in the index.
 */
export async function exportChanges(w: ChangesWorld): Promise<Record<string, number>> {
  const { etag, index } = await indexOf(w)
  const state = await backupState(w.env.DB)
  let { rows, emptied } = await looseRows(w, index)
  let reports = 0
  for (let set = 1; ; set++) {
    const { events, more } = await unseen(w, index)
    const ids = [...new Set(events.map((event) => event.complaint_id))]
    if (ids.length > 0) rows = [...rows, ...(await casesOf(w.env.DB, ids))]
    await noteErasures(w, events)
    const holds = { rows, emptied, last: more ? events.at(-1) : undefined }
    if (rows.length + emptied.length > 0) await putSet(w, index, state, holds)
    pass(w, index, events, more)
    reports += ids.length
    rows = []
    emptied = []
    if (!more || set >= (w.sets ?? SETS)) break
  }
  index.keys = [...new Set([...index.keys, ...(await newErasures(w))])].toSorted()
  await keepIndex(w, index, etag)
  return { exported: reports }
}

/** Each night: what no backup needs any more. */
export async function expireChanges(w: ChangesWorld): Promise<Record<string, number>> {
  const { etag, index } = await indexOf(w)
  let expired = 0
  for (let cursor: string | undefined; ; ) {
    const page = await w.env.BACKUPS.list({ prefix: CHANGES_ROOT, cursor })
    const gone = expiredChanges(
      page.objects.map(({ key }) => key),
      w.s.now,
    )
    if (gone.length > 0) await w.env.BACKUPS.delete(gone)
    expired += gone.length
    if (!page.truncated) break
    cursor = page.cursor
  }
  const old = new Set(expiredChanges(index.keys, w.s.now))
  if (old.size > 0)
    await keepIndex(w, { ...index, keys: index.keys.filter((key) => !old.has(key)) }, etag)
  return { expired }
}

async function indexOf(w: ChangesWorld): Promise<{ etag: string | null; index: ChangesIndex }> {
  const object = await w.env.BACKUPS.get(CHANGES_INDEX)
  const read = object && (await readSigned([JSON.parse(w.env.RECEIPT_KEY)], await object.text()))
  if (object && read?.ok) {
    const index = read.record as ChangesIndex
    // one that the program before wrote names fewer tables
    const passed = { ...(await lastPassed(w.env.DB)), ...index.passed }
    return { etag: object.etag, index: { ...index, passed } }
  }
  if (object) console.error({ alert: 'the index of changes is not signed by us: begun anew' })
  const index: ChangesIndex = {
    ...{ until: w.s.now - DAY, n: 0, previous: null, recent: [], keys: [], tables: {} },
    passed: await lastPassed(w.env.DB),
  }
  return { etag: object?.etag ?? null, index }
}

/** Of two runs at once the slower one's files stay out of the index. */
async function keepIndex(w: ChangesWorld, index: ChangesIndex, etag: string | null): Promise<void> {
  const line = await signRecord(JSON.parse(w.env.RECEIPT_KEY), index)
  const onlyIf = etag === null ? { etagDoesNotMatch: '*' } : { etagMatches: etag }
  await w.env.BACKUPS.put(CHANGES_INDEX, line, { onlyIf })
}

async function looseRows(w: ChangesWorld, index: ChangesIndex) {
  const { rows, passed } = await passingRows(w.env.DB, index.passed)
  index.passed = passed
  const emptied: string[] = []
  for (const [table, own] of await cityTables(w.env.DB)) {
    const digest = await sha256Hex(linesOf(own))
    if (index.tables[table] === digest) continue
    index.tables[table] = digest
    rows.push(...own)
    if (own.length === 0) emptied.push(table)
  }
  return { rows, emptied }
}

async function unseen(w: ChangesWorld, index: ChangesIndex) {
  const seen = new Set(index.recent.map(([mark]) => mark))
  const span = [index.until - OVERLAP, w.s.now + 1] as const
  const events: EventMark[] = []
  const limit = w.page ?? PAGE
  for (let after: EventMark | undefined; ; ) {
    const page = await eventsSince(w.env.DB, span, after, limit)
    events.push(...page.filter((event) => !seen.has(markOf(event))))
    if (page.length < limit) return { events, more: false }
    if (events.length >= limit) return { events, more: true }
    after = page.at(-1)
  }
}

function markOf({ complaint_id, seq }: EventMark): string {
  return `${complaint_id}:${seq}`
}

async function noteErasures(w: ChangesWorld, events: readonly EventMark[]): Promise<void> {
  const erased = events
    .filter(({ type }) => actNamed(type)?.erases)
    .map((event) => event.complaint_id)
  if (erased.length > 0) await noteErased(w.env, erased, w.s.now)
}

interface Held {
  rows: BackupRow[]
  emptied: string[]
  /** Event that is its last where more wait for the next set. */
  last: EventMark | undefined
}

async function putSet(
  w: ChangesWorld,
  index: ChangesIndex,
  state: BackupState,
  { rows, emptied, last }: Held,
): Promise<void> {
  const span = { from: index.until - OVERLAP, until: last?.at ?? w.s.now }
  const { n, previous } = index
  const said = { kind: 'changes', ...span, n: n + 1, previous, emptied } as const
  const tail = `${String(said.n).padStart(9, '0')}`
  const { sha256 } = await putChanges(w.env, state, w.s.now, rows, { ...said, tail })
  index.n += 1
  index.previous = sha256
  index.keys.push(changeKey(w.s.now, 'changes', tail))
}

function pass(w: ChangesWorld, index: ChangesIndex, events: readonly EventMark[], more: boolean) {
  index.until = more ? (events.at(-1)?.at ?? index.until) : w.s.now
  const added = events.map((event): [string, Instant] => [markOf(event), event.at])
  index.recent = [...index.recent, ...added].filter(([, at]) => at >= index.until - OVERLAP)
}

/** Written by whoever erased, at any moment; found by their names. */
async function newErasures(w: ChangesWorld): Promise<string[]> {
  const startAfter = changeKey(w.s.now - HOUR, 'changes', '')
  const { objects } = await w.env.BACKUPS.list({ prefix: CHANGES_ROOT, startAfter })
  return objects.map(({ key }) => key).filter((key) => readChangeKey(key)?.kind === 'erasure')
}
