import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { noteRun } from '../../src/db/health.ts'
import { request } from '../support/request.ts'
import { filed, world } from '../support/world.ts'

const asJson = async () => {
  const response = await request('/sehat', { headers: { Accept: 'application/json' } })
  return (await response.json()) as Record<string, unknown>
}

test('/sehat answers before the city is loaded, is never cached, and answers HEAD', async () => {
  const response = await request('/sehat')
  expect(response.status).toBe(200)
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  expect(await response.text()).toContain('status: sehat')
  const head = await request('/sehat', { method: 'HEAD' })
  expect(head.status).toBe(200)
  expect(await head.text()).toBe('')
})

test('/sehat tells how long letters wait, when cron came, dead letters and read-only mode', async () => {
  const s = await world()
  expect(await asJson()).toMatchObject({
    status: 'sehat',
    database: 'terjangkau',
    waiting_seconds: null,
    dead_letters: false,
    cron_seconds: null,
    read_only: false,
  })
  await filed({ ...s, now: Date.now() - 600_000 })
  await noteRun(s.db, Date.now() - 60_000)
  const after = await asJson()
  expect(Number(after.waiting_seconds)).toBeGreaterThan(500)
  expect(Number(after.cron_seconds)).toBeGreaterThanOrEqual(60)
  await env.DB.prepare(`update outbox set state = 'dead'`).run()
  await env.DB.prepare(`update setting set value = 'true' where key = 'readOnly'`).run()
  expect(await asJson()).toMatchObject({
    dead_letters: true,
    read_only: true,
    waiting_seconds: null,
  })
})

test('/sehat says 503, and nothing of why, when the database is out of reach', async () => {
  const away = {
    prepare() {
      throw new Error('D1_ERROR: storage of tanggap is away')
    },
  }
  const response = await createApp().request(
    `${env.PUBLIC_URL}/sehat`,
    {},
    { ...env, DB: away as unknown as D1Database },
  )
  expect(response.status).toBe(503)
  const text = await response.text()
  expect(text).toContain('status: gangguan')
  expect(text).not.toContain('D1')
})
