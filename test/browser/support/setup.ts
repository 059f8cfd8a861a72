import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import type { TestHarness } from 'wrangler'
import { startChromium } from './chromium.ts'
import { startServer } from './server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    siteUrl: string
    browserEndpoint: string
    /** Folder in which the site's database and files lie. */
    storage: string
    /** Of every demo account. */
    staffPassword: string
  }
}

/** One server with the city and its staff, and one browser, for all journeys. Returns what ends them. */
export default async function setup(project: TestProject) {
  const [server, browser] = await Promise.all([startServer(), startChromium()])
  project.provide('staffPassword', await seed(server.harness))
  project.provide('siteUrl', server.url)
  project.provide('browserEndpoint', browser.wsEndpoint())
  project.provide('storage', server.storage)
  return async () => {
    await browser.close()
    await server.harness.close()
    rmSync(server.storage, { recursive: true, force: true })
  }
}

/** The seed runs in Node here but is typed for the Worker: what the two call global differs. */
export async function seed(harness: TestHarness): Promise<string> {
  const { seedSite } = await import(new URL('../../support/seed-site.ts', import.meta.url).href)
  return seedSite(await harness.getWorker().getEnv())
}
