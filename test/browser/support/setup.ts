import type { TestProject } from 'vitest/node'
import { startChromium } from './chromium.ts'
import { startServer } from './server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    siteUrl: string
    browserEndpoint: string
  }
}

/** One server and one browser for all journeys. Returns what ends them. */
export default async function setup(project: TestProject) {
  const [server, browser] = await Promise.all([startServer(), startChromium()])
  project.provide('siteUrl', server.url)
  project.provide('browserEndpoint', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await server.harness.close()
  }
}
