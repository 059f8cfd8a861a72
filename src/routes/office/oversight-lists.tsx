import { Hono } from 'hono'
import * as lists from '../../db/oversight-lists.ts'
import { type RawRow, toQueueRow } from '../../db/queue-rows.ts'
import { raw } from '../../db/raw.ts'
import { agencyBySlug, calendarOf } from '../../domain/city/city.ts'
import { oversees } from '../../domain/people/oversight.ts'
import { endOfWorkingWeek } from '../../domain/time/calendar.ts'
import { dateOf } from '../../domain/time/time.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { build, patterns } from '../../paths.ts'
import { deskRows } from '../../sights/desk-rows.ts'
import { areaName } from '../../sights/names.ts'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import { OverseenList } from '../../views/office/overseen-list.tsx'
import { oversightSheet } from '../../views/styles/oversight-sheet.ts'
import { caseHref, frameOf } from '../desk/desk-page.tsx'
import { parseCursor } from '../desk/views-of.ts'
import { overseenFrom } from './overseen-from.ts'
import { overseenOnly, oversightIn } from './oversight-guard.ts'
import { DESKS, type ListName, nameOf } from './oversight-links.ts'

export const oversightLists = new Hono<AppEnv>()

oversightLists.get(patterns.oversightList, overseenOnly, async (c) => {
  const { db, city, now, staff, t } = c.var
  const asked = askedIn(c)
  const listing = asked && listingOf(c, asked)
  if (!asked || !listing) return c.notFound()
  const after = parseCursor(c.req.query('setelah'))
  const found = (await raw<RawRow>(db, listing.rows(after))) as RawRow[]
  const looked = found.slice(0, listing.size)
  const last = looked.at(-1)
  const more = found.length > listing.size && last
  const from = overseenFrom(asked.name, (name) => c.req.query(name))
  const rows = lists.shownOf(looked).map(toQueueRow)
  return c.render(
    <DeskSolo t={t} title={asked.title} {...(await frameOf(c))} sheet={oversightSheet}>
      <OverseenList
        t={t}
        city={oversightIn(c).city}
        title={asked.title}
        whose={asked.whose}
        rows={deskRows(rows, staff, city, now)}
        hrefOf={(nomor) =>
          caseHref(nomor, { from, after: c.req.query('setelah') ?? '', state: '' })
        }
        hides={!oversightIn(c).supervisory}
        first={after ? addressOf(c) : null}
        next={more ? addressOf(c, cursorOf(listing, last)) : null}
      />
    </DeskSolo>,
  )
})

interface Asked {
  name: ListName
  title: string
  whose: string
  agencyId: number | null
}

/** Null where there is no such list, or it is not theirs. */
function askedIn(c: AppContext): Asked | null {
  const { city, t } = c.var
  const name = c.req.param('list') ?? ''
  if (!isList(t.oversight.lists, name)) return null
  const title = t.oversight.lists[name]
  const slug = c.req.query('opd')
  const oversight = oversightIn(c)
  if (!slug && oversight.city) return { name, title, whose: t.oversight.city, agencyId: null }
  const desk = Object.hasOwn(DESKS, slug ?? '') ? DESKS[slug ?? ''] : undefined
  if (desk !== undefined) {
    const whose = nameOf(t, { agency: null, id: desk })
    return oversight.city ? { name, title, whose, agencyId: desk } : null
  }
  const agency = slug
    ? agencyBySlug(city, slug)
    : city.agencies.find(({ id }) => id === oversight.agencyIds[0])
  if (!agency || !oversees(oversight, agency.id)) return null
  return { name, title, whose: agency.name, agencyId: agency.id }
}

function isList(known: Record<ListName, string>, name: string): name is ListName {
  return Object.hasOwn(known, name)
}

function listingOf(c: AppContext, { name, agencyId }: Asked): lists.Listing | null {
  const { city, now } = c.var
  const { city: whole, supervisory } = oversightIn(c)
  const today = dateOf(now, city.settings.offset)
  if (name === 'lewat') return lists.overdue(agencyId, today)
  if (name === 'minggu-ini')
    return lists.heldTo(agencyId, today, endOfWorkingWeek(now, calendarOf(city)))
  if (name === 'digugat') return lists.disputed(agencyId, supervisory || agencyId !== null)
  if (name === 'janji') return lists.missed('promise', agencyId, today)
  if (name === 'batas') return lists.missed('target', agencyId, today)
  if (name === 'kerja') return agencyId === null ? null : lists.openWork(agencyId)
  if (!whole) return null
  if (name === 'kembali') return lists.returnedTwice()
  const [categoryId, subdistrictId] = [idOf(c, 'kategori'), idOf(c, 'kelurahan')]
  const known = city.categories.some(({ id }) => id === categoryId) && areaName(city, subdistrictId)
  return known ? lists.ofSpot({ categoryId, subdistrictId }, now) : null
}

function idOf(c: AppContext, name: string): number {
  const id = Number(c.req.query(name))
  return Number.isSafeInteger(id) ? id : 0
}

function cursorOf({ by }: lists.Listing, row: RawRow): string {
  const day = { rank: row.rankDay, agency: row.leadAgencyId, id: '', held: row.heldDay }[by]
  return `${day ?? ''}~${row.heldId ?? row.id}`
}

function addressOf(c: AppContext, after?: string): string {
  const kept = ['opd', 'kategori', 'kelurahan'].flatMap((name) => {
    const value = c.req.query(name)
    return value ? [[name, value]] : []
  })
  const query = new URLSearchParams([...kept, ...(after ? [['setelah', after]] : [])])
  const list = build('oversightList', { list: c.req.param('list') ?? '' })
  return query.size > 0 ? `${list}?${query}` : list
}
