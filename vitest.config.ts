import { existsSync } from 'node:fs'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { newSecrets } from './scripts/secrets.ts'
import { quiet } from './scripts/wrangler.ts'

Object.assign(process.env, quiet, { WRANGLER_LOG: process.env.WRANGLER_LOG ?? 'error' })

const migrations = existsSync('migrations') ? await readD1Migrations('migrations') : []

/** Races at each transition: test/support/rounds.ts. `npm run test:long` says 200. */
const rounds = Number(process.env.ROUNDS ?? 20)
const isLong = rounds > 20

/** Minutes until a test is taken to hang: on a busy machine all is slow and nothing is broken. */
const patience = (isLong ? 40 : 4) * 60_000

const shared = {
  provide: { rounds },
  testTimeout: patience,
  hookTimeout: patience,
  expect: { poll: { timeout: 60_000 } },
}
/** Files share a process and what it has loaded: to start one takes longer than most files. */
const together = { ...shared, isolate: false }
const moreRuns = isLong ? ['test/support/more-runs.ts'] : []

export default defineConfig({
  test: {
    reporters: ['dot'],
    // by itself it leaves one core alone: on two that is half
    maxWorkers: '100%',
    // the Worker's own line per request would drown what failed
    onConsoleLog: (text) =>
      !text.includes("what: \u001b[32m'request'") && !text.includes("what: 'request'"),
    projects: [
      {
        test: {
          ...together,
          name: 'domain',
          setupFiles: moreRuns,
          include: [
            'test/{domain,forms,seal,files,seed,scripts,docs,words,views,sights}/**/*.test.{ts,tsx}',
            'test/*.test.ts',
          ],
        },
      },
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              // tests bring these themselves, at the moment that they are about
              queueConsumers: {
                'tanggap-previews': { maxBatchSize: 100, maxBatchTimeout: 60 },
              },
              bindings: {
                ...newSecrets(),
                PUBLIC_URL: 'https://lapor.example',
                TEST_MIGRATIONS: migrations,
              },
            },
          }),
        ],
        test: {
          ...together,
          name: 'worker',
          include: ['test/{db,routes,storage,auth,letters,jobs,middleware}/**/*.test.{ts,tsx}'],
          setupFiles: ['test/support/setup.ts', ...moreRuns],
        },
      },
      {
        test: {
          ...shared,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/support/setup.ts'],
          // one server, one database: journeys in one file must not see another file mid-way
          fileParallelism: false,
          // with the machine to itself, after the others
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
