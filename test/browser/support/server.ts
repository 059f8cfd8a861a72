import { existsSync, readdirSync } from 'node:fs'
import { createTestHarness, type TestHarness } from 'wrangler'
import { newSecrets } from '../../../scripts/secrets.ts'
import { wrangler } from '../../../scripts/wrangler.ts'

const BUILD = '.cache/worker'

export type Server = { url: string; harness: TestHarness }

/**
 * Builds the Worker as it would be deployed and serves it on a random port with storage of its
 * own, new secrets and all migrations applied. End it with `harness.close()`.
 */
export async function startServer(): Promise<Server> {
  await wrangler('deploy', '--dry-run', '--outdir', BUILD)
  const worker = { configPath: 'wrangler.toml', prebuiltWorkerDir: BUILD, secrets: newSecrets() }
  const harness = createTestHarness({ workers: [worker] })
  const { url } = await harness.listen()
  // the address is known only now, and the Worker must know it to write links
  await harness.update({ workers: [{ ...worker, vars: { PUBLIC_URL: url.origin } }] })
  if (hasMigrations()) await harness.getWorker().applyD1Migrations('DB')
  return { url: (await harness.listen()).url.origin, harness }
}

function hasMigrations(): boolean {
  return existsSync('migrations') && readdirSync('migrations').some((name) => name.endsWith('.sql'))
}
