import { type BackupState, backupState } from '../db/backup-state.ts'
import {
  firstPages,
  nextCases,
  nextLetters,
  nextPage,
  type Page,
  PLAIN_TABLES,
} from '../db/dump.ts'
import { idFrom } from '../db/ids.ts'
import { countTables, sealRows } from '../db/sealed-rows.ts'
import {
  BACKUP_INDEX,
  BACKUP_ROOT,
  type BackupRow,
  backupId,
  expiredBackups,
  type Manifest,
  manifestKey,
} from '../domain/city/backup.ts'
import type { Instant } from '../domain/time/time.ts'
import { readSigned, signRecord } from '../seal/signed-record.ts'

interface BackupWorld {
  env: Pick<Env, 'DB' | 'BACKUPS' | 'RECEIPT_KEY'>
  s: { now: Instant }
  parts?: number
}

interface Progress extends Omit<Manifest, 'format' | 'finishedAt'>, BackupState {
  /** Plain tables with rows left, and behind which rowid; then letters, then complaints. */
  plain: [table: (typeof PLAIN_TABLES)[number], after: number][]
  letters: number | null
  cases: number | null
  /** A run is at work on it, at most until then: two would write other rows under one key. */
  heldUntil: Instant
}

const PROGRESS = `${BACKUP_ROOT}progress.json`
/** Half a second of CPU or so: see docs/operations.md. */
const PARTS = 100
const ROWS = 1000
/** About ten rows a complaint: a part stays below a few megabytes. */
const CASES = 200
/** Somebody may still be committing a complaint whose id is a moment old. */
const SETTLED = 60_000
const TOO_OLD = 2 * 86_400_000
/** Parts after which the progress is written down: a killed run repeats at most these. */
const KEEP_EVERY = 10
/** The longest that the platform lets a run started by cron work. */
const LONGEST_RUN = 15 * 60_000

export async function backup(w: BackupWorld): Promise<Record<string, number>> {
  const unfinished = await progressOf(w)
  if (isHeld(w, unfinished)) return {}
  const current = unfinished && w.s.now - unfinished.startedAt < TOO_OLD
  return run(w, current ? unfinished : await begin(w))
}

export async function continueBackup(w: BackupWorld): Promise<Record<string, number>> {
  const unfinished = await progressOf(w)
  if (unfinished) return isHeld(w, unfinished) ? {} : run(w, unfinished)
  // a city's first day has no night behind it
  return (await w.env.BACKUPS.head(BACKUP_INDEX)) ? {} : run(w, await begin(w))
}

function isHeld(w: BackupWorld, p: Progress | null): boolean {
  return p !== null && p.heldUntil > w.s.now
}

/** Signed, too: whoever may write to the bucket must not slip a part into what we sign at the end. */
async function progressOf(w: BackupWorld): Promise<Progress | null> {
  const line = await (await w.env.BACKUPS.get(PROGRESS))?.text()
  if (line === undefined) return null
  const read = await readSigned([JSON.parse(w.env.RECEIPT_KEY)], line)
  return read.ok ? (read.record as Progress) : null
}

async function begin(w: BackupWorld): Promise<Progress> {
  const { now } = w.s
  const cutoff = idFrom(now - SETTLED)
  const state = await backupState(w.env.DB)
  if (!state.recipient) console.error({ alert: 'backups are not sealed: npm run backup:key' })
  const progress: Progress = {
    id: backupId(now),
    startedAt: now,
    cutoff,
    ...state,
    sealedTo: null,
    tables: {},
    parts: [],
    plain: [],
    letters: -1,
    cases: -1,
    heldUntil: 0,
  }
  const pages = await firstPages(w.env.DB, cutoff, ROWS)
  for (const table of PLAIN_TABLES) {
    const { next } = pages[table]
    if (next !== null) progress.plain.push([table, next])
  }
  await addPart(
    w,
    progress,
    Object.values(pages).flatMap(({ rows }) => rows),
  )
  return progress
}

async function run(w: BackupWorld, progress: Progress): Promise<Record<string, number>> {
  await keep(w, Object.assign(progress, { heldUntil: w.s.now + LONGEST_RUN }))
  let parts = 0
  for (; parts < (w.parts ?? PARTS); parts++) {
    const page = await nextOf(w.env.DB, progress)
    if (page === null) {
      await finish(w, progress)
      return { parts, finished: 1, expired: await expire(w) }
    }
    if (page.rows.length > 0) await addPart(w, progress, page.rows)
    if (parts % KEEP_EVERY === KEEP_EVERY - 1) await keep(w, progress)
  }
  await keep(w, { ...progress, heldUntil: 0 })
  return { parts, finished: 0 }
}

async function nextOf(d1: D1Database, p: Progress): Promise<Page | null> {
  const [first] = p.plain
  if (first) {
    const page = await nextPage(d1, first[0], first[1], p.cutoff, ROWS)
    if (page.next === null) p.plain.shift()
    else first[1] = page.next
    return page
  }
  if (p.letters !== null) {
    const page = await nextLetters(d1, p.letters, ROWS)
    p.letters = page.next
    return page
  }
  if (p.cases === null) return null
  const page = await nextCases(d1, p.cases, p.cutoff, CASES)
  p.cases = page.next
  return page
}

async function addPart(w: BackupWorld, p: Progress, rows: BackupRow[]): Promise<void> {
  const { bytes, sha256, sealedTo } = await sealRows(rows, p.recipient)
  const name = `${String(p.parts.length + 1).padStart(5, '0')}.ndjson.gz${sealedTo ? '.sealed' : ''}`
  const key = `${BACKUP_ROOT}${p.id}/${name}`
  await w.env.BACKUPS.put(key, bytes, { sha256 })
  p.sealedTo = sealedTo
  p.parts.push({ key, bytes: bytes.byteLength, sha256, rows: rows.length })
  for (const [table, n] of Object.entries(countTables(rows)))
    p.tables[table] = (p.tables[table] ?? 0) + n
}

async function keep(w: BackupWorld, p: Progress): Promise<void> {
  await w.env.BACKUPS.put(PROGRESS, await signRecord(JSON.parse(w.env.RECEIPT_KEY), p))
}

async function finish(w: BackupWorld, p: Progress): Promise<void> {
  const { id, startedAt, cutoff, schema, sealedTo, firstDigest, tables, parts } = p
  const finishedAt = Math.max(Date.now(), w.s.now)
  const manifest: Manifest = {
    ...{ format: 2, id, startedAt, finishedAt, cutoff },
    ...{ schema, sealedTo, firstDigest, tables, parts },
  }
  const line = await signRecord(JSON.parse(w.env.RECEIPT_KEY), manifest)
  await w.env.BACKUPS.put(manifestKey(id), line)
  await w.env.BACKUPS.delete(PROGRESS)
}

async function expire(w: BackupWorld): Promise<number> {
  const { delimitedPrefixes } = await w.env.BACKUPS.list({ prefix: BACKUP_ROOT, delimiter: '/' })
  const ids = delimitedPrefixes.map((prefix) => prefix.slice(BACKUP_ROOT.length, -1))
  const whole = await Promise.all(ids.map((id) => w.env.BACKUPS.head(manifestKey(id))))
  const complete = ids.filter((_, i) => whole[i])
  const expired = expiredBackups(complete, w.s.now)
  const gone = [...expired, ...ids.filter((_, i) => !whole[i])]
  for (const id of gone) await remove(w, id)
  const left = complete.filter((id) => !expired.includes(id)).toSorted()
  await w.env.BACKUPS.put(BACKUP_INDEX, JSON.stringify(left))
  return gone.length
}

/** The manifest first: what is left half-deleted is no backup any more. */
async function remove(w: BackupWorld, id: string): Promise<void> {
  await w.env.BACKUPS.delete(manifestKey(id))
  for (;;) {
    const { objects, truncated } = await w.env.BACKUPS.list({ prefix: `${BACKUP_ROOT}${id}/` })
    if (objects.length > 0) await w.env.BACKUPS.delete(objects.map(({ key }) => key))
    if (!truncated) return
  }
}
