import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { bundleScripts } from './build.ts'
import { caseFiles, deskPages } from './crawl/desk-pages.ts'
import { signInAll } from './crawl/people.ts'
import { publicPages, publicReports, wrongWays } from './crawl/public-pages.ts'
import { refusals } from './crawl/refusals.ts'
import { reporterPages, wrongKeys } from './crawl/reporter-pages.ts'
import { query, samplesOf } from './crawl/samples.ts'
import { Visitor } from './crawl/visitor.ts'
import { APPROVING } from './job.ts'
import { lives } from './life/lives.ts'
import { Report } from './report.ts'
import { compareRows, unused } from './rows.ts'
import { RULES } from './rules.ts'
import { type DataSet, dataSetOf, NOW, serve } from './stage.ts'

const HELP = `Crawls two versions over equal copies of one data set and compares every answer, byte for byte.

  node bench/compare/run.ts --before CHECKOUT [--after CHECKOUT]

  --before   the version that counts as right; its seed makes the data set, once
  --after    the version to judge; this checkout unless told
  --only     public, desk, reporter, refusals or lives; may be repeated
  --except   leaves out what a rule of rules.ts names, such as english; 'all' for each of them
  --show     how many differences to print (20)

Each checkout needs its node_modules. Ends with 1 where anything differs.`

const { values } = parseArgs({
  options: {
    before: { type: 'string' },
    after: { type: 'string', default: '.' },
    only: { type: 'string', multiple: true, default: [] },
    except: { type: 'string', multiple: true, default: [] },
    show: { type: 'string', default: '20' },
    help: { type: 'boolean', short: 'h' },
  },
})

async function compare(before: string, after: string): Promise<number> {
  const began = performance.now()
  const all = values.except.includes('all')
  const rules = RULES.filter(({ name }) => all || values.except.includes(name))
  for (const { name, why } of rules) console.log(`Left out: ${name} (${why})`)
  const report = new Report(rules)
  const data = await dataSetOf(before)
  console.log(`Data set of ${Object.keys(data.keys).length} reports after ${since(began)}`)
  const sides = await Promise.all([serve(before, data, 'before'), serve(after, data, 'after')])
  try {
    await crawl(new Visitor(sides[0], sides[1], report, NOW), data)
  } finally {
    await Promise.all(sides.map((side) => side.stop()))
  }
  compareRows(report, sides[0].storage, sides[1].storage)
  await compareFiles(report, before, after)
  report.print(Number(values.show), '.cache/compare/differences.txt')
  if (values.only.length === 0)
    for (const line of await unused(sides[0].storage, before, NOW)) console.log(line)
  console.log(`After ${since(began)}`)
  return report.differences.length
}

async function crawl(visitor: Visitor, data: DataSet): Promise<void> {
  const wanted = (part: string) => values.only.length === 0 || values.only.includes(part)
  const samples = samplesOf(data.folder)
  const agencies = query<{ id: number; slug: string }>(
    data.folder,
    'select id, slug from agency order by id',
  )
  const idOf = (slug: string) => String(agencies.find((one) => one.slug === slug)?.id)
  const city = {
    dishub: idOf('dinas-perhubungan'),
    pupr: idOf(APPROVING),
    inspektorat: idOf('inspektorat'),
  }
  const [first] = samples
  if (!first) throw new Error('the data set is empty')
  await signInAll(visitor)
  const parts: [string, () => Promise<void>][] = [
    [
      'public',
      () =>
        publicPages(
          visitor,
          agencies.map(({ slug }) => slug),
        ),
    ],
    ['public', () => publicReports(visitor, samples)],
    ['public', () => wrongWays(visitor, first.nomor)],
    ['desk', () => deskPages(visitor)],
    ['desk', () => caseFiles(visitor, samples)],
    ['reporter', () => reporterPages(visitor, samples, data.keys)],
    ['reporter', () => wrongKeys(visitor, first.nomor)],
    ['refusals', () => refusals(visitor, samples, data.keys)],
    ['lives', () => lives(visitor, city, samples)],
  ]
  for (const [part, work] of parts) if (wanted(part)) await timed(part, work)
}

async function timed(part: string, work: () => Promise<void>): Promise<void> {
  const began = performance.now()
  await work()
  console.log(`${part}: ${since(began)}`)
}

/** What is served beside the Worker: the browser's scripts and the files of public/. */
async function compareFiles(report: Report, before: string, after: string): Promise<void> {
  const scripts = await Promise.all([before, after].map(bundleScripts))
  for (const path of new Set(scripts.flatMap(Object.keys)))
    report.text('files', path, scripts[0]?.[path] ?? '', scripts[1]?.[path] ?? '')
  const files = (root: string) =>
    readdirSync(join(root, 'public'), { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile() && !one.parentPath.endsWith('/js'))
      .map((one) => join(one.parentPath, one.name).slice(root.length))
  for (const path of new Set([before, after].flatMap(files)))
    report.text(
      'files',
      path,
      ...([before, after].map((root) => read(root + path)) as [string, string]),
    )
}

function read(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return '(none)'
  }
}

function since(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(0)} s`
}

if (values.help || !values.before) console.log(HELP)
else process.exit((await compare(resolve(values.before), resolve(values.after))) > 0 ? 1 : 0)
