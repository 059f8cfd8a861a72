import { Hono } from 'hono'
import { staffRows } from '../../../db/staff-table.ts'
import { cityTemplates } from '../../../db/templates.ts'
import { OLD_COLUMNS, OLD_REPORTS } from '../../../domain/case/old-report.ts'
import { tableAt } from '../../../domain/city/sheets/all.ts'
import { inOrder, shownRow } from '../../../domain/city/sheets/sheet.ts'
import { staffTable } from '../../../domain/people/staff-table.ts'
import { templateTable } from '../../../domain/people/template-table.ts'
import type { AppEnv } from '../../../http.ts'
import { patterns } from '../../../paths.ts'
import { sendCsv } from '../../send-csv.ts'
import { sendTable } from '../send-table.ts'
import { adminOnly } from '../staff-rights.ts'

export const settingTable = new Hono<AppEnv>()

/** The table that the same page takes in again, here or in another city. */
settingTable.get(patterns.settingTable, adminOnly, async (c) => {
  if (c.req.param('bagian') === 'templat')
    return sendTable(c, 'templat', ...templateTable(await cityTemplates(c.var.db)))
  if (c.req.param('bagian') === 'staf')
    return sendTable(c, 'staf', ...staffTable(await staffRows(c.var.db, c.var.now), c.var.city))
  // what is taken in from other records has no table of its own here: the names of its columns
  if (c.req.param('bagian') === OLD_REPORTS)
    return sendCsv(
      c,
      OLD_REPORTS,
      OLD_COLUMNS.map(({ name }) => name),
      [],
    )
  const { city } = c.var
  const sheet = tableAt(c.req.param('bagian'))
  if (!sheet) return c.notFound()
  const rows = inOrder(sheet, city).map((row) => Object.values(shownRow(sheet, row, city)))
  const names = sheet.columns.map(({ name }) => name)
  return sendTable(c, sheet.at, names, rows)
})
