import { existsSync } from 'node:fs'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { newSecrets } from './scripts/secrets.ts'
import { quiet } from './scripts/wrangler.ts'

Object.assign(process.env, quiet, { WRANGLER_LOG: process.env.WRANGLER_LOG ?? 'error' })

const migrations = existsSync('migrations') ? await readD1Migrations('migrations') : []

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
          name: 'domain',
          include: [
            'test/{domain,seal,files,seed,scripts,docs,words,views}/**/*.test.{ts,tsx}',
            'test/*.test.ts',
          ],
        },
      },
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                ...newSecrets(),
                PUBLIC_URL: 'https://lapor.example',
                TEST_MIGRATIONS: migrations,
              },
            },
          }),
        ],
        test: {
          name: 'worker',
          include: ['test/{db,routes,storage,auth,letters,jobs,middleware}/**/*.test.{ts,tsx}'],
          setupFiles: ['test/support/setup.ts'],
          isolate: false,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/support/setup.ts'],
          // one server, one database: journeys in one file must not see another file mid-way
          fileParallelism: false,
          // with the machine to itself, after the others
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
        },
      },
    ],
  },
})
