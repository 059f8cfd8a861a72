import { Hono } from 'hono'
import { lastChangeOf } from '../../../db/city-change.ts'
import { draftById } from '../../../db/city-drafts.ts'
import type { CityOutcome, TypedRow } from '../../../db/run-city-change.ts'
import { namesOf } from '../../../db/staff-names.ts'
import { readDays, workingDaysIn } from '../../../domain/city/calendar-days.ts'
import { sheets } from '../../../domain/city/sheets/all.ts'
import { calendar } from '../../../domain/city/sheets/calendar.ts'
import { type CalendarRow, shownRow } from '../../../domain/city/sheets/sheet.ts'
import { type Back, FRESH, overtaken, refused } from '../../../forms/answers.ts'
import type { FieldError } from '../../../forms/field-error.ts'
import { readForm, type Typed } from '../../../forms/read.ts'
import type { AppContext, AppEnv } from '../../../http.ts'
import { staffFormToken } from '../../../middleware/same-origin.ts'
import { build, patterns } from '../../../paths.ts'
import { DeskSolo } from '../../../views/layouts/desk.tsx'
import { CalendarYearPage } from '../../../views/office/settings/calendar-year.tsx'
import type { Words } from '../../../words/words.ts'
import { frameOf } from '../../desk/desk-page.tsx'
import { adminOnly } from '../staff-rights.ts'
import { draftFrom } from './begin-draft.ts'
import { cityFaultErrors, fieldFaultErrors } from './setting-errors.ts'

export const calendarYear = new Hono<AppEnv>()

/** Bytes: a calendar of several years is far below. */
const MOST_BYTES = 1024 * 1024

/** The year, null for a new one; undefined: there is none. */
function yearIn(c: AppContext): number | null | undefined {
  const at = c.req.param('tahun') ?? ''
  if (at === 'baru') return null
  return c.var.city.years.find(({ year }) => String(year) === at)?.year
}

calendarYear.get(patterns.calendarYear, adminOnly, async (c) => {
  const year = yearIn(c)
  if (year === undefined) return c.notFound()
  const draft = await draftById(c.var.db, Number(c.req.query('usulan')) || 0)
  const typed = draft?.noun === 'calendar' && draft.rowId === year ? draft.typed : {}
  return c.render(await yearPage(c, year, { ...FRESH, typed }))
})

calendarYear.post(patterns.calendarYear, adminOnly, async (c) => {
  const year = yearIn(c)
  if (year === undefined) return c.notFound()
  const posted = await readForm(c)
  const { tahun, sumber = '', alasan_ubah = '', hari_kerja = '' } = posted.typed
  const id = year ?? Number(tahun)
  const [file] = posted.files('tabel')
  const taken =
    file && (await (await import('./calendar-file.ts')).daysFromFile(file, id, MOST_BYTES))
  const typed: Typed = {
    ...(year === null ? { tahun: tahun ?? '' } : {}),
    ...{ sumber, alasan_ubah, hari: taken ?? posted.typed.hari ?? '' },
    ...(posted.has('hapus') ? { aktif: 'tidak' } : {}),
  }
  const given: TypedRow = {
    ...{ noun: 'calendar', rowId: year, typed, seen: Number(posted.typed.versi) || 0 },
  }
  const back: Back = { typed: { ...typed, hari_kerja }, errors: [] }
  const wrong = file && taken === null ? c.var.t.calendar.fileUnreadable : null
  if (wrong) return answer(c, year, back, [{ field: 'tabel', text: wrong }])
  const counted = workingDaysIn(id, readDays(typed.hari ?? '').days)
  if (hari_kerja.trim() !== '' && !posted.has('hapus') && Number(hari_kerja) !== counted) {
    const text = c.var.t.calendar.miscounted(counted)
    return answer(c, year, back, [{ field: 'hari_kerja', text }])
  }
  const outcome = await draftFrom(c, given)
  if (outcome.kind === 'draft') return c.redirect(build('cityDraft', { id: outcome.id }), 303)
  return calendarRefused(c, year, back, outcome)
})

/** Why it was not taken, with the form as it was filled in. */
export function calendarRefused(
  c: AppContext,
  year: number | null,
  back: Back,
  outcome: Exclude<CityOutcome, { kind: 'done' }>,
) {
  const { t } = c.var
  switch (outcome.kind) {
    case 'unknown':
      return c.notFound()
    case 'same':
      return c.redirect(`${patterns.calendar}?kabar=tetap`, 303)
    case 'overtaken':
      return overtaken(c, back, (_, shown) => yearPage(c, year, shown, outcome))
    case 'refused': {
      const lines = linesWrong(t, back.typed.hari ?? '')
      // what is wrong with a line says more than that something is
      const faults = outcome.faults.filter(({ field }) => field !== 'hari' || lines.length === 0)
      return answer(c, year, back, [
        ...lines,
        ...fieldFaultErrors(t, sheets.calendar, faults),
        ...cityFaultErrors(t, sheets.calendar, year ?? 0, outcome.cityFaults, c.var.city),
      ])
    }
  }
}

/** One after the other: whoever mends these hears of the next. */
const MOST_SAID = 50

function linesWrong(t: Words, text: string): FieldError[] {
  const { faults } = readDays(text)
  return faults.slice(0, MOST_SAID).map(({ line, what }) => ({
    field: 'hari',
    text: t.calendar.lineFault(line, t.calendar.lineFaults[what]),
  }))
}

function answer(c: AppContext, year: number | null, back: Back, errors: FieldError[]) {
  return refused(c, { ...back, errors }, (_, shown) => yearPage(c, year, shown))
}

type Meanwhile = Extract<CityOutcome, { kind: 'overtaken' }>

async function yearPage(
  c: AppContext,
  year: number | null,
  { typed, errors }: Back,
  meanwhile: Meanwhile | null = null,
) {
  const { t, db, city } = c.var
  const row = (meanwhile?.row ??
    calendar.rows(city).find(({ id }) => id === year) ??
    calendar.blank(city)) as CalendarRow
  const last = meanwhile?.last ?? (year === null ? null : await lastChangeOf(db, 'calendar', year))
  const [who] = meanwhile ? await namesOf(db, [meanwhile.last.by.replace('staff:', '')]) : []
  const stands = shownRow(sheets.calendar, row, city)
  const title = year === null ? t.calendar.newTitle : t.calendar.title(year)
  return (
    <DeskSolo t={t} title={title} {...(await frameOf(c))} failed={errors.length > 0}>
      <CalendarYearPage
        t={t}
        token={await staffFormToken(c)}
        title={title}
        year={year}
        stands={stands}
        typed={{ ...stands, alasan_ubah: '', ...typed }}
        seen={last?.seq ?? 0}
        errors={errors}
        meanwhile={meanwhile && { who: who?.name ?? t.settings.someone, at: meanwhile.last.at }}
      />
    </DeskSolo>
  )
}
