import type { DatabaseSync } from 'node:sqlite'
import { build, patterns } from '../../src/paths.ts'
import { chanceOf } from '../support/chance.ts'
import type { Page } from './pages.ts'
import type { Stage } from './stage.ts'

/** Of each kind of page. */
const DRAWN = 12

const SOUGHT = ['jalan', 'berlubang', 'lubang', 'perbaikan', 'lampu yang padam', 'Jl. pasar', 'zzz']

export interface Drawn {
  references: string[]
  /** Ids that lie anywhere in a list. */
  places: number[]
}

/** Complaints drawn from a filled city: not those that the bench planted for itself. */
export function drawFrom(db: DatabaseSync, count: number): Drawn {
  const random = chanceOf(41)
  const one = db.prepare('select id, reference from complaint order by id limit 1 offset ?')
  const rows = Array.from({ length: DRAWN }, () => {
    const [a = 0, b = 0, c = 0] = random(3)
    return one.get(((a << 16) | (b << 8) | c) % count)
  })
  return {
    references: rows.map((row) => String(row?.reference)),
    places: rows.map((row) => Number(row?.id)),
  }
}

/** Their case pages, and lists and searches that begin where they stand. */
export function drawnPages({ staff, drawn }: Stage): Page[] {
  const page = (path: string, cookie?: string): Page => ({
    ...{ path, cookie, lists: false },
    staff: cookie !== undefined,
  })
  const query = (i: number, more: Record<string, string>) =>
    new URLSearchParams({ ...more, sebelum: String(drawn.places[i]) })
  return drawn.references.flatMap((nomor, i) => {
    const q = SOUGHT[i % SOUGHT.length] ?? ''
    return [
      page(build('caseFile', { nomor }), staff.verifier),
      page(`${patterns.reports}?${query(i, {})}`),
      page(`${patterns.reports}?${query(i, { q })}`),
      page(`${patterns.reports}?${query(i, { kategori: String(1 + (i % 5)) })}`),
      page(`${patterns.staffSearch}?${query(i, { q })}`, staff.verifier),
      page(`${patterns.staffSearch}?${query(i, { q })}`, staff.liaison),
    ]
  })
}
