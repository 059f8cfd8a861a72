import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { world } from '../support/world.ts'
import { probe } from './probe.ts'

beforeAll(async () => {
  await world()
})

const get = (path: string, accepted: string, method = 'GET') =>
  probe(path, { method, headers: { 'Accept-Encoding': accepted } })

const page = async () => (await probe('/uji/halaman')).text()

describe('a page', () => {
  test.each([
    ['gzip', 'gzip'],
    ['br, gzip', 'br'],
    ['gzip, br;q=0.5', 'gzip'],
    ['*', 'br'],
  ])('asked for with "%s" comes as %s, whole and with its length', async (accepted, encoding) => {
    const answer = await get('/uji/halaman', accepted)
    expect(answer.headers.get('Content-Encoding')).toBe(encoding)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect(answer.headers.get('Content-Length')).toBe(String(bytes.length))
    const plain = encoding === 'br' ? brotliDecompressSync(bytes) : gunzipSync(bytes)
    expect(new TextDecoder().decode(plain)).toBe(await page())
  })

  test.each(['', 'identity', 'br;q=0, gzip;q=0', 'deflate'])(
    'asked for with "%s" comes as it is',
    async (accepted) => {
      const answer = await get('/uji/halaman', accepted)
      expect(answer.headers.has('Content-Encoding')).toBe(false)
      expect(await answer.text()).toBe(await page())
    },
  )

  test('says that it depends on the encodings asked for, encoded or not', async () => {
    expect((await get('/uji/halaman', 'gzip')).headers.get('Vary')).toBe('Accept-Encoding')
    expect((await get('/uji/halaman', '')).headers.get('Vary')).toBe('Accept-Encoding')
    expect((await get('/uji/berkunci', 'gzip')).headers.get('Vary')).toBe('Cookie, Accept-Encoding')
  })

  test('keeps the security headers when encoded', async () => {
    const answer = await get('/uji/halaman', 'gzip')
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
  })
})

test('short text, pictures and HEAD are left alone', async () => {
  for (const path of ['/uji/pendek', '/uji/gambar'])
    expect((await get(path, 'gzip')).headers.has('Content-Encoding')).toBe(false)
  expect((await get('/uji/halaman', 'gzip', 'HEAD')).headers.has('Content-Encoding')).toBe(false)
  expect((await get('/uji/gambar', 'gzip')).headers.has('Vary')).toBe(false)
})
