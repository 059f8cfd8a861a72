import type { DatabaseSync } from 'node:sqlite'
import { build, patterns } from '../../src/paths.ts'
import { chanceOf } from '../support/chance.ts'
import type { Page } from './pages.ts'
import type { Stage } from './stage.ts'

/** Of each kind of page. */
const DRAWN = 12

export const SOUGHT = [
  'jalan',
  'berlubang',
  'lubang',
  'perbaikan',
  'lampu yang padam',
  'Jl. pasar',
  'zzz',
]

export interface Drawn {
  references: string[]
  /** Of others that anybody may read. */
  released: string[]
  /** Places of open work, as a page of a queue begins behind one. */
  ranks: string[]
  /** Ids that lie anywhere in a list. */
  places: number[]
}

/** Complaints drawn from a filled city: not those that the bench planted for itself. */
export function drawFrom(db: DatabaseSync, count: number): Drawn {
  const random = chanceOf(41)
  const anywhere = () => {
    const [a = 0, b = 0, c = 0] = random(3)
    return ((a << 16) | (b << 8) | c) % count
  }
  const draw = (sql: string, at: () => number) => {
    const one = db.prepare(sql)
    return Array.from({ length: DRAWN }, () => one.get(at()))
  }
  const rows = draw('select id, reference from complaint order by id limit 1 offset ?', anywhere)
  const among = (columns: string, from: string, order: string) => {
    const n = Number(db.prepare(`select count(*) as n from ${from}`).get()?.n)
    const one = `select ${columns} from ${from} order by ${order} limit 1 offset ?`
    return draw(one, () => anywhere() % n)
  }
  const released = among('reference', `complaint where release_status = 'released'`, 'id')
  const ranked = among(
    'rank_day, complaint_id',
    'assignment where open = 1 and rank_day is not null',
    'rank_day, complaint_id',
  )
  return {
    references: rows.map((row) => String(row?.reference)),
    places: rows.map((row) => Number(row?.id)),
    released: released.map((row) => String(row?.reference)),
    ranks: ranked.map((row) => `${row?.rank_day}~${row?.complaint_id}`),
  }
}

/** Their pages, and lists, queues and searches that begin where they stand. */
export function drawnPages({ staff, drawn }: Stage): Page[] {
  const page = (path: string, cookie?: string): Page => ({
    ...{ path, cookie, lists: false },
    staff: cookie !== undefined,
  })
  const query = (i: number, more: Record<string, string>) =>
    new URLSearchParams({ ...more, sebelum: String(drawn.places[i]) })
  const behind = (view: string, place = '') =>
    `${build('queue', { view })}?${new URLSearchParams({ setelah: place })}`
  return drawn.references.flatMap((nomor, i) => {
    const q = SOUGHT[i % SOUGHT.length] ?? ''
    return [
      page(build('caseFile', { nomor }), staff.verifier),
      page(build('publicReport', { nomor: drawn.released[i] ?? '' })),
      page(`${patterns.reports}?${query(i, {})}`),
      page(`${patterns.reports}?${query(i, { q })}`),
      page(`${patterns.reports}?${query(i, { kategori: String(1 + (i % 5)) })}`),
      page(`${patterns.staffSearch}?${query(i, { q })}`, staff.verifier),
      page(`${patterns.staffSearch}?${query(i, { q })}`, staff.liaison),
      page(behind('opd', drawn.ranks[i]), staff.liaison),
      page(behind('semua', `~${drawn.places[i]}`), staff.liaison),
    ]
  })
}
