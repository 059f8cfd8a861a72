import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { wrangler } from '../../scripts/wrangler.ts'
import { faultless, type Row } from './row.ts'

/** Loaded by staff sign-in alone, see docs of src/auth, and where small pictures are made. */
const HEAVY = /node_modules\/(better-auth|@better-auth|kysely|jose|@noble|@jsquash)\//

interface Meta {
  inputs: Record<string, { imports: { path: string; kind: string }[] }>
}

/** The Worker as it would be uploaded: its size, and what it evaluates before any request. */
export async function bundleRows(): Promise<Row[]> {
  const folder = mkdtempSync(resolve('.cache', 'bundle-'))
  const metafile = join(folder, 'meta.json')
  await wrangler('deploy', '--dry-run', '--outdir', folder, '--metafile', metafile)
  const code = readdirSync(folder).filter((name) => /\.(js|wasm)$/.test(name))
  const bytes = code.map((name) => gzipSync(readFileSync(join(folder, name))).length)
  const meta = JSON.parse(readFileSync(metafile, 'utf8')) as Meta
  rmSync(folder, { recursive: true })
  return [
    {
      ...{ what: 'Worker bundle, gzip', limit: 600_000, unit: 'bytes' },
      measured: bytes.reduce((a, b) => a + b, 0),
    },
    faultless(
      'sign-in or picture library evaluated on public paths',
      atOnce(meta).filter((path) => HEAVY.test(path)),
    ),
  ]
}

/** Modules that run when the Worker starts: those reached without a dynamic import. */
function atOnce({ inputs }: Meta): string[] {
  const entry = Object.keys(inputs).find((path) => path.endsWith('src/index.ts'))
  if (!entry) throw new Error('the bundle does not name its entry')
  const seen = new Set([entry])
  for (const path of seen)
    for (const { path: next, kind } of inputs[path]?.imports ?? [])
      if (kind !== 'dynamic-import' && inputs[next]) seen.add(next)
  return [...seen]
}
