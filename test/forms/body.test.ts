import fc from 'fast-check'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { bodyOf } from '../../src/forms/body.ts'
import { CAPS, type Sent } from '../../src/forms/sent.ts'
import type { AppContext, AppEnv } from '../../src/http.ts'
import { patterns } from '../../src/paths.ts'

const FILES = patterns.statusFiles.replace(':nomor', 'DMI-7K4Q-2M9X')

async function taken<T>(
  body: BodyInit,
  take: (c: AppContext) => Promise<T>,
  { path = FILES, headers = {} }: { path?: string; headers?: Record<string, string> } = {},
): Promise<T> {
  let made: T | undefined
  const app = new Hono<AppEnv>()
  app.post('*', async (c) => {
    made = await take(c)
    return c.body(null)
  })
  await app.request(path, { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
  if (made === undefined) throw new Error('not reached')
  return made
}

const whole = (c: AppContext) => bodyOf(c).whole()
const words = (c: AppContext) => bodyOf(c).words()
const head = (c: AppContext) => bodyOf(c).head()

const MULTIPART = { 'Content-Type': 'multipart/form-data; boundary=x' }

/** A body in pieces of any size, as a line may bring it. */
function pieces(text: string, size: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.subarray(at, at + size))
      at += size
    },
  })
}

const field = (name: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const file = (name: string, bytes: string, fileName = 'a.jpg') =>
  `--x\r\nContent-Disposition: form-data; name="${name}"; filename="${fileName}"\r\nContent-Type: image/jpeg\r\n\r\n${bytes}\r\n`
const END = '--x--\r\n'

test('any form, in pieces of any size, is read as the platform reads it', async () => {
  const value = fc.string({ unit: 'grapheme', maxLength: 40 })
  const pair = fc.record({
    name: fc.stringMatching(/^[a-z_"\n]{1,8}$/),
    value,
    isFile: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(pair, { maxLength: 6 }),
      fc.integer({ min: 1, max: 60 }),
      async (pairs, size) => {
        const form = new FormData()
        for (const { name, value, isFile } of pairs)
          form.append(name, isFile ? new File([value], 'b.png', { type: 'image/png' }) : value)
        const sent = new Response(form)
        const text = await sent.clone().text()
        const expected = [...(await sent.clone().formData())]
        const type = sent.headers.get('Content-Type') ?? ''
        const got = await taken(pieces(text, size), whole, { headers: { 'Content-Type': type } })
        expect(got.fault).toBe(null)
        expect(got.fields).toEqual(expected.filter(([, one]) => typeof one === 'string'))
        const files = expected.filter(([, one]) => one instanceof File && one.size > 0)
        expect(got.files.map(([name]) => name)).toEqual(files.map(([name]) => name))
        const read = await Promise.all(got.files.map(([, one]) => one.text()))
        expect(read).toEqual(await Promise.all(files.map(([, one]) => (one as File).text())))
        expect(got.files.every(([, one]) => one.type === 'image/png')).toBe(true)
      },
    ),
    { numRuns: 200 },
  )
})

test('the head ends at the first file, of which not a byte is kept', async () => {
  const text = field('isi', 'a') + file('berkas', '', '') + field('kode', 'b')
  const body = text + file('berkas', 'x'.repeat(1_000_000)) + field('akhir', 'c') + END
  await taken(
    pieces(body, 4096),
    async (c) => {
      const first = await head(c)
      expect(first.fields).toEqual([
        ['isi', 'a'],
        ['kode', 'b'],
      ])
      expect(first.work.bytes).toBeLessThan(8192)
      const rest = await words(c)
      expect(rest.fields.at(-1)).toEqual(['akhir', 'c'])
      expect([rest.files, rest.chosen]).toEqual([[], ['berkas']])
      return rest
    },
    { headers: MULTIPART },
  )
})

test('files wait for whoever sends them, and are whole then', async () => {
  const body = field('isi', 'a') + file('berkas', 'x'.repeat(100_000)) + END
  const sent = await taken(
    pieces(body, 1000),
    async (c) => {
      await head(c)
      return whole(c)
    },
    { headers: MULTIPART },
  )
  expect(sent.files.map(([, one]) => one.size)).toEqual([100_000])
})

const counted = async (text: string, options: Parameters<typeof taken>[2]): Promise<Sent> =>
  taken(pieces(text, 65_536), words, options)

test('work has a ceiling, whatever is sent', async () => {
  const many = file('b', 'x').repeat(200_000)
  const parts = await counted(many + END, { headers: MULTIPART })
  expect(parts.fault).toBe(413)
  expect(parts.work.parts).toBeLessThanOrEqual(CAPS.parts + 1)
  expect(parts.work.bytes).toBeLessThan(128 * 1024)

  const fields = await counted('a=1&'.repeat(20_000), {
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  expect(fields.fault).toBe(413)
  expect(fields.fields).toHaveLength(CAPS.fields)

  const long = await counted(field('n'.repeat(101), 'x') + END, { headers: MULTIPART })
  expect(long.fault).toBe(413)
  const headless = await counted(`--x\r\n${'A: b\r\n'.repeat(100_000)}`, { headers: MULTIPART })
  expect([headless.fault, headless.work.bytes < 200_000]).toEqual([413, true])

  const large = await counted(file('b', 'x'.repeat(27 * 1024 * 1024)) + END, { headers: MULTIPART })
  expect(large.fault).toBe(413)
  expect(large.work.bytes).toBeLessThan(CAPS.files + 65_537)
  const preamble = await counted('a'.repeat(1_000_000), { headers: MULTIPART })
  expect([preamble.fault, preamble.work.bytes]).toEqual([413, 65_536])
})

test('a body in a great many pieces is read no further than a slow line would bring it', async () => {
  const body = field('isi', 'x'.repeat(CAPS.reads * 2)) + END
  const sent = await taken(pieces(body, 1), words, { headers: MULTIPART })
  expect([sent.fault, sent.work.reads]).toEqual([413, CAPS.reads + 1])
})

test('of what is cut off the words remain, as far as they were read', async () => {
  const isi = 'panjang '.repeat(20_000)
  const sent = await counted(field('isi', isi) + field('b', 'c') + END, { headers: MULTIPART })
  expect(sent.fault).toBe(413)
  expect(sent.fields[0]?.[1].startsWith('panjang panjang')).toBe(true)
  const url = await counted(`isi=${isi.replaceAll(' ', '+')}`, {
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  expect([url.fault, url.fields[0]?.[1].startsWith('panjang panjang')]).toEqual([413, true])
})
