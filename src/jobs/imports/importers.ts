import { OLD_REPORTS } from '../../domain/case/old-report.ts'
import { tableAt } from '../../domain/city/sheets/all.ts'
import type { Importer } from './importer.ts'
import { oldReportImporter } from './old-report-importer.ts'
import { sheetImporter } from './sheet-importer.ts'
import { staffImporter } from './staff-importer.ts'
import { templateImporter } from './template-importer.ts'

/** By the address of what its lines are. */
export function importerOf(kind: string): Importer | null {
  if (kind === 'templat') return templateImporter
  if (kind === 'staf') return staffImporter
  if (kind === OLD_REPORTS) return oldReportImporter
  const sheet = tableAt(kind)
  return sheet ? sheetImporter(sheet) : null
}
