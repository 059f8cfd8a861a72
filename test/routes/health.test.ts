import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { noteRun } from '../../src/db/health.ts'
import { backup } from '../../src/jobs/backup.ts'
import { exportChanges } from '../../src/jobs/export-changes.ts'
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

test('/sehat tells how old the last export and the last backup are', async () => {
  expect(await asJson()).toMatchObject({ export_seconds: null, backup_seconds: null })
  const w = { env, s: { now: Date.now() } }
  await backup(w)
  await exportChanges(w)
  const { export_seconds, backup_seconds } = await asJson()
  for (const age of [export_seconds, backup_seconds]) expect(Number(age ?? 99)).toBeLessThan(30)
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

test('/sehat names secrets that cannot be what they are for, and shows nothing of them', async () => {
  const asked = async (held: Partial<Env>) => {
    const all = { ...env, ...held }
    const headers = { Accept: 'application/json' }
    const response = await createApp().request(`${env.PUBLIC_URL}/sehat`, { headers }, all)
    return { status: response.status, text: await response.text() }
  }
  const wrong: Partial<Env>[] = [
    { SERVER_SECRET: 'short' },
    { IDENTITY_KEYS: '{"1":"short"}' },
    { IDENTITY_KEYS: 'no JSON' },
    { RECEIPT_KEY: '{}' },
    { AUTH_SECRET: '' },
  ]
  for (const held of wrong) {
    const [name = ''] = Object.keys(held)
    const { status, text } = await asked(held)
    expect([status, JSON.parse(text).bad_secrets]).toEqual([503, name])
    expect(JSON.parse(text).secret_marks).not.toContain(name)
  }
  const { status, text } = await asked({})
  const { bad_secrets, secret_marks } = JSON.parse(text)
  expect([status, bad_secrets, secret_marks.split(' ').length]).toEqual([200, '', 4])
  expect(secret_marks).toMatch(/^(\w+=[0-9a-f]{4} ?)+$/)
  const other = JSON.parse((await asked({ AUTH_SECRET: 'x'.repeat(40) })).text).secret_marks
  expect(other.split(' ').slice(0, 3)).toEqual(secret_marks.split(' ').slice(0, 3))
  expect(other).not.toBe(secret_marks)
})
