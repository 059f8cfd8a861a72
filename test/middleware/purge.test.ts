import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { app } from '../../src/app.ts'
import { fileReport, read, tokenIn } from '../support/citizen.ts'
import { ORIGIN } from '../support/request.ts'

test('a form taken about a report purges its page, the lists and the figures at the edge', async () => {
  const { url, cookie, number } = await fileReport()
  const action = `${url}/pencabutan`
  const kiriman = tokenIn(await read(url, cookie), action)
  const purged: { tags: string[] }[] = []
  // the edge cache is not simulated here: this is the outermost boundary
  const ctx = {
    waitUntil: () => {},
    passThroughOnException: () => {},
    props: {},
    cache: { purge: async (options: { tags: string[] }) => purged.push(options) },
  }
  const send = (alasan: string, headers: Record<string, string>) =>
    app.fetch(
      new Request(ORIGIN + action, {
        method: 'POST',
        body: new URLSearchParams({ kiriman, alasan }),
        headers: { Cookie: cookie, ...headers },
      }),
      env,
      ctx as unknown as ExecutionContext,
    )
  expect((await send('', { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
  expect(purged).toEqual([])
  expect((await send('', { 'Sec-Fetch-Site': 'same-origin' })).status).toBe(303)
  expect(purged).toEqual([{ tags: ['laporan', 'angka', `laporan-${number}`] }])
})
