import { rmSync } from 'node:fs'
import type { D1Database } from '@cloudflare/workers-types'
import type { TestProject } from 'vitest/node'
import type { TestHarness } from 'wrangler'
import { seedAccounts } from '../../../seed/accounts.ts'
import { seedCity } from '../../../seed/city.ts'
import { database } from '../../../src/db/database.ts'
import { startChromium } from './chromium.ts'
import { startServer } from './server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    siteUrl: string
    browserEndpoint: string
    /** Folder in which the site's database and files lie. */
    storage: string
  }
}

/** One server with the city and its staff, and one browser, for all journeys. Returns what ends them. */
export default async function setup(project: TestProject) {
  const [server, browser] = await Promise.all([startServer(), startChromium()])
  await seed(server.harness)
  project.provide('siteUrl', server.url)
  project.provide('browserEndpoint', browser.wsEndpoint())
  project.provide('storage', server.storage)
  return async () => {
    await browser.close()
    await server.harness.close()
    rmSync(server.storage, { recursive: true, force: true })
  }
}

export async function seed(harness: TestHarness) {
  const env = await harness.getWorker<{ DB: D1Database }>().getEnv()
  const db = database(env.DB)
  await seedCity(db)
  await seedAccounts(db, Date.now())
}
