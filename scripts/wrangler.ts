import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { delimiter, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const bin = join(root, 'node_modules/.bin')
const cli = join(root, 'node_modules/wrangler/wrangler-dist/cli.js')

/** Wrangler asks no question, sends no metrics, looks for no update, keeps no traces. */
export const quiet = {
  CI: '1',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  X_LOCAL_OBSERVABILITY: 'false',
  WRANGLER_LOG_PATH: '.wrangler/logs',
}

/**
 * Starts wrangler in a process group of its own: its wrapper leaves workerd alive when it is
 * ended, so we skip the wrapper, `stop` ends the group, and our own end takes it along.
 */
export function startWrangler(args: string[]) {
  const child = spawn(process.execPath, ['--no-warnings', cli, ...args], {
    cwd: root,
    env: { ...process.env, ...quiet },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const end = () => signal(child, 'SIGKILL')
  process.once('exit', end)
  child.once('close', () => process.off('exit', end))
  return child
}

/** Runs wrangler to its end; throws with its output when it fails. */
export async function wrangler(...args: string[]): Promise<string> {
  const child = startWrangler(args)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
    })
  }
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`wrangler ${args.join(' ')} failed:\n${output}`)
  return output
}

export interface Ran {
  code: number
  out: string
  err: string
}

/** Runs the wrangler that is on the PATH, else the project's own. `input` goes to its stdin. */
export async function spawnWrangler(args: string[], input: string): Promise<Ran> {
  const PATH = `${process.env.PATH ?? ''}${delimiter}${bin}`
  // below this level it swallows what --json asks for
  const env = { ...process.env, ...quiet, WRANGLER_LOG: 'log', PATH }
  const child = spawn('wrangler', args, { env })
  const ran = { code: 1, out: '', err: '' }
  child.stdout.on('data', (chunk) => {
    ran.out += chunk
  })
  child.stderr.on('data', (chunk) => {
    ran.err += chunk
  })
  child.stdin.on('error', () => {
    // it ended without reading; its exit code says how
  })
  child.stdin.end(input)
  const [code] = await once(child, 'close')
  ran.code = code ?? 1
  return ran
}

/** Ends a wrangler and everything it started: politely, after four seconds by force. */
export async function stop(child: ChildProcess): Promise<void> {
  const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null
  signal(child, 'SIGTERM')
  const force = setTimeout(() => signal(child, 'SIGKILL'), 4_000)
  await ended
  clearTimeout(force)
  signal(child, 'SIGKILL')
}

function signal(child: ChildProcess, name: NodeJS.Signals) {
  if (!child.pid) return
  try {
    process.kill(-child.pid, name)
  } catch {
    // the group is gone already
  }
}
