import { Hono } from 'hono'
import { reportsCounted, reportsOfSpan } from '../../../db/report-table.ts'
import { addDays, dateOf, instantAt } from '../../../domain/time/time.ts'
import { readDate } from '../../../domain/time/typed-date.ts'
import { type Back, FRESH, refused } from '../../../forms/answers.ts'
import { readForm } from '../../../forms/read.ts'
import type { AppContext, AppEnv } from '../../../http.ts'
import { staffFormToken } from '../../../middleware/same-origin.ts'
import { patterns } from '../../../paths.ts'
import { type ExportedReport, exportedReport } from '../../../sights/exported-report.ts'
import { DeskSolo } from '../../../views/layouts/desk.tsx'
import { ReportTablePage } from '../../../views/office/settings/report-table.tsx'
import type { Words } from '../../../words/words.ts'
import { frameOf } from '../../desk/desk-page.tsx'
import { sendTable } from '../send-table.ts'
import { adminOnly } from '../staff-rights.ts'

export const reportTablePages = new Hono<AppEnv>()

/** Reports of one file: as many as are read at once without running out of room. */
const MOST = 5_000

reportTablePages.get(patterns.reportTable, adminOnly, async (c) => c.render(await page(c, FRESH)))

/** Reports that came in between two days, as a table that is taken in again; never who reported. */
reportTablePages.post(patterns.reportTable, adminOnly, async (c) => {
  const { db, t, city, staff, now } = c.var
  const { typed } = await readForm(c)
  const [from, until] = [readDate(typed.dari ?? ''), readDate(typed.sampai ?? '')]
  const say = t.settings.reportTable
  const errors = [
    ...(from ? [] : [{ field: 'dari', text: say.dayMissing }]),
    ...(until ? [] : [{ field: 'sampai', text: say.dayMissing }]),
    ...(from && until && until < from ? [{ field: 'sampai', text: say.reversed }] : []),
  ]
  const { offset } = city.settings
  if (errors.length > 0 || !from || !until) return refused(c, { typed, errors }, page)
  const span = [instantAt(from, 0, offset), instantAt(addDays(until, 1), 0, offset)] as const
  if ((await reportsCounted(db, span, MOST)) > MOST)
    return refused(c, { typed, errors: [{ field: 'sampai', text: say.many }] }, page)
  const rows: string[][] = []
  for await (const lines of reportsOfSpan(db, span))
    for (const line of lines) {
      const report = exportedReport(line, staff, city, now)
      if (report) rows.push(cellsOf(t, report))
    }
  return sendTable(c, `laporan-${from}-${until}`, COLUMNS, rows)
})

const COLUMNS = [
  ...['nomor_lama', 'diterima', 'judul', 'isi_laporan', 'klasifikasi', 'kategori_laporan'],
  ...['lokasi', 'opd_lama', 'keadaan', 'selesai', 'tindak_lanjut', 'rahasia', 'anonim'],
]

function cellsOf(t: Words, report: ExportedReport): string[] {
  const yes = (is: boolean) => (is ? 'ya' : 'tidak')
  return [
    ...[report.number, report.received, report.title, report.text],
    ...[t.classes[report.class].label, report.category, report.place, report.agency],
    ...[t.states[report.state].label, report.ended ?? '', report.closure],
    ...[yes(report.confidential), yes(report.anonymous)],
  ]
}

async function page(c: AppContext, { typed, errors }: Back) {
  const { t, now, city } = c.var
  const today = dateOf(now, city.settings.offset)
  const shown = { dari: `${today.slice(0, 7)}-01`, sampai: today, ...typed }
  return (
    <DeskSolo
      t={t}
      title={t.settings.reportTable.title}
      {...(await frameOf(c))}
      failed={errors.length > 0}
    >
      <ReportTablePage t={t} token={await staffFormToken(c)} typed={shown} errors={errors} />
    </DeskSolo>
  )
}
