import { parseArgs } from 'node:util'
import { explain, main } from '../scripts/shell.ts'
import { build, patterns } from '../src/paths.ts'
import { growthRow, pageRows } from './budgets/database.ts'
import { SOUGHT } from './budgets/drawn.ts'
import { pagesOf, visit } from './budgets/pages.ts'
import { printTable, type Row } from './budgets/row.ts'
import { emptyCity, type Person, type Stage, setStage } from './budgets/stage.ts'
import { profileRows } from './profile/pages.ts'
import { ask } from './support/http.ts'
import { buildMeasured, dropStorage } from './support/server.ts'

const HELP = `Compares the server's time over a small and a large city, side by side.

  npm run bench                                  10,000 against 1,000,000 complaints: about ten
                                                 minutes, 4 GB of disk, 4 GB of memory
  npm run bench -- --large 100000 --rounds 50    smaller and quicker

Each page is asked of both in turn; the medians' ratio must be at most 1.2. "anywhere" and "any" are
drawn by chance. Then rows and trips of every page in both, and from V8's profile of the isolate where
the work of queue and case goes. Ends with 1 where a row is over its limit.`

const LIMIT = 1.2

async function compare({ small, large, rounds }: Record<'small' | 'large' | 'rounds', string>) {
  const now = Date.now()
  const built = await buildMeasured()
  const empty = await emptyCity(now)
  const stages: Stage[] = []
  for (const count of [Number(small), Number(large)]) {
    const start = performance.now()
    stages.push(await setStage(built, empty, count, now, true))
    console.log(
      `${count} complaints filled in ${((performance.now() - start) / 1000).toFixed(0)} s`,
    )
  }
  const [few, many] = stages
  if (!few || !many) throw new Error('two cities are needed')
  const rows = await rowsOf([few, many])
  let slow = 0
  for (const page of PAGES) {
    const { name } = page
    const [a, b] = await sideBySide([few, many], page.visit, Number(rounds))
    const ratio = b / a
    if (ratio > LIMIT) slow++
    const times = `${a.toFixed(2)} ms  ${b.toFixed(2)} ms  ratio ${ratio.toFixed(2)}`
    console.log(`${ratio > LIMIT ? 'FAIL' : 'pass'}  ${name.padEnd(24)}  ${times}`)
  }
  rows.push(...(await workRows(many, built)))
  for (const stage of stages) {
    await stage.close()
    dropStorage(stage.storage)
  }
  dropStorage(empty)
  console.log(`${PAGES.length - slow} passed, ${slow} failed`)
  return slow + printTable(rows)
}

/** Rows of every page and of those drawn, alike in both cities. */
async function rowsOf([few, many]: [Stage, Stage]): Promise<Row[]> {
  const small = await visit(few, await pagesOf(few))
  const large = await visit(many, await pagesOf(many))
  return [...pageRows(large), growthRow(small, large, [few.count, many.count])]
}

async function workRows(stage: Stage, built: string): Promise<Row[]> {
  const page = async (name: string) => {
    const [target] = (await PAGES.find((one) => one.name === name)?.visit(stage)) ?? []
    if (!target) throw new Error(`no page ${name}`)
    return { name, ...target }
  }
  const bundle = `${built}/measured-worker.js`
  return profileRows(stage, bundle, [await page('form'), await page('queue'), await page('case')])
}

/** Asked in turn: one, or those that were drawn. */
type Visit = (stage: Stage) => Promise<{ path: string; cookie?: string }[]>

/** Median milliseconds of each; asked in turn, so that what else the machine does hits both alike. */
async function sideBySide(stages: [Stage, Stage], visit: Visit, rounds: number) {
  const targets = [await visit(stages[0]), await visit(stages[1])] as const
  const times: [number[], number[]] = [[], []]
  for (let round = -10; round < rounds; round++)
    for (const i of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const { path = '', cookie } = targets[i].at(Math.abs(round) % targets[i].length) ?? {}
      const start = performance.now()
      const answer = await ask(stages[i].url + path, { cookie })
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
      if (round >= 0) times[i].push(performance.now() - start)
    }
  return times.map(median) as [number, number]
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}

function open(path: string): Visit {
  return async () => [{ path }]
}

/** Of each that was drawn by chance. */
function drawn(path: (drawn: Stage['drawn'], i: number) => string, by?: Person): Visit {
  return async (stage) =>
    stage.drawn.places.map((_, i) => ({
      path: path(stage.drawn, i),
      cookie: by && stage.staff[by],
    }))
}

function before({ places }: Stage['drawn'], i: number): string {
  return `sebelum=${places[i]}`
}

const PAGES: { name: string; visit: Visit }[] = [
  { name: 'home', visit: open(patterns.home) },
  { name: 'form', visit: open(patterns.report) },
  { name: 'list', visit: open(patterns.reports) },
  { name: 'list, anywhere', visit: drawn((d, i) => `${patterns.reports}?${before(d, i)}`) },
  { name: 'search of one word', visit: open(`${patterns.reports}?q=jalan`) },
  {
    name: 'search, anywhere',
    visit: drawn((d, i) => `${patterns.reports}?q=${SOUGHT[i % SOUGHT.length]}&${before(d, i)}`),
  },
  {
    name: 'search with facets',
    visit: open(`${patterns.reports}?q=parit&kecamatan=1&status=closed`),
  },
  {
    name: 'public page',
    visit: async ({ cases }) => [
      { path: build('publicReport', { nomor: cases.confirmed.reference }) },
    ],
  },
  {
    name: 'public page, any',
    visit: drawn((d, i) => build('publicReport', { nomor: d.released[i] ?? '' })),
  },
  { name: 'agency', visit: async ({ agency }) => [{ path: build('agency', agency) }] },
  {
    name: 'status',
    visit: async (stage) => [
      {
        path: build('status', { nomor: stage.cases.proposed.reference }),
        cookie: await stage.reporter(stage.cases.proposed),
      },
    ],
  },
  {
    name: 'queue',
    visit: async ({ staff }) => [{ path: build('queue', { view: 'opd' }), cookie: staff.liaison }],
  },
  {
    name: 'queue, anywhere',
    visit: drawn((d, i) => `${build('queue', { view: 'opd' })}?setelah=${d.ranks[i]}`, 'liaison'),
  },
  {
    name: 'staff search',
    visit: async ({ staff }) => [
      { path: `${patterns.staffSearch}?q=jalan`, cookie: staff.liaison },
    ],
  },
  {
    name: 'staff search, anywhere',
    visit: drawn(
      (d, i) => `${patterns.staffSearch}?q=${SOUGHT[i % SOUGHT.length]}&${before(d, i)}`,
      'liaison',
    ),
  },
  {
    name: 'case',
    visit: async ({ staff, cases }) => [
      { path: build('caseFile', { nomor: cases.taken.reference }), cookie: staff.liaison },
    ],
  },
  {
    name: 'case, any',
    visit: drawn((d, i) => build('caseFile', { nomor: d.references[i] ?? '' }), 'verifier'),
  },
]

await main(async (shell, args) => {
  const { values } = parseArgs({
    args,
    options: {
      small: { type: 'string', default: '10000' },
      large: { type: 'string', default: '1000000' },
      rounds: { type: 'string', default: '200' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return explain(shell, HELP, true)
  process.exit((await compare(values)) > 0 ? 1 : 0)
})
