import { Hono } from 'hono'
import { caseByReference } from '../../db/cases.ts'
import { askDesk } from '../../db/desk.ts'
import { knownElsewhere } from '../../db/old-reports.ts'
import { toQueueRow } from '../../db/queue-rows.ts'
import { foundBy, matchOf, numberedLike, scopeOf, windowOf } from '../../db/search.ts'
import { placeNames } from '../../domain/city/place-names.ts'
import { cleanLine } from '../../domain/text/clean-text.ts'
import { numberTokenIn, referenceBegun, referenceIn } from '../../domain/text/reference.ts'
import { dateOf, yearOf } from '../../domain/time/time.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { build, patterns } from '../../paths.ts'
import { deskRows } from '../../sights/desk-rows.ts'
import { listEye, mayOpen } from '../../sights/viewer.ts'
import { Choose } from '../../views/desk/notices.tsx'
import { Results } from '../../views/desk/results.tsx'
import { DeskLayout } from '../../views/layouts/desk.tsx'
import { barOf, countsOf, myViews, navOf } from './desk-page.tsx'

export const search = new Hono<AppEnv>()

search.get(patterns.staffSearch, async (c) => {
  const { city, db, now, staff } = c.var
  const sought = cleanLine(c.req.query('q') ?? '').slice(0, 200)
  const number = referenceIn(sought, city.settings.prefix)
  const meant = number && (await caseByReference(db, number))
  // one that may not be read is looked for like any word
  if (meant && mayOpen(staff, meant.complaint, now))
    return c.redirect(build('caseFile', { nomor: meant.complaint.reference }), 303)
  const year = yearIn(c)
  const window = windowOf(now, year, city.settings.offset)
  const before = Number(c.req.query('sebelum'))
  if (Number.isSafeInteger(before) && before > 0) window.to = Math.min(window.to, before)
  const part = numberTokenIn(sought, city.settings.prefix)
  const match = matchOf(sought, scopeOf(staff, now), placeNames(city), part)
  const views = myViews(c)
  const list = match && foundBy(match, window)
  const begun = before > 0 ? null : referenceBegun(sought, city.settings.prefix)
  const [elsewhere, numbered, answer] = await Promise.all([
    mayBeNumber(sought) ? knownElsewhere(db, sought) : [],
    begun ? numberedLike(db, begun) : [],
    askDesk(db, { list, counts: countsOf(views) }, now),
  ])
  const brought = await openable(c, elsewhere)
  if (brought) return c.redirect(build('caseFile', { nomor: brought }), 303)
  const named = numbered.map(toQueueRow)
  const others = answer.rows.filter((row) => named.every(({ id }) => id !== row.id))
  const rows = deskRows([...named, ...others], staff, city, now)
  const last = answer.rows.at(-1)
  const next = answer.more && last ? address(sought, year, last.id) : null
  return c.render(
    <DeskLayout
      t={c.var.t}
      title={sought ? c.var.t.desk.searchFor(sought) : c.var.t.desk.searchTitle}
      {...(await barOf(c))}
      at="list"
      views={navOf(c, views, answer.counts, null)}
      list={<Results t={c.var.t} {...{ sought, year, rows, next }} years={yearsOf(c, sought)} />}
      case={rows.length > 0 && <Choose t={c.var.t} newest />}
    />,
  )
})

/** Of another record: one word with a digit. */
function mayBeNumber(sought: string): boolean {
  return /\d/.test(sought) && sought.length <= 40 && !sought.includes(' ')
}

/** By that number it stands elsewhere with its reporter's name: for whoever reads the words alone. */
async function openable(c: AppContext, numbers: readonly string[]): Promise<string | null> {
  const { db, city, staff, now } = c.var
  const [number] = numbers
  const found = number === undefined ? null : await caseByReference(db, number)
  if (!found || !mayOpen(staff, found.complaint, now)) return null
  return listEye(staff, found.complaint, city, now)('originalText')
    ? found.complaint.reference
    : null
}

function yearIn(c: AppContext): number | null {
  const year = Number(c.req.query('tahun'))
  return Number.isInteger(year) && year >= 2025 && year <= 2100 ? year : null
}

function address(q: string, year: number | null, before?: number): string {
  const query = new URLSearchParams({ q })
  if (year !== null) query.set('tahun', String(year))
  if (before) query.set('sebelum', String(before))
  return `${patterns.staffSearch}?${query}`
}

function yearsOf(c: AppContext, sought: string) {
  const { firstYear, settings } = c.var.city
  const thisYear = yearOf(dateOf(c.var.now, settings.offset))
  return Array.from({ length: Math.max(0, thisYear - firstYear + 1) }, (_, i) => thisYear - i).map(
    (year) => ({ year, href: address(sought, year) }),
  )
}
