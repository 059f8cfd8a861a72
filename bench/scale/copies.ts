import { hash } from 'node:crypto'
import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { idFrom } from '../../src/db/ids.ts'
import { numberTokens } from '../../src/domain/text/reference.ts'
import { GENESIS } from '../../src/seal/chain.ts'
import { canonicalJson, type Json } from '../../src/seal/digest.ts'

type Row = Record<string, SQLInputValue>

/** One table of a life: how its rows are found, and which columns move with a copy. */
interface Table {
  name: string
  key: string
  ids: string[]
  instants: string[]
}

const TABLES: Table[] = [
  {
    name: 'complaint',
    key: 'id',
    ids: ['id', 'root_id'],
    instants: ['received_at', 'closed_at', 'public_from'],
  },
  { name: 'clock', key: 'complaint_id', ids: ['complaint_id'], instants: [] },
  {
    name: 'assignment',
    key: 'complaint_id',
    ids: ['complaint_id'],
    instants: ['opened_at', 'closed_at'],
  },
  {
    name: 'message',
    key: 'complaint_id',
    ids: ['complaint_id'],
    instants: ['at', 'visible_from'],
  },
]

/** A played life, ready to be copied: its rows, and each event's hashed text with three holes. */
export interface Life {
  ids: number[]
  startedAt: number
  references: string[]
  rows: { table: Table; row: Row }[]
  events: { row: Row; member: number; body: string[] }[]
}

const AT = 9007199254740991
const [OWN, LINK] = ['\u0001own', '\u0001link']

/** Reads what the ledger wrote of some complaints that belong together. */
export function readLife(db: DatabaseSync, ids: number[]): Life {
  const all = (name: string, key: string, order: string) =>
    ids.flatMap(
      (id) =>
        db.prepare(`select * from ${name} where ${key} = ? order by ${order}`).all(id) as Row[],
    )
  const complaints = all('complaint', 'id', 'id')
  const rows = TABLES.flatMap((table) =>
    all(table.name, table.key, table.key).map((row) => ({
      table,
      // the ten seconds in which the last command could be undone are over
      row: table.name === 'complaint' ? { ...row, undo: null } : row,
    })),
  )
  const events = all('event', 'complaint_id', 'complaint_id, seq').map((row) => ({
    row,
    member: ids.indexOf(Number(row.complaint_id)),
    body: bodyOf(row),
  }))
  return {
    ids,
    startedAt: Number(complaints[0]?.received_at),
    references: complaints.map((row) => String(row.reference)),
    rows,
    events,
  }
}

/** What chain.ts hashes, cut where a copy differs: time, number and link to the event before. */
function bodyOf(row: Row): string[] {
  return canonicalJson({
    ...{ complaint: OWN, previous: LINK, at: AT },
    ...{ seq: Number(row.seq), type: String(row.type), actor: String(row.actor) },
    before: row.state_before as string | null,
    after: String(row.state_after),
    agency: row.agency_id as number | null,
    facts: JSON.parse(String(row.facts)) as Json,
    commitment: row.commitment as string | null,
  }).split(new RegExp(`(${AT}|"\\\\u0001own"|"\\\\u0001link")`))
}

function groupsOf(reference: string): string {
  return numberTokens(reference).join(' ')
}

/** Writes copies of lives with hash chains of their own. Only into tables without triggers. */
export class Copier {
  readonly writes = new Map<string, (row: Row) => void>()
  readonly db: DatabaseSync
  readonly newReference: () => string

  constructor(db: DatabaseSync, newReference: () => string) {
    this.db = db
    this.newReference = newReference
  }

  /** A copy that began `shift` milliseconds later; `serial` keeps two of one millisecond apart. */
  copy(life: Life, shift: number, serial: number) {
    const first = idFrom(life.startedAt + shift) + serial
    const idOf = new Map(life.ids.map((id, i) => [id, first + i * 4096 * 1000]))
    const references = life.references.map(() => this.newReference())
    const renamed = (text: string) =>
      life.references.reduce((t, old, i) => t.replaceAll(old, references[i] ?? old), text)
    const last: { seq: number; hash: string }[] = []
    for (const { row, member, body } of life.events) {
      const at = Number(row.at) + shift
      const previous = last[member]?.hash ?? GENESIS
      const facts = renamed(String(row.facts))
      const holes: Record<string, string> = {
        [`${AT}`]: String(at),
        [JSON.stringify(OWN)]: `"${references[member]}"`,
        [JSON.stringify(LINK)]: `"${previous}"`,
      }
      const text = renamed(body.map((part) => holes[part] ?? part).join(''))
      const own = hash('sha256', text)
      last[member] = { seq: Number(row.seq), hash: own }
      this.insert('event', {
        // a copy's rows are its own: it stands as before rows were vouched for
        ...{ ...row, at, previous, facts, hash: own, written: null },
        complaint_id: idOf.get(Number(row.complaint_id)) ?? null,
      })
    }
    for (const { table, row } of life.rows) {
      const moved = { ...row }
      for (const name of table.ids) moved[name] = idOf.get(Number(row[name])) ?? null
      for (const name of table.instants)
        if (row[name] !== null) moved[name] = Number(row[name]) + shift
      if (table.name === 'complaint') {
        const member = life.ids.indexOf(Number(row.id))
        moved.reference = references[member] ?? null
        moved.tokens = String(row.tokens).replace(
          groupsOf(String(row.reference)),
          groupsOf(references[member] ?? ''),
        )
        moved.last_hash = last[member]?.hash ?? null
        moved.key_hash = hash('sha256', `copy ${moved.id}`)
      }
      this.insert(table.name, moved)
    }
  }

  insert(table: string, row: Row) {
    const known = this.writes.get(table)
    if (known) return known(row)
    const names = Object.keys(row)
    const statement = this.db.prepare(
      `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map(() => '?').join(', ')})`,
    )
    const write = (one: Row) => {
      statement.run(...names.map((name) => one[name] ?? null))
    }
    this.writes.set(table, write)
    write(row)
  }
}
