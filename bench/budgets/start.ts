import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Metafile, type Plugin } from 'esbuild'
import { unstable_readConfig } from 'wrangler'

/** What runs before the first answer to a citizen. */
export interface Start {
  /** Bytes of its code, gzipped. */
  bytes: number
  /** The files that it is made of. */
  files: string[]
}

/**
 * Cut where the code says `await import`: what the entry reaches without one runs when the Worker
 * starts. In the one file that is deployed the rest stands in functions that nobody has called yet.
 */
export async function startOf(entry = 'src/index.ts'): Promise<Start> {
  const { metafile, outputFiles } = await build({
    ...{ entryPoints: [entry], bundle: true, splitting: true, format: 'esm', minify: true },
    ...{ write: false, metafile: true, outdir: 'start', target: 'es2024', logLevel: 'error' },
    // as wrangler bundles
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*', '*.wasm'],
    plugins: [absent],
  })
  const pieces = reached(metafile, entry)
  const code = outputFiles.filter(({ path }) => pieces.some((piece) => path.endsWith(`/${piece}`)))
  return {
    bytes: gzipSync(Buffer.concat(code.map(({ contents }) => contents))).length,
    files: pieces.flatMap((piece) => Object.keys(metafile.outputs[piece]?.inputs ?? {})),
  }
}

/** What wrangler.toml puts in the place of parts of libraries. */
const absent: Plugin = {
  name: 'absent',
  setup({ onResolve }) {
    const { alias = {} } = unstable_readConfig({ config: 'wrangler.toml' })
    onResolve({ filter: /./ }, ({ path }) => (alias[path] ? { path: resolve(alias[path]) } : null))
  },
}

function reached({ outputs }: Metafile, entry: string): string[] {
  const first = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === entry)
  if (!first) throw new Error(`the bundle does not name ${entry}`)
  const seen = new Set([first])
  for (const piece of seen)
    for (const { path, kind } of outputs[piece]?.imports ?? [])
      if (kind === 'import-statement' && outputs[path]) seen.add(path)
  return [...seen]
}
