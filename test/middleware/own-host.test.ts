import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { aReport } from '../support/citizen.ts'
import { world } from '../support/world.ts'

const app = createApp()

beforeAll(async () => {
  await world()
})

const ask = (url: string, own = 'https://lapor.example', init: RequestInit = {}) =>
  app.fetch(new Request(url, init), { ...env, PUBLIC_URL: own }, createExecutionContext())

test('a page under another host leads to the same page of ours', async () => {
  for (const host of [
    'tanggap.workers.dev',
    'jahat.example',
    'lapor.example.jahat.example',
    'localhost',
  ]) {
    const answer = await ask(`https://${host}/laporan?q=parit`)
    expect([answer.status, answer.headers.get('Location')]).toEqual([
      308,
      'https://lapor.example/laporan?q=parit',
    ])
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
  }
  expect((await ask('https://lapor.example/laporan')).status).toBe(200)
})

test('a form under another host is not taken, and its words are shown', async () => {
  const send = { method: 'POST', body: new URLSearchParams(aReport()) }
  const answer = await ask('https://jahat.example/lapor', undefined, send)
  expect(answer.status).toBe(421)
  const html = await answer.text()
  expect(html).toContain('gelap sekali.')
  expect(html).toContain('https://lapor.example')
  const [row] = await env.DB.prepare('select count(*) as n from complaint')
    .all<{ n: number }>()
    .then(({ results }) => results)
  expect(row?.n).toBe(0)
})

test('a site on this machine has every name and port of it', async () => {
  for (const own of ['http://localhost:8787', 'http://127.0.0.1', ''])
    for (const host of ['127.0.0.1:40123', 'localhost:8788', '[::1]:9'])
      expect((await ask(`http://${host}/lacak`, own)).status, `${own} ${host}`).toBe(200)
  expect((await ask('http://jahat.example/lacak', 'http://localhost:8787')).status).toBe(308)
})
