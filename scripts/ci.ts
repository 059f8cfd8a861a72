import { spawn } from 'node:child_process'
import { cpSync, existsSync, globSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { plain } from './shell.ts'
import { quiet } from './wrangler.ts'

type Step = {
  name: string
  command: string[]
  env?: Record<string, string>
  /** False where there is nothing to check yet. */
  when?: boolean
  /** Has the machine to itself. */
  alone?: boolean
  /** What else must hold once the command has succeeded; returns the problem. */
  check?: () => string | undefined
}

const drift = '.cache/migrations'

const steps: Step[] = [
  { name: 'types of the Worker and its tests', command: ['tsc', '-p', 'tsconfig.json'] },
  { name: 'types of scripts and browser tests', command: ['tsc', '-p', 'tsconfig.node.json'] },
  { name: 'lint and format', command: ['biome', 'check', '--error-on-warnings'] },
  { name: 'dead code', command: ['knip', '--no-progress', '--no-config-hints'] },
  {
    name: 'migrations match the schema',
    when: existsSync('migrations'),
    command: ['drizzle-kit', 'generate'],
    env: { MIGRATIONS: drift },
    check: newMigrations,
  },
  { name: 'deployable', command: ['wrangler', 'deploy', '--dry-run', '--outdir=.cache/deploy'] },
  { name: 'tests', when: !testsJustRan(), alone: true, command: ['vitest', 'run'] },
  { name: 'budgets', alone: true, command: ['node', 'scripts/budgets.ts'] },
]

const HELP = `Runs everything that must hold before a change is brought in.

  npm run ci
  TESTED=REPORT npm run ci     without the tests, where that report of theirs still holds`

/** Beside each other; what reads the same files is no hindrance. */
const AT_ONCE = 2

let failed = 0

await plain(HELP, checkAll)

async function checkAll(): Promise<number> {
  rmSync(drift, { recursive: true, force: true })
  if (existsSync('migrations')) cpSync('migrations', drift, { recursive: true })
  const due = steps.filter((step) => step.when ?? true)
  const short = due.filter((step) => !step.alone)
  await Promise.all(Array.from({ length: AT_ONCE }, () => take(short)))
  await take(due.filter((step) => step.alone))
  console.log(`${due.length - failed} passed, ${failed} failed`)
  return failed ? 1 : 0
}

/** Takes one step after the other until none is left. */
async function take(waiting: Step[]): Promise<void> {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const start = performance.now()
    const problem = await run(step)
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    console.log(`${problem === undefined ? 'pass' : 'FAIL'}  ${step.name} (${seconds} s)`)
    if (problem === undefined) continue
    failed++
    console.log(problem)
  }
}

/** Returns nothing when the step passed, else what it said. */
async function run({ command, env, check }: Step): Promise<string | undefined> {
  const [program = '', ...args] = command
  const PATH = `node_modules/.bin${delimiter}${process.env.PATH}`
  const child = spawn(program, args, {
    env: { ...process.env, ...quiet, ...env, PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
    })
  }
  const code = await new Promise((resolve) => child.once('close', resolve))
  return code === 0 ? check?.() : output
}

function newMigrations(): string | undefined {
  const known = existsSync('migrations') ? readdirSync('migrations') : []
  const extra = readdirSync(drift).filter((name) => !known.includes(name))
  if (extra.length) return `The schema has changes without a migration: ${extra.join(', ')}`
}

/**
 * .ci/run names the report of the tests it has just run, so that they need not run twice. It holds
 * as long as every test passed and no file of the project is younger than their start.
 */
function testsJustRan(): boolean {
  const report = process.env.TESTED
  if (!report || !existsSync(report)) return false
  const { success, startTime } = JSON.parse(readFileSync(report, 'utf8'))
  return success === true && !changedSince(startTime)
}

/** Whether a file that tests depend on was written after `start`, in milliseconds since 1970. */
function changedSince(start: number): boolean {
  const sources = ['*', '{bench,docs,migrations,public,scripts,seed,src,test}/**']
  return globSync(sources, { exclude: ['public/js/**'], withFileTypes: true }).some(
    (entry) => entry.isFile() && statSync(join(entry.parentPath, entry.name)).mtimeMs > start,
  )
}
