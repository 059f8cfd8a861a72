import { env } from 'cloudflare:workers'
import { deflateSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'
import { acceptFile } from '../../src/files/accept.ts'
import { inflate } from '../../src/files/zlib.ts'
import {
  deleteAttachments,
  getAttachment,
  listKeys,
  newAttachmentKey,
  putAttachment,
} from '../../src/storage/attachments.ts'
import { responseHeadersFor } from '../../src/storage/serving.ts'
import { bytesOf } from '../fixtures/media-builders.ts'
import { pictures } from '../fixtures/pictures.ts'

const random = (n: number) => crypto.getRandomValues(new Uint8Array(n))
const bytes = Uint8Array.of(1, 2, 3)

async function clear() {
  const { keys } = await listKeys(env.FILES)
  await deleteAttachments(
    env.FILES,
    keys.map(({ key }) => key),
  )
}

describe('the store of attachments', () => {
  beforeEach(clear)

  test('gives back the bytes that were put in', async () => {
    const key = newAttachmentKey(random)
    await putAttachment(env.FILES, key, bytes, 'image/png')
    const file = await getAttachment(env.FILES, key)
    expect(file?.bytes).toBe(3)
    expect(new Uint8Array(await new Response(file?.body).arrayBuffer())).toEqual(bytes)
  })

  test('keeps the type and nothing else beside them', async () => {
    const key = newAttachmentKey(random)
    await putAttachment(env.FILES, key, bytes, 'application/pdf')
    const object = await env.FILES.head(key)
    expect(object?.httpMetadata).toEqual({ contentType: 'application/pdf' })
    expect(object?.customMetadata).toEqual({})
  })

  test('has nothing under a key that is unknown or deleted, and deletes twice without complaint', async () => {
    const key = newAttachmentKey(random)
    expect(await getAttachment(env.FILES, key)).toBeNull()
    await putAttachment(env.FILES, key, bytes, 'image/webp')
    await deleteAttachments(env.FILES, [key])
    await deleteAttachments(env.FILES, [key])
    expect(await getAttachment(env.FILES, key)).toBeNull()
  })

  test('lists every key once, page by page, with its time, and no other room of the bucket', async () => {
    const before = Date.now()
    const keys = Array.from({ length: 7 }, () => newAttachmentKey(random))
    for (const key of keys) await putAttachment(env.FILES, key, bytes, 'image/jpeg')
    await env.FILES.put('upload/1', bytes)

    const found: { key: string; storedAt: number }[] = []
    let cursor: string | undefined
    do {
      const page = await listKeys(env.FILES, cursor, 3)
      expect(page.keys.length).toBeLessThanOrEqual(3)
      found.push(...page.keys)
      cursor = page.cursor
    } while (cursor)
    expect(found.map(({ key }) => key).sort()).toEqual(keys.toSorted())
    expect(found.every(({ storedAt }) => Math.abs(storedAt - before) < 3_600_000)).toBe(true)
  })

  test('draws keys that are random, plain and of one length', () => {
    const keys = new Set(Array.from({ length: 100 }, () => newAttachmentKey(random)))
    expect(keys.size).toBe(100)
    for (const key of keys) expect(key).toMatch(/^a\/[0-9a-hjkmnp-tv-z]{26}$/)
  })
})

describe('the headers of a served file', () => {
  test.each(['image/jpeg', 'image/png', 'image/webp'] as const)('show a picture: %s', (type) => {
    const headers = responseHeadersFor(type)
    expect(headers['Content-Type']).toBe(type)
    expect(headers['Content-Disposition']).toMatch(/^inline; filename="foto\.[a-z]+"$/)
  })

  test('have a PDF saved, never opened in the page', () => {
    const disposition = responseHeadersFor('application/pdf')['Content-Disposition']
    expect(disposition).toBe('attachment; filename="lampiran.pdf"')
  })

  test.each(['image/jpeg', 'application/pdf'] as const)('let it run nothing: %s', (type) => {
    expect(responseHeadersFor(type)).toMatchObject({
      'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
    })
  })
})

test('files are recognised and rebuilt in the Worker as anywhere else', () => {
  expect(acceptFile(new TextEncoder().encode('<svg/>'))).toEqual({
    ok: false,
    reason: 'unknown_type',
  })
})

test("a picture's packed colour profile is unpacked in the Worker as anywhere else", () => {
  const verdict = acceptFile(pictures.profilePng)
  expect(verdict).toMatchObject({ ok: true, removed: [] })
  expect(verdict.ok && Buffer.from(verdict.bytes).includes('acsp')).toBe(true)

  const packed = new Uint8Array(deflateSync(new Uint8Array(100_001)))
  expect(inflate(packed, 100_001)).toEqual(new Uint8Array(100_001))
  expect(inflate(packed, 100_000)).toBeUndefined()
  expect(inflate(bytesOf(packed, 'behind it'), 100_001)).toHaveLength(100_001)
  for (let end = 0; end < packed.length; end++)
    expect(inflate(packed.subarray(0, end), 100_001)).toBeUndefined()
  const flipped = packed.map((byte, at) => (at === packed.length - 1 ? byte ^ 1 : byte))
  expect(inflate(flipped, 100_001)).toBeUndefined()
  expect(inflate(bytesOf('<html>'), 100_001)).toBeUndefined()
})
