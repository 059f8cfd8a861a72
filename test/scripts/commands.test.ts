import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isLong } from '../support/rounds.ts'

/** Commands of others' tools, which answer for themselves. */
const TOOLS = ['test', 'test:long', 'test:old', 'fix', 'types', 'db:generate']

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>
}
const commands = Object.entries(scripts)
  .filter(([name]) => !TOOLS.includes(name))
  .map(([name, line]) => [name, line.replace(/^node /, '')] as const)

/** Called without what they cannot do without. */
const NEEDY = ['admin:invite', 'calendar', 'keys', 'readonly', 'restore']

const root = process.cwd()
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'commands-'))
  for (const name of [
    'src',
    'migrations',
    'node_modules',
    'package.json',
    'wrangler.toml',
    'public',
  ])
    symlinkSync(join(root, name), join(folder, name))
  mkdirSync(join(folder, '.wrangler/state'), { recursive: true })
})

afterAll(() => rmSync(folder, { recursive: true }))

const started = (file: string, ...args: string[]) => {
  const child = spawn(process.execPath, ['--no-warnings', join(root, file), ...args], {
    cwd: folder,
    // a group of its own, as a terminal gives it: Ctrl-C reaches all of it
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      text += chunk
    })
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, text }))
  return { child, ended }
}

test('every command of package.json is one of ours or a known tool', () => {
  for (const [name, file] of commands) expect(existsSync(file), name).toBe(true)
})

test.each(commands)(
  '%s refuses an unknown option in one sentence, and does nothing',
  async (_, file) => {
    const { code, text } = await started(file, '--tidak-ada').ended
    expect([code, text]).toEqual([1, "Unknown option '--tidak-ada'. Try --help.\n"])
    // npm run reset, too
    expect(existsSync(join(folder, '.wrangler/state'))).toBe(true)
  },
)

test.runIf(isLong).each(commands)('%s explains itself, and does nothing', async (name, file) => {
  for (const asked of ['--help', '-h']) {
    const { code, text } = await started(file, asked).ended
    expect([code, text]).toEqual([0, expect.stringContaining(`npm run ${name}`)])
  }
  expect(existsSync(join(folder, '.wrangler/state'))).toBe(true)
})

test.concurrent.each(commands.filter(([name]) => NEEDY.includes(name)))(
  '%s without what it needs explains itself, and fails',
  async (name, file) => {
    const { code, text } = await started(file).ended
    expect([code, text]).toEqual([1, expect.stringContaining(`npm run ${name}`)])
  },
)

const wrong: [name: string, args: string[], said: RegExp][] = [
  ['calendar', ['2028', 'none.json'], /^none\.json is not there\.$/],
  ['calendar', ['28', 'package.json'], /year|holidays|source/],
  ['restore', ['none'], /none/],
  ['check:history', ['--database', 'none.sqlite'], /./],
  ['check:history', [], /./],
  ['deploy', ['--url', 'http://lapor.kota.go.id'], /must begin with https/],
  ['deploy', ['--url', 'https://lapor.kota.go.id/x'], /must not have a path/],
  ['deploy', [], /Say where the site is reached/],
  ['keys', ['rotate'], /Bring the copy of the secrets/],
  ['keys', ['nothing'], /npm run keys/],
  ['admin:invite', ['rina'], /rina is no e-mail address/],
  ['readonly', ['perhaps'], /npm run readonly/],
]

test.runIf(isLong).each(wrong)('%s %j is refused in words', async (name, args, said) => {
  const file = Object.fromEntries(commands)[name] ?? ''
  const { code, text } = await started(file, ...args).ended
  expect([code, text.trim()]).toEqual([1, expect.stringMatching(said)])
  expect(text).not.toMatch(/^ {4}at |node:internal/m)
})

test('reset takes nothing away from under a running server', async () => {
  const pid = join(folder, '.wrangler/state/server.pid')
  writeFileSync(pid, String(process.pid))
  const { code, text } = await started('scripts/reset.ts').ended
  rmSync(pid)
  expect([code, text]).toEqual([1, expect.stringContaining('End npm run dev first')])
  expect(existsSync(join(folder, '.wrangler/state'))).toBe(true)
})

test.runIf(isLong)('reset runs twice', async () => {
  for (let i = 0; i < 2; i++) expect((await started('scripts/reset.ts').ended).code).toBe(0)
  expect(existsSync(join(folder, '.wrangler/state'))).toBe(false)
})

test.runIf(isLong)(
  'Ctrl-C ends a deployment without a stack, and it is not taken for done',
  async () => {
    const { child, ended } = started('scripts/deploy.ts', '--dry-run')
    child.stdout.once('data', () => process.kill(-(child.pid ?? 0), 'SIGINT'))
    const { code, text } = await ended
    expect(code).not.toBe(0)
    expect(text).not.toMatch(/^ {4}at |node:internal|Nothing was changed/m)
  },
)
