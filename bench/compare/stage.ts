import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { unstable_readConfig } from 'wrangler'
import { newSecrets, type Secrets } from '../../scripts/secrets.ts'
import { migrate } from '../support/migrate.ts'
import { databaseFile } from '../support/server.ts'
import { bundleProduct, bundleSeed } from './build.ts'
import type { Answer, Job } from './job.ts'
import type { Seeded } from './seeding.ts'

const ROOT = '.cache/compare'

/** Tuesday 24 November 2026, 10.00 WIB: when the data set was seeded and the crawl begins. */
export const NOW = Date.parse('2026-11-24T03:00:00Z')

/** One version at work on its own copy of the data. */
export interface Side {
  checkout: string
  storage: string
  ask: (jobs: Job[]) => Promise<Answer[]>
  stop: () => Promise<void>
}

export interface DataSet {
  /** Whose seed made it. */
  checkout: string
  folder: string
  secrets: Secrets
  /** Access keys by the reports' numbers. */
  keys: Record<string, string>
}

/** The data set that a version's seed makes, kept under a name that follows from its code. */
export async function dataSetOf(checkout: string): Promise<DataSet> {
  const script = await bundleSeed(checkout)
  const name = createHash('sha256').update(script).digest('hex').slice(0, 12)
  const folder = resolve(ROOT, `data-${name}`)
  if (!existsSync(folder)) await seed(checkout, script, folder)
  const { secrets, keys } = JSON.parse(readFileSync(join(folder, 'known.json'), 'utf8'))
  return { checkout, folder, secrets, keys }
}

async function seed(checkout: string, script: string, folder: string) {
  const half = `${folder}-${process.pid}`
  mkdirSync(half, { recursive: true })
  const secrets = newSecrets()
  // the database's file is there only once a Worker has asked for it
  const first = await start(
    checkout,
    `export default { fetch: async (_, { DB }) => {
    await DB.prepare('select 1').run(); return new Response('') } }`,
    half,
    secrets,
  )
  await first.dispatchFetch('http://seed/')
  await first.dispose()
  const file = new DatabaseSync(databaseFile(half))
  migrate(file, join(checkout, 'migrations'))
  file.close()
  const stage = await start(checkout, script, half, secrets)
  let told: Seeded = { done: 0, total: 1 }
  for (let from = 0; !told.keys; from += 200) {
    const answer = await stage.dispatchFetch(`http://seed/?from=${from}&count=200&now=${NOW}`)
    if (!answer.ok) throw new Error(`the seed failed: ${await answer.text()}`)
    told = (await answer.json()) as Seeded
  }
  await stage.dispose()
  writeFileSync(join(half, 'known.json'), JSON.stringify({ secrets, keys: told.keys }))
  renameSync(half, folder)
}

/** Serves a version on a copy of the data, with migrations that only it has applied to the copy. */
export async function serve(checkout: string, data: DataSet, name: string): Promise<Side> {
  const storage = resolve(ROOT, name)
  rmSync(storage, { recursive: true, force: true })
  cpSync(data.folder, storage, { recursive: true })
  migrateCopy(storage, data.checkout, checkout)
  const stage = await start(checkout, await bundleProduct(checkout), storage, data.secrets)
  return {
    checkout,
    storage,
    ask: async (jobs) => {
      const answer = await stage.dispatchFetch('http://compare/', {
        method: 'POST',
        body: JSON.stringify(jobs),
      })
      if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`)
      return (await answer.json()) as Answer[]
    },
    stop: () => stage.dispose(),
  }
}

/** A version may have more migrations than the one whose seed made the data. */
function migrateCopy(storage: string, from: string, to: string): void {
  const known = new Set(readdirSync(join(from, 'migrations')))
  const added = readdirSync(join(to, 'migrations')).filter(
    (n) => n.endsWith('.sql') && !known.has(n),
  )
  if (added.length === 0) return
  const file = new DatabaseSync(databaseFile(storage))
  for (const name of added.sort())
    file.exec(
      readFileSync(join(to, 'migrations', name), 'utf8').replaceAll('--> statement-breakpoint', ''),
    )
  file.close()
}

async function start(checkout: string, script: string, storage: string, secrets: Secrets) {
  const config = unstable_readConfig({ config: join(checkout, 'wrangler.toml') })
  const stage = new Miniflare(
    convertV4MiniflareOptions({
      ...{ name: 'compared', modules: true, script, cf: false },
      compatibilityDate: config.compatibility_date,
      compatibilityFlags: config.compatibility_flags,
      d1Databases: { DB: 'compared' },
      r2Buckets: { FILES: 'files', BACKUPS: 'backups' },
      bindings: { ...secrets, PUBLIC_URL: 'http://seed' },
      // what the product logs of errors is on its pages as well
      handleStructuredLogs: () => {},
      resourcePersistencePath: join(storage, 'v3'),
    } as never),
  )
  await stage.ready
  return stage
}
