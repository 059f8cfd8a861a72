import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { unstable_getMiniflareWorkerOptions } from 'wrangler'
import { newSecrets, type Secrets } from '../../scripts/secrets.ts'
import { quiet, wrangler } from '../../scripts/wrangler.ts'

const ROOT = '.cache/budgets'

export interface Running {
  url: string
  /** Of V8, where it was asked for. */
  inspector: URL | null
  stop: () => Promise<void>
}

/** The same for every server of one run, so that a database filled beforehand fits its Worker. */
export const secrets: Secrets = newSecrets()

/** Builds the measured Worker once, as it would be deployed. Returns its folder. */
export async function buildMeasured(): Promise<string> {
  const folder = `${ROOT}/measured`
  const entry = 'bench/support/measured-worker.ts'
  await wrangler('deploy', entry, '--dry-run', '--outdir', folder)
  return folder
}

/** A new folder of storage with all migrations applied. */
export async function newStorage(): Promise<string> {
  mkdirSync(ROOT, { recursive: true })
  const folder = mkdtempSync(resolve(ROOT, 'state-'))
  await wrangler('d1', 'migrations', 'apply', 'DB', '--local', `--persist-to=${folder}`)
  return folder
}

/** A second folder with the same content; the server must be down. */
export function copyStorage(folder: string): string {
  const copy = mkdtempSync(resolve(ROOT, 'state-'))
  cpSync(folder, copy, { recursive: true })
  return copy
}

export function dropStorage(folder: string) {
  return rmSync(folder, { recursive: true, force: true })
}

/** The one SQLite file of the city in a folder of storage. */
export function databaseFile(folder: string): string {
  const place = join(folder, 'v3/d1/miniflare-D1DatabaseObject')
  const name = readdirSync(place).find((n) => n.endsWith('.sqlite') && n !== 'metadata.sqlite')
  if (!name || !existsSync(join(place, name))) throw new Error(`no database under ${folder}`)
  return join(place, name)
}

/** Serves a built Worker on a random port over a folder of storage, without wrangler's proxy. */
export async function serve(built: string, storage: string, inspected = false): Promise<Running> {
  Object.assign(process.env, quiet)
  const { workerOptions } = unstable_getMiniflareWorkerOptions('wrangler.toml')
  const bindings = {
    ...(workerOptions.bindings as object),
    ...secrets,
    PUBLIC_URL: 'http://127.0.0.1',
  }
  const options = convertV4MiniflareOptions({
    workers: [
      {
        ...(workerOptions as object),
        name: 'tanggap',
        modulesRoot: resolve(built),
        modules: modulesOf(built),
        bindings,
      },
    ],
    port: 0,
    ...(inspected ? { inspectorPort: 0 } : {}),
    cf: false,
    // the Worker's own line per request would drown the table
    handleStructuredLogs: ({ level, message }: { level: string; message: string }) => {
      if (level === 'error' || level === 'warn') console.error(message)
    },
    resourcePersistencePath: join(storage, 'v3'),
  } as never)
  const miniflare = new Miniflare(options)
  const { origin } = await miniflare.ready
  const inspector = inspected
    ? new URL('/core:user:tanggap', await miniflare.getInspectorURL())
    : null
  return { url: origin, inspector, stop: () => miniflare.dispose() }
}

function modulesOf(built: string) {
  const names = readdirSync(built)
  const code = ['index.js', 'measured-worker.js'].filter((name) => names.includes(name))
  const compiled = names.filter((name) => name.endsWith('.wasm'))
  return [
    ...code.map((name) => ({ type: 'ESModule' as const, path: resolve(built, name) })),
    ...compiled.map((name) => ({ type: 'CompiledWasm' as const, path: resolve(built, name) })),
  ]
}
