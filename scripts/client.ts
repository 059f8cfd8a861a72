import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '../')
const out = `${root}public/js`

/** Builds the browser scripts of src/client into public/js, beside htmx; wrangler calls it first. */
mkdirSync(out, { recursive: true })
await build({
  entryPoints: ['keep', 'form', 'check', 'desk', 'passkey'].map((name) =>
    join(root, `src/client/${name}.ts`),
  ),
  outdir: out,
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['chrome61', 'safari12', 'firefox60'],
  logLevel: 'error',
})
copyFileSync(`${root}node_modules/htmx.org/dist/htmx.min.js`, `${out}/htmx.js`)
