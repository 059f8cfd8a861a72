import { Hono } from 'hono'
import {
  askTrail,
  type Trail,
  type TrailFilter,
  type TrailPlace,
  type TrailSize,
} from '../../db/trail.ts'
import { oneTrip } from '../../db/trip.ts'
import { actNamed, COMMAND_NAMES } from '../../domain/acts/acts.ts'
import { agencyById, agencyBySlug } from '../../domain/city/city.ts'
import { csvOf } from '../../domain/text/csv.ts'
import { referenceIn } from '../../domain/text/reference.ts'
import { addDays, instantAt, isIsoDate } from '../../domain/time/time.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { patterns } from '../../paths.ts'
import { personOf } from '../../sights/person.ts'
import { personName } from '../../views/desk/desk-history.ts'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import { type TrailLine, TrailPage } from '../../views/office/trail.tsx'
import { oversightSheet } from '../../views/styles/oversight-sheet.ts'
import { frameOf } from '../desk/desk-page.tsx'
import { ofTheCity, oversightIn } from './oversight-guard.ts'
import { recordExport } from './send-table.ts'

export const trailPages = new Hono<AppEnv>()

const PAGE = { size: 15, fresh: 40 }
const FILE = { size: 500, fresh: 500 }

trailPages.get(patterns.trail, ofTheCity, async (c) => {
  const { t, city } = c.var
  const trail = await trailOf(c, PAGE)
  const query = queryOf(c)
  return c.render(
    <DeskSolo t={t} title={t.trail.title} {...(await frameOf(c))} sheet={oversightSheet}>
      <TrailPage
        t={t}
        lines={linesOf(c, trail)}
        asked={(name) => query.get(name) ?? ''}
        commands={COMMAND_NAMES.filter((name) => Object.hasOwn(t.trail.commands, name))}
        agencies={city.agencies}
        personHref={(id) => `${patterns.trail}?orang=${encodeURIComponent(id)}`}
        file={addressOf(patterns.trailFile, query)}
        older={trail.last && addressOf(patterns.trail, query, trail.last)}
        narrowed={query.size > 0}
      />
    </DeskSolo>,
  )
})

trailPages.get(patterns.trailFile, ofTheCity, async (c) => {
  const { t } = c.var
  const { columns } = t.trail
  const trail = await trailOf(c, FILE)
  const lines = linesOf(c, trail)
  const body = csvOf([
    [columns.at, columns.who, columns.what, columns.report, columns.agency],
    ...lines.map(({ at, who, what, reference, agency }) => [
      t.moment(at),
      who,
      what,
      reference,
      agency,
    ]),
    ...(trail.last ? [[t.moment(trail.last.at), t.trail.more]] : []),
  ])
  await recordExport(c, 'jejak', lines.length)
  return c.body(body, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="jejak.csv"',
  })
})

async function trailOf(c: AppContext, size: TrailSize): Promise<Trail> {
  const [trail] = await oneTrip(c.var.db, [askTrail(c.var.db, filterIn(c), placeIn(c), size)])
  return trail
}

function filterIn(c: AppContext): TrailFilter {
  const { city } = c.var
  const [id, email] = [c.req.query('orang'), c.req.query('petugas')?.trim().toLowerCase()]
  const command = actNamed(c.req.query('tindakan') ?? '')?.name ?? null
  const number = c.req.query('nomor')?.trim()
  return {
    person: id ? { id } : email ? { email } : null,
    agencyId: agencyBySlug(city, c.req.query('opd') ?? '')?.id ?? null,
    command,
    // what is no number is nobody's, and not everybody's
    reference: number ? (referenceIn(number, city.settings.prefix) ?? '-') : null,
    supervisory: oversightIn(c).supervisory,
  }
}

/** Where the page before ended, or the end of the day that is asked for. */
function placeIn(c: AppContext): TrailPlace | null {
  const [, at, complaintId, seq] = /^(\d+)~(\d+)~(\d+)$/.exec(c.req.query('setelah') ?? '') ?? []
  if (at) return { at: Number(at), complaintId: Number(complaintId), seq: Number(seq) }
  const day = c.req.query('sampai') ?? ''
  if (!isIsoDate(day)) return null
  const { offset } = c.var.city.settings
  return { at: instantAt(addDays(day, 1), 0, offset), complaintId: 0, seq: 0 }
}

function linesOf(c: AppContext, { rows }: Trail): TrailLine[] {
  const { t, city } = c.var
  return rows.map((row) => {
    const id = row.actor.startsWith('staff:') ? row.actor.slice(6) : null
    const by = personOf(row.actor, new Map(id && row.name ? [[id, row.name]] : []))
    const agency = agencyById(city, row.agencyId)?.shortName ?? null
    return {
      at: row.at,
      who: personName(t, by),
      id,
      what: t.events[row.type].staff({
        agency: agency ?? undefined,
        value: row.score === null ? undefined : t.number(row.score, 0),
      }),
      reference: row.reference ?? '',
      agency,
    }
  })
}

const NAMES = ['orang', 'petugas', 'opd', 'tindakan', 'nomor', 'sampai'] as const

function queryOf(c: AppContext): URLSearchParams {
  return new URLSearchParams(
    NAMES.flatMap((name) => {
      const value = c.req.query(name)?.trim()
      return value ? [[name, value.slice(0, 200)]] : []
    }),
  )
}

function addressOf(path: string, asked: URLSearchParams, after?: TrailPlace): string {
  const query = new URLSearchParams(asked)
  if (after) query.set('setelah', `${after.at}~${after.complaintId}~${after.seq}`)
  return query.size > 0 ? `${path}?${query}` : path
}
