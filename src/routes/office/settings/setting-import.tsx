import { Hono } from 'hono'
import { beginImport } from '../../../db/imports.ts'
import { guessMapping } from '../../../domain/city/imports.ts'
import { withHeaders } from '../../../domain/city/pasted-table.ts'
import { type Back, FRESH, refused } from '../../../forms/answers.ts'
import { readForm } from '../../../forms/read.ts'
import type { AppContext, AppEnv } from '../../../http.ts'
import { importerOf } from '../../../jobs/imports/importers.ts'
import { staffFormToken } from '../../../middleware/same-origin.ts'
import { build, patterns } from '../../../paths.ts'
import { randomBytes } from '../../../random.ts'
import { DeskSolo } from '../../../views/layouts/desk.tsx'
import { ImportFilePage } from '../../../views/office/settings/import-file.tsx'
import { frameOf } from '../../desk/desk-page.tsx'
import { adminOnly } from '../staff-rights.ts'

export const settingImport = new Hono<AppEnv>()

const MOST = { lines: 5_000, bytes: 5 * 1024 * 1024 }

settingImport.get(patterns.settingImport, adminOnly, async (c) =>
  importerOf(kindIn(c)) ? c.render(await page(c, FRESH)) : c.notFound(),
)

settingImport.post(patterns.settingImport, adminOnly, async (c) => {
  const { db, now, staff, t } = c.var
  const importer = importerOf(kindIn(c))
  if (!importer) return c.notFound()
  const posted = await readForm(c)
  const [file] = posted.files('tabel')
  const { tempel = '' } = posted.typed
  const no = (text: string) => {
    const field = file || tempel.trim() === '' ? 'tabel' : 'tempel'
    return refused(c, { typed: { tempel }, errors: [{ field, text }] }, page)
  }
  if (!file && tempel.trim() === '') return no(t.settings.csv.missing)
  const most = importer.most ?? MOST
  const long = t.settings.csv.long(most.lines, most.bytes)
  if (file && file.size > most.bytes) return no(long)
  const columns = importer.columns.map(({ name, also }) => ({
    ...{ name, also },
    label: t.settings.fields[name]?.[0] ?? name,
  }))
  const { readCsv } = await import('../../../files/csv.ts')
  const bytes = file
    ? new Uint8Array(await file.arrayBuffer())
    : new TextEncoder().encode(withHeaders(tempel, columns))
  const read = readCsv(bytes, most.lines)
  if (!read.ok) return no(read.fault === 'long' ? long : t.settings.csv[read.fault])
  const { headers } = read.table
  const rows = importer.sealed ? await sealed(c, read.table.rows) : read.table.rows
  const id = await beginImport(db, {
    ...{ kind: kindIn(c), file: file?.name ?? t.settings.csv.pasted },
    ...{ at: now, by: `staff:${staff.id}`, headers, rows },
    mapping: guessMapping(columns, headers),
  })
  return c.redirect(build('importRun', { id }), 303)
})

async function sealed(c: AppContext, rows: { n: number; cells: string[] }[]) {
  const { sealLines } = await import('../../../jobs/imports/sealed-lines.ts')
  return sealLines(c.env, rows, randomBytes)
}

function kindIn(c: AppContext): string {
  return c.req.param('bagian') ?? ''
}

async function page(c: AppContext, { typed, errors }: Back) {
  const { t } = c.var
  const kind = kindIn(c)
  return (
    <DeskSolo t={t} title={t.settings.csv.title} {...(await frameOf(c))} failed={errors.length > 0}>
      <ImportFilePage
        t={t}
        token={await staffFormToken(c)}
        kind={kind}
        columns={importerOf(kind)?.columns ?? []}
        most={(importerOf(kind)?.most ?? MOST).lines}
        pasted={typed.tempel ?? ''}
        errors={errors}
      />
    </DeskSolo>
  )
}
