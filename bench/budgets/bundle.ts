import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { wrangler } from '../../scripts/wrangler.ts'
import { faultless, type Row } from './row.ts'
import { startOf } from './start.ts'

/** For the desk, for letters, for what a person posts and for small pictures: never before that. */
const HEAVY =
  /node_modules\/(@jsquash|jpeg-js|zod|lean-qr)\/|src\/(routes|views)\/(desk|office)\/|src\/(jobs|files|letters)\//

/** Letters of an act are put into the queue by whoever acts. */
const LIGHT = /src\/(letters|jobs)\/enqueue/

/** The Worker as it would be uploaded: its size, and what it evaluates before any request. */
export async function bundleRows(): Promise<Row[]> {
  const folder = mkdtempSync(resolve('.cache', 'bundle-'))
  await wrangler('deploy', '--dry-run', '--outdir', folder)
  const code = readdirSync(folder).filter((name) => /\.(js|wasm)$/.test(name))
  const bytes = code.map((name) => gzipSync(readFileSync(join(folder, name))).length)
  rmSync(folder, { recursive: true })
  const start = await startOf()
  return [
    {
      ...{ what: 'Worker bundle, gzip', limit: 600_000, unit: 'bytes' },
      measured: bytes.reduce((a, b) => a + b, 0),
    },
    {
      ...{ what: 'of it run before a citizen is answered, gzip', limit: 150_000, unit: 'bytes' },
      measured: start.bytes,
    },
    faultless(
      'desk, letters, forms’ readers or picture libraries run before a citizen is answered',
      start.files.filter((path) => HEAVY.test(path) && !LIGHT.test(path)),
    ),
  ]
}
