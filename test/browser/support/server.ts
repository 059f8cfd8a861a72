import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestHarness, type TestHarness } from 'wrangler'
import { newSecrets } from '../../../scripts/secrets.ts'
import { wrangler } from '../../../scripts/wrangler.ts'

const BUILD = '.cache/worker'

export type Server = {
  url: string
  harness: TestHarness
  /** Folder in which database and files lie, to be read as bytes and removed at the end. */
  storage: string
}

/**
 * Builds the Worker as it would be deployed and serves it on a random port with storage of its
 * own, new secrets and all migrations applied. End it with `harness.close()`.
 */
export async function startServer(): Promise<Server> {
  await wrangler('deploy', '--dry-run', '--outdir', BUILD)
  const worker = { configPath: 'wrangler.toml', prebuiltWorkerDir: BUILD, secrets: newSecrets() }
  const storage = mkdtempSync(join(tmpdir(), 'tanggap-'))
  // the harness takes no folder, but keeps its storage below the system's folder for such things
  const before = process.env.TMPDIR
  process.env.TMPDIR = storage
  const harness = createTestHarness({ workers: [worker] })
  const { url } = await harness.listen()
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
  // the address is known only now, and the Worker must know it to write links
  await harness.update({ workers: [{ ...worker, vars: { PUBLIC_URL: named(url) } }] })
  if (hasMigrations()) await harness.getWorker().applyD1Migrations('DB')
  return { url: named((await harness.listen()).url), harness, storage }
}

/** By name: no passkey belongs to a number. */
function named(url: URL): string {
  return `http://localhost:${url.port}`
}

function hasMigrations(): boolean {
  return existsSync('migrations') && readdirSync('migrations').some((name) => name.endsWith('.sql'))
}
