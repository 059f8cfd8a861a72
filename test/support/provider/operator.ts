import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Ended } from '../../scripts/run.ts'
import type { Provider } from './server.ts'

const root = join(import.meta.dirname, '../../..')

/** Somebody at a terminal with the repository, an account and nothing else. */
export interface Operator {
  folder: string
  /** As npm run does it: with the real wrangler, against the stand-in. */
  run: (script: string, args?: string[], env?: NodeJS.ProcessEnv) => Promise<Ended>
  /** A line at the terminal, npm and npx included. */
  type: (line: string) => Promise<Ended>
  leave: () => void
}

export const URL_OF_CITY = 'https://lapor.kota.go.id'

/** Wrangler is 15 MB of JavaScript, compiled once for all its starts. */
const HASTE = { HEALTH_WAIT: '1', NODE_COMPILE_CACHE: join(root, '.cache/compiled') }

/** What the operator's machine reaches at the city's address and at public DNS is the stand-in. */
const REACH = `const real = globalThis.fetch
const to = (url) => String(url)
  .replace(/^https:\\/\\/[^/]*kota\\.go\\.id/, process.env.SITE)
  .replace(/^https:\\/\\/cloudflare-dns\\.com/, process.env.SITE)
globalThis.fetch = (url, init) => real(to(url), init)`

/** A copy of the repository as far as an operator writes to it; the rest is linked. */
export function operatorOf({ env }: Pick<Provider, 'env'>): Operator {
  const folder = mkdtempSync(join(tmpdir(), 'operator-'))
  for (const name of ['src', 'migrations', 'node_modules', 'package.json'])
    symlinkSync(join(root, name), join(folder, name))
  for (const name of ['wrangler.toml', 'public', 'scripts', 'seed'])
    cpSync(join(root, name), join(folder, name), { recursive: true })
  const settings = join(folder, 'seed/settings.ts')
  // the city's own data, as docs/operations.md has it put there before the first deployment
  writeFileSync(settings, readFileSync(settings, 'utf8').replace('dumai.contoh.id', 'kota.go.id'))
  const reach = `--import=data:text/javascript,${encodeURIComponent(REACH)}`
  const start = (file: string, args: string[], more: NodeJS.ProcessEnv) =>
    new Promise<Ended>((resolve) => {
      const all = { ...process.env, ...HASTE, ...env, ...more }
      execFile(file, args, { cwd: folder, env: all, maxBuffer: 1e8 }, (error, out, err) =>
        resolve({ code: error ? Number(error.code ?? 1) : 0, text: out + err }),
      )
    })
  const run: Operator['run'] = (script, args = [], more = {}) =>
    start(
      process.execPath,
      ['--no-warnings', reach, join(folder, `scripts/${script}.ts`), ...args],
      more,
    )
  const type: Operator['type'] = (line) =>
    start('sh', ['-c', line], { NODE_OPTIONS: reach, WRANGLER_LOG: 'log' })
  return { folder, run, type, leave: () => rmSync(folder, { recursive: true }) }
}
