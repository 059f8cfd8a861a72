import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { requests } from '../../src/copy/id/requests.ts'
import { publishCity } from '../../src/db/city.ts'
import { world } from '../support/world.ts'
import { probe } from './probe.ts'

beforeAll(async () => {
  const { db } = await world()
  await env.DB.prepare(`update setting set value = 'true' where key = 'readOnly'`).run()
  await publishCity(db)
})

test('in read-only mode a change is refused with a sentence and a time to come back', async () => {
  const answer = await probe('/uji/kirim', { method: 'POST' })
  expect(answer.status).toBe(503)
  expect(answer.headers.get('Retry-After')).toBe('600')
  expect(await answer.text()).toContain(requests.readOnly)
})

test('in read-only mode pages still open', async () => {
  expect((await probe('/uji/halaman')).status).toBe(200)
})
