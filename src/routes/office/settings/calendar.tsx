import { Hono } from 'hono'
import { recomputeAsked } from '../../../db/recompute-asked.ts'
import { dayCells } from '../../../domain/city/calendar-days.ts'
import { missingYear } from '../../../domain/city/missing-year.ts'
import { calendar } from '../../../domain/city/sheets/calendar.ts'
import { dateOf } from '../../../domain/time/time.ts'
import type { AppEnv } from '../../../http.ts'
import { patterns } from '../../../paths.ts'
import { DeskSolo } from '../../../views/layouts/desk.tsx'
import { CalendarPage } from '../../../views/office/settings/calendar.tsx'
import { frameOf } from '../../desk/desk-page.tsx'
import { sendTable } from '../send-table.ts'
import { adminOnly } from '../staff-rights.ts'

export const calendarPages = new Hono<AppEnv>()

calendarPages.get(patterns.calendar, adminOnly, async (c) => {
  const { t, city, db, now } = c.var
  const asked = await recomputeAsked(db)
  const news = c.req.query('kabar') ?? ''
  return c.render(
    <DeskSolo
      t={t}
      title={t.settings.nouns.calendar.title}
      {...(await frameOf(c))}
      again={asked ? 5 : undefined}
    >
      <CalendarPage
        t={t}
        years={calendar.rows(city).toReversed()}
        next={city.lastYear + 1}
        missing={missingYear(city, dateOf(now, city.settings.offset))}
        working={asked}
        said={Object.hasOwn(t.settings.done, news) ? (t.settings.done[news] ?? null) : null}
      />
    </DeskSolo>,
  )
})

/** The table that the page of the year takes in again, here or in another city. */
calendarPages.get(patterns.calendarTable, adminOnly, (c) => {
  const year = calendar.rows(c.var.city).find(({ id }) => String(id) === c.req.param('tahun'))
  if (!year) return c.notFound()
  return sendTable(c, `kalender-${year.id}`, ['tanggal', 'nama', 'jenis'], year.days.map(dayCells))
})
