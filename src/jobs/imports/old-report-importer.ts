import { loadCity } from '../../db/city.ts'
import type { Database } from '../../db/database.ts'
import { identityRows } from '../../db/filing.ts'
import { newId } from '../../db/ids.ts'
import type { Change } from '../../db/ledger/change.ts'
import { commit } from '../../db/ledger/commit.ts'
import { newestFilings } from '../../db/newest-filings.ts'
import { numbersHere, oldReportsAmong, oldReportWritten } from '../../db/old-reports.ts'
import { isStaffMailbox } from '../../db/staff-mailbox.ts'
import { isRefusal } from '../../domain/case/command.ts'
import { decideImport } from '../../domain/case/decide.ts'
import {
  OLD_COLUMNS,
  OLD_IDENTITY,
  type OldReport,
  oldNumber,
  readOldReport,
} from '../../domain/case/old-report.ts'
import type { City } from '../../domain/city/city.ts'
import type { LineOutcome } from '../../domain/city/imports.ts'
import { contextOf } from '../../domain/city/rule-context.ts'
import { makeReference } from '../../domain/text/reference.ts'
import { randomBytes } from '../../random.ts'
import { canonicalJson, sha256Hex } from '../../seal/digest.ts'
import { WITNESSED, witnessOf } from '../../seal/witness.ts'
import type { Importer, ImportSession, ImportWorld } from './importer.ts'

/** What other records keep: each line becomes a report of the ledger, once (docs/rules.md, Older records). */
export const oldReportImporter: Importer = {
  columns: OLD_COLUMNS.map((column) => ({ ...column, required: 'required' in column })),
  sealed: true,
  personal: OLD_IDENTITY,
  most: { lines: 10_000, bytes: 15 * 1024 * 1024 },
  open: async (world, dry, runId = 0) => {
    const city = await loadCity(world.db)
    const seen = new Set<string>()
    const page = (lines: readonly Typed[]) => takeIn({ world, city, seen, runId, dry }, lines)
    return { page, line: async (typed) => (await page([typed]))[0] ?? same } satisfies ImportSession
  },
}

type Typed = Readonly<Record<string, string>>

const same: LineOutcome = { fate: 'same' }

interface Around {
  world: ImportWorld
  city: City
  /** Keys of lines before. */
  seen: Set<string>
  runId: number
  dry: boolean
}

interface Fresh {
  at: number
  key: string
  report: OldReport
}

async function takeIn(around: Around, lines: readonly Typed[]): Promise<LineOutcome[]> {
  const { world, city, seen, dry } = around
  const keys = await Promise.all(lines.map(keyOf))
  const here = await oldReportsAmong(world.db, keys)
  const numbers = lines.map((typed) => oldNumber(typed) ?? '')
  const known = await numbersHere(world.db, numbers.filter(Boolean))
  const outcomes: LineOutcome[] = lines.map(() => same)
  const fresh: Fresh[] = []
  for (const [at, typed] of lines.entries()) {
    const key = keys[at] ?? ''
    if (here.has(key) || seen.has(key) || known.has(numbers[at] ?? '')) continue
    const read = readOldReport(typed, city, world.now)
    if (!read.ok) outcomes[at] = { fate: 'refused', faults: read.faults }
    else if (await isToStaff(world.db, read.report)) outcomes[at] = toStaff
    else {
      seen.add(key)
      outcomes[at] = { fate: 'added' }
      fresh.push({ at, key, report: read.report })
    }
  }
  if (!dry)
    // so many that those behind them bear witness of each
    for (let i = 0; i < fresh.length; i += WITNESSED)
      await written(around, fresh.slice(i, i + WITNESSED))
  return outcomes
}

const toStaff: LineOutcome = {
  fate: 'refused',
  faults: [{ field: 'email_pelapor', line: 'staff_address' }],
}

/** Letters there would let whoever brings the file act as the reporter. */
async function isToStaff(db: Database, { command, identity }: OldReport): Promise<boolean> {
  if (command.ended !== null || identity.email === null) return false
  return isStaffMailbox(db, identity.email)
}

/** By its number there, or by what it tells; never by who told it. */
async function keyOf(typed: Typed): Promise<string> {
  const number = (typed.nomor_lama ?? '').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
  if (number !== '') return `nomor:${number}`
  const { diterima = '', judul = '', isi_laporan = '', kategori_laporan = '', lokasi = '' } = typed
  const told = [diterima, judul, isi_laporan, kategori_laporan, lokasi].map((text) => text.trim())
  return `isi:${await sha256Hex(canonicalJson(told.map((text) => text.toWellFormed())))}`
}

async function written({ world, city, runId }: Around, reports: readonly Fresh[]): Promise<void> {
  const { db, now, by, env } = world
  const actor = { kind: 'staff' as const, id: by.replace('staff:', ''), name: '', memberships: [] }
  const s = { db, city, now, random: randomBytes, actor }
  const witness = witnessOf(await newestFilings(db))
  const changes = await Promise.all(
    reports.map(async ({ key, report }, i): Promise<Change> => {
      const { command, title, landmark, number, identity } = report
      // ids follow the time at which a report came to be here
      const id = newId(Date.now() + i, randomBytes)
      const reference = makeReference(city.settings.prefix, randomBytes)
      const decision = decideImport({ ...command, id, reference }, contextOf(s))
      if (isRefusal(decision)) throw new Error(`an old report is refused: ${decision.refused}`)
      const filed = {
        ...{ title, text: command.text, incidentDay: command.incidentDay, landmark },
        ...{ lat: null, lng: null, onBehalf: null, loss: null, settlement: null },
        ...{ laporNumber: number, keyHash: null },
      }
      const rows = await identityRows(s, env, identity, id)
      const beside = (d: Database) => [oldReportWritten(d, { key, complaintId: id, runId })]
      return { decision, found: null, filed, witness, rows, beside }
    }),
  )
  const [first, ...others] = changes
  if (!first) return
  const committed = await commit(db, [first, ...others], city, randomBytes)
  // somebody else's run of the same line, or a number drawn twice: the next run looks again
  if (!committed.ok) throw new Error(`an old report was overtaken: ${committed.conflict}`)
}
