import { env } from 'cloudflare:workers'
import { beforeAll, expect, test, vi } from 'vitest'
import { errors } from '../../src/words/id/errors.ts'
import { world } from '../support/world.ts'
import { probe } from './probe.ts'

beforeAll(async () => {
  await world()
})

const sentence = `${errors[404].why} ${errors[404].todo}`

test('a crash answers with a sentence and the code of the request, nothing of the error', async () => {
  const text = await (await probe('/uji/rusak', { headers: { 'CF-Ray': 'ray1' } })).text()
  expect(text).toContain(errors[500].why)
  expect(text).toContain('ray1')
  expect(text).not.toMatch(/Siti Rahmah|081200001234|probe\.ts/)
})

test('the log of a crash says where, and holds neither message nor query', async () => {
  const lines: unknown[] = []
  const keep = (line: unknown) => void lines.push(line)
  const error = vi.spyOn(console, 'error').mockImplementation(keep)
  const log = vi.spyOn(console, 'log').mockImplementation(keep)
  await probe('/uji/rusak?kode=7K4Q')
  error.mockRestore()
  log.mockRestore()
  expect(lines).toMatchObject([
    { what: 'error', name: 'Error', path: '/uji/rusak' },
    { what: 'request', status: 500, method: 'GET', path: '/uji/rusak' },
  ])
  expect(JSON.stringify(lines)).not.toMatch(/Siti Rahmah|081200001234|7K4Q/)
})

test('a path that is no route is not written to the log', async () => {
  const lines: unknown[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(line))
  await probe('/laporan-saya-lama/DMI-7K4Q-2M9X')
  log.mockRestore()
  expect(lines).toMatchObject([{ status: 404, path: '(none)' }])
})

test('an unknown path says so, in the form that was asked for', async () => {
  expect(await (await probe('/tidak/ada')).text()).toContain('<html lang="id">')
  const plain = await probe('/tidak/ada', { headers: { Accept: 'text/plain' } })
  expect(await plain.text()).toBe(`${sentence}\n`)
  const json = await probe('/tidak/ada', { headers: { Accept: 'application/json' } })
  expect(await json.json()).toEqual({ galat: sentence })
})

test('htmx gets the sentence alone', async () => {
  const answer = await probe('/tidak/ada', { headers: { 'HX-Request-Type': 'partial' } })
  expect(await answer.text()).toBe(`<p class="msg" role="alert">${sentence}</p>`)
})

test('a wrong method names the right ones', async () => {
  const answer = await probe('/sehat', { method: 'DELETE' })
  expect(answer.status).toBe(405)
  expect(answer.headers.get('Allow')).toBe('GET, HEAD')
})

test('without a city everything answers 503, not 500', async () => {
  await env.DB.exec('delete from city_snapshot')
  const answer = await probe('/uji/kirim', { method: 'POST' })
  expect(answer.status).toBe(503)
})

test('a page that needs nothing from the database wears its style all the same', async () => {
  const crash = await probe('/uji/rusak')
  const css = /<style>([\s\S]+?)<\/style>/.exec(await crash.text())?.[1] ?? ''
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(css))
  const hash = btoa(String.fromCharCode(...new Uint8Array(bytes)))
  expect(crash.headers.get('Content-Security-Policy')).toContain(`'sha256-${hash}'`)
})
