import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { unstable_getMiniflareWorkerOptions, unstable_readConfig } from 'wrangler'
import type { Demo, Progress } from '../seed/progress.ts'

const root = join(import.meta.dirname, '../')

/** Where `wrangler dev` keeps what it stores; the seed writes into the same files. */
const STATE = join(import.meta.dirname, '../.wrangler/state')

/** Steps played between two looks at the progress. */
const SLICE = 100

/**
 * Loads the demonstration data into a local database that has none, and prints its progress.
 * Interrupted half-way, the next start begins anew: `migrate` then lays the tables out again.
 * @returns what the demo left to show: reports with their keys, on each start; null: of an empty city
 */
export async function seedOnce(migrate: () => Promise<void>): Promise<Demo | null> {
  const script = await bundle()
  let stage = await start(script)
  try {
    const before = await ask(stage)
    if (before.demo || before.empty) return before.demo
    if (before.done > 0) {
      console.log('Demo data: it was interrupted, so it begins anew.')
      await stage.dispose()
      for (const folder of ['d1', 'r2']) rmSync(`${STATE}/v3/${folder}`, { recursive: true })
      await migrate()
      stage = await start(script)
    }
    return await play(stage)
  } finally {
    await stage.dispose()
  }
}

async function play(stage: Miniflare): Promise<Demo> {
  const now = Date.now()
  const began = performance.now()
  console.log('Demo data: ten months of reports in Dumai …')
  for (let from = 0; ; from += SLICE) {
    const { done, total, demo } = await ask(stage, { from, count: SLICE, now })
    report(done, total)
    if (!demo) continue
    console.log(`Demo data: complete after ${Math.round((performance.now() - began) / 1000)} s`)
    return demo
  }
}

/** One line that counts up on a terminal; elsewhere a line now and then. */
function report(done: number, total: number) {
  const percent = Math.floor((done / total) * 100)
  if (process.stdout.isTTY)
    process.stdout.write(`\rDemo data: ${percent} % ${done < total ? '' : '\n'}`)
  else if (Math.floor(percent / 20) > Math.floor(((done - SLICE) / total) * 5)) {
    console.log(`Demo data: ${percent} %`)
  }
}

async function ask(stage: Miniflare, slice?: Record<string, number>): Promise<Progress> {
  const query = Object.entries(slice ?? {}).map(([name, value]) => `${name}=${value}`)
  const url = `http://localhost/seed?${query.join('&')}`
  const response = await stage.dispatchFetch(url, { method: slice ? 'POST' : 'GET' })
  if (!response.ok) throw new Error(`The demo data could not be loaded:\n${await response.text()}`)
  return (await response.json()) as Progress
}

/** The seed's Worker, which is no part of the one that is deployed. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, '../seed/worker.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    conditions: ['workerd', 'worker'],
    external: ['node:*', 'cloudflare:*'],
  })
  return outputFiles[0]?.text ?? ''
}

/** Runs it with the bindings of wrangler.toml, without the consumer of the queue. */
async function start(script: string): Promise<Miniflare> {
  const config = unstable_readConfig({ config: `${root}wrangler.toml` })
  const { workerOptions } = unstable_getMiniflareWorkerOptions(config)
  const { queueConsumers: _, assets: __, modulesRules: ___, ...bindings } = workerOptions
  const stage = new Miniflare(
    convertV4MiniflareOptions({
      ...bindings,
      ...{ modules: true, script, cf: false },
      resourcePersistencePath: `${STATE}/v3`,
    }),
  )
  await stage.ready
  return stage
}
