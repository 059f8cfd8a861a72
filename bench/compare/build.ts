import { join } from 'node:path'
import { build } from 'esbuild'

const HERE = import.meta.dirname

/** A checkout's product with a frozen clock, as one module. */
export function bundleProduct(checkout: string): Promise<string> {
  return bundle(checkout, [
    `import ${JSON.stringify(join(HERE, 'frozen.ts'))}`,
    `import { serve } from ${JSON.stringify(join(HERE, 'worker.ts'))}`,
    `import product from './src/index.ts'`,
    'export default serve(product)',
  ])
}

/** A checkout's seed with a door that also tells the keys of what it played. */
export function bundleSeed(checkout: string): Promise<string> {
  return bundle(checkout, [
    `import ${JSON.stringify(join(HERE, 'frozen.ts'))}`,
    `import { seeding } from ${JSON.stringify(join(HERE, 'seeding.ts'))}`,
    `import { eq } from 'drizzle-orm'`,
    `import { finishSeed } from './seed/finish.ts'`,
    `import { playSteps, setStage } from './seed/play.ts'`,
    `import { stories } from './seed/stories/index.ts'`,
    `import { publishCity } from './src/db/publish-city.ts'`,
    `import { runSchedule } from './src/jobs/schedule.ts'`,
    `import { agency, setting } from './src/db/schema/city.ts'`,
    'export default seeding({ eq, finishSeed, playSteps, setStage, stories, publishCity, runSchedule, agency, setting })',
  ])
}

/** The browser's scripts of a checkout, by name. */
export async function bundleScripts(checkout: string): Promise<Record<string, string>> {
  const { outputFiles } = await build({
    entryPoints: ['keep', 'desk'].map((name) => join(checkout, `src/client/${name}.ts`)),
    ...{ outdir: '/js', write: false, bundle: true, minify: true, format: 'iife' as const },
    target: ['chrome61', 'safari12', 'firefox60'],
  })
  return Object.fromEntries(outputFiles.map(({ path, text }) => [path, text]))
}

async function bundle(checkout: string, lines: string[]): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: lines.join('\n'), resolveDir: checkout, loader: 'ts' },
    ...{ bundle: true, write: false, format: 'esm' as const, target: 'es2024' },
    ...{ absWorkingDir: checkout, conditions: ['workerd', 'worker', 'browser'] },
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['node:*', 'cloudflare:*'],
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}
