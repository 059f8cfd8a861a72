import { env } from 'cloudflare:workers'
import { beforeEach, expect, test, vi } from 'vitest'
import { fileReport } from '../support/citizen.ts'
import { send, staff } from '../support/desk.ts'
import { post, request } from '../support/request.ts'

beforeEach(() => {
  env.LIMIT_GUESS.limit = async () => ({ success: true })
})

test('an address with a key leads to the one without it, before anything is shown, kept or logged', async () => {
  const { number, key } = await fileReport()
  const said = vi.spyOn(console, 'log')
  const spelled = encodeURIComponent(key.replaceAll('-', ' '))
  for (const address of [
    `/laporan?q=${key}`,
    `/laporan?q=lampu+${spelled}&kategori=3`,
    `/lacak?nomor=${number}%20${key}`,
    `/lacak?kode=${key}`,
    `/?${key}`,
    `/tidak-ada?x=${key}`,
    `/b/${key}`,
    `/b/${number}%20${key}`,
    `/laporan/${key.toLowerCase()}`,
    `/laporan-saya/${key}/data`,
    `/petugas/cari?q=${key}`,
    `/petugas/laporan/${key}`,
  ]) {
    const answer = await request(address)
    expect(answer.status, address).toBe(303)
    expect(answer.headers.get('Cache-Control')).toContain('no-store')
    const to = answer.headers.get('Location') ?? ''
    expect(decodeURIComponent(to.replaceAll('+', ' '))).not.toMatch(
      /[0-9A-Z]{4}(?:[- ][0-9A-Z]{4}){2}[- ]/i,
    )
    expect(await answer.text()).not.toContain(key)
    expect((await request(to)).headers.get('Location')).not.toBe(to)
  }
  expect(JSON.stringify(said.mock.calls)).not.toContain(key.slice(0, 9))
  said.mockRestore()
  const clean = await request(`/laporan?q=lampu+${spelled}&kategori=3`)
  expect(clean.headers.get('Location')).toBe('/laporan?q=lampu&kategori=3')
})

test('a key in a field that asks for a number is never shown back, whatever refuses the form', async () => {
  const { number, key } = await fileReport()
  for (const nomor of [key, `${number} ${key}`, `nomor ${key.toLowerCase()}`]) {
    const wrong = await post('/lacak', { nomor, kode: 'salah' })
    expect((await wrong.text()).toUpperCase()).not.toContain(key)
  }
  const foreign = await post('/lacak', { nomor: key, kode: '' }, { 'Sec-Fetch-Site': 'cross-site' })
  expect(await foreign.text()).not.toContain(key)
  const merged = await send(await staff('verifier'), number, '/penggabungan', { induk: key })
  expect(merged.html).toContain('induk')
  expect(merged.html).not.toContain(key)
})
