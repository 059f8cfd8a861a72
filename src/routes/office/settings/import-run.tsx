import { Hono } from 'hono'
import {
  askUndo,
  type ImportLine,
  type ImportRun,
  importById,
  linesAfter,
  seenOf,
  setOut,
} from '../../../db/imports.ts'
import { countOfImport } from '../../../db/old-reports.ts'
import type { LineFault, Mapping } from '../../../domain/city/imports.ts'
import { type Back, FRESH, overtaken, refused } from '../../../forms/answers.ts'
import { readForm } from '../../../forms/read.ts'
import { unlisted } from '../../../forms/unlisted.ts'
import type { AppContext, AppEnv } from '../../../http.ts'
import { importerOf } from '../../../jobs/imports/importers.ts'
import { workOn } from '../../../jobs/imports/run-imports.ts'
import { openLines } from '../../../jobs/imports/sealed-lines.ts'
import { undoImport } from '../../../jobs/imports/undo-imports.ts'
import { staffFormToken } from '../../../middleware/same-origin.ts'
import { build, patterns } from '../../../paths.ts'
import { randomBytes } from '../../../random.ts'
import { DeskSolo } from '../../../views/layouts/desk.tsx'
import { ImportRunPage } from '../../../views/office/settings/import-run.tsx'
import type { Words } from '../../../words/words.ts'
import { frameOf } from '../../desk/desk-page.tsx'
import { sendTable } from '../send-table.ts'
import { adminOnly } from '../staff-rights.ts'

export const importRun = new Hono<AppEnv>()

const PAGE = 50
/** Steps of fifty lines that go on after the answer; the five-minute job takes up what is left. */
const AT_ONCE = 20
/** Of an undoing, which takes a batch for each report. */
const UNDONE_AT_ONCE = 2

function byMe({ var: { staff } }: AppContext): string {
  return `staff:${staff.id}`
}

/** One whose lines name people is there for whoever brought it alone. */
async function runIn(c: AppContext): Promise<ImportRun | null> {
  const run = await importById(c.var.db, Number(c.req.param('id')) || 0)
  return run && importerOf(run.kind)?.sealed && run.by !== byMe(c) ? null : run
}

async function shownLines(c: AppContext, run: ImportRun, lines: ImportLine[]) {
  const importer = importerOf(run.kind)
  return importer?.sealed ? openLines(c.env, lines) : lines
}

/** Who people are is in the file that was brought: no page shows it again. */
function masked({ kind, mapping }: ImportRun, cells: readonly string[]): string[] {
  const personal = importerOf(kind)?.personal ?? new Set()
  const hidden = Object.entries(mapping).flatMap(([name, at]) => (personal.has(name) ? [at] : []))
  return cells.map((cell, at) => (hidden.includes(at) && cell !== '' ? '•••' : cell))
}

importRun.get(patterns.importRun, adminOnly, async (c) => {
  const run = await runIn(c)
  return run ? c.render(await page(c, run, FRESH)) : c.notFound()
})

/** Which column holds what; each line is judged by it, and nothing is changed yet. */
importRun.post(patterns.importRun, adminOnly, async (c) => {
  const { db, t } = c.var
  const run = await runIn(c)
  const importer = run && importerOf(run.kind)
  if (!run || !importer) return c.notFound()
  const posted = await readForm(c)
  const { typed, line } = posted
  const offered = run.headers.map((_, at) => at)
  const lists = Object.fromEntries(importer.columns.map(({ name }) => [name, offered]))
  const chosen = importer.columns.flatMap(({ name }) =>
    line(name) === '' ? [] : [[name, Number(line(name))] as const],
  )
  const none = chosen.length === 0 ? [{ field: null, text: t.settings.csv.noColumn }] : []
  const errors = [...unlisted(posted, lists, t.deskForms.unlisted), ...none]
  if (errors.length > 0) return refused(c, { typed, errors }, (_, back) => page(c, run, back))
  const mapping: Mapping = Object.fromEntries(chosen)
  await setOut(db, run.id, ['mapping', 'checked'], 'checking', { by: byMe(c), mapping })
  return atWork(c, run.id)
})

/** As it was looked at: with the columns of that page. */
importRun.post(patterns.importStart, adminOnly, async (c) => {
  const run = await runIn(c)
  if (!run) return c.notFound()
  const seen = (await readForm(c)).line('versi')
  if (run.state === 'checked' && seen !== seenOf(run)) {
    const errors = [{ field: null, text: c.var.t.settings.csv.mappedAnew }]
    return overtaken(c, { typed: {}, errors }, (_, back) => page(c, run, back))
  }
  await setOut(c.var.db, run.id, ['checked'], 'running', { by: byMe(c), seen })
  return atWork(c, run.id)
})

/** What it brought goes again, but for what somebody acted on since. */
importRun.post(patterns.importUndo, adminOnly, async (c) => {
  const { db, now, city } = c.var
  const run = await runIn(c)
  if (!run || !importerOf(run.kind)?.sealed) return c.notFound()
  await readForm(c)
  await askUndo(db, run.id, byMe(c))
  const asked = await importById(db, run.id)
  const s = { db, now, city, random: randomBytes, actor: { kind: 'timer' } as const }
  if (asked?.undoneBy && asked.undoneAt === null)
    c.executionCtx.waitUntil(undoImport(s, asked, UNDONE_AT_ONCE))
  return c.redirect(build('importRun', run), 303)
})

/** It goes on after the answer: the page tells how far it is. */
async function atWork(c: AppContext, id: number) {
  const { db, now } = c.var
  const run = await importById(db, id)
  if (run) c.executionCtx.waitUntil(workOn({ db, now, env: c.env, by: run.by }, run, AT_ONCE))
  return c.redirect(build('importRun', { id }), 303)
}

/** The lines to mend and send again, with why each was refused. */
importRun.get(patterns.importRefused, adminOnly, async (c) => {
  const { db, t } = c.var
  const run = await runIn(c)
  if (!run) return c.notFound()
  const lines = await shownLines(c, run, await linesAfter(db, run.id, 0, run.lines, true))
  const rows = lines.map(({ cells, outcome }) => [
    ...run.headers.map((_, i) => cells[i] ?? ''),
    outcome?.fate === 'refused' ? outcome.faults.map((fault) => said(t, fault)).join(' ') : '',
  ])
  return sendTable(c, `ditolak-${run.id}`, [...run.headers, t.settings.csv.why], rows)
})

function said(t: Words, fault: LineFault): string {
  const label = t.settings.fields[fault.field]?.[0] ?? fault.field
  if ('fault' in fault) return t.settings.faults[fault.fault](label)
  if ('line' in fault) return t.settings.lineFaults[fault.line]
  const texts: Readonly<Record<string, string>> = t.settings.cityFaults
  return t.settings.elsewhere(label, texts[fault.city] ?? '')
}

async function page(c: AppContext, run: ImportRun, { typed, errors }: Back) {
  const { t, db } = c.var
  const after = Number(c.req.query('setelah')) || 0
  const onlyRefused = c.req.query('hanya') === 'ditolak'
  const stored = await linesAfter(db, run.id, after, PAGE + 1, onlyRefused)
  const lines = await shownLines(c, run, stored)
  const here = onlyRefused
    ? `${build('importRun', run)}?hanya=ditolak&`
    : `${build('importRun', run)}?`
  const last = lines[PAGE - 1]
  return (
    <DeskSolo
      t={t}
      title={t.settings.csv.title}
      {...(await frameOf(c))}
      failed={errors.length > 0}
      again={isAtWork(run) ? 3 : undefined}
    >
      <ImportRunPage
        t={t}
        token={await staffFormToken(c)}
        run={run}
        here={importerOf(run.kind)?.sealed ? await countOfImport(db, run.id) : null}
        seen={seenOf(run)}
        columns={importerOf(run.kind)?.columns ?? []}
        lines={lines.slice(0, PAGE).map(({ n, cells, outcome }) => ({
          n,
          cells: masked(run, cells),
          fate: outcome?.fate ?? null,
          why: outcome?.fate === 'refused' ? outcome.faults.map((fault) => said(t, fault)) : [],
        }))}
        typed={typed}
        errors={errors}
        next={lines.length > PAGE && last ? `${here}setelah=${last.n}` : null}
      />
    </DeskSolo>
  )
}

function isAtWork({ state, undoneBy, undoneAt }: ImportRun): boolean {
  return state === 'checking' || state === 'running' || (undoneBy !== null && undoneAt === null)
}
