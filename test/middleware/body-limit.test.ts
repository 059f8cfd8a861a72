import { beforeAll, describe, expect, test } from 'vitest'
import { makeReference } from '../../src/domain/text/reference.ts'
import { build } from '../../src/paths.ts'
import { randomBytes } from '../../src/random.ts'
import { ORIGIN } from '../support/request.ts'
import { world } from '../support/world.ts'
import { probe } from './probe.ts'

beforeAll(async () => {
  await world()
})

const FORM = 'application/x-www-form-urlencoded'

const send = (path: string, body: BodyInit | null, headers: Record<string, string> = {}) =>
  probe(path, { method: 'POST', body, headers })

const sendFiles = (body: BodyInit, headers: Record<string, string> = {}) =>
  probe(build('statusFiles', { nomor: 'DMI-7K4Q-2M9X' }), { method: 'PUT', body, headers })

/** A body that says nothing of its length; `given` tells how much of it was asked for. */
const endless = (start = '') => {
  const given = { bytes: 0 }
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      if (start) controller.enqueue(new TextEncoder().encode(start))
    },
    pull(controller) {
      given.bytes += 16_384
      controller.enqueue(new Uint8Array(16_384).fill(97))
    },
  })
  return { given, body }
}

test('a form within the limit reaches its handler', async () => {
  const answer = await send('/uji/kirim', 'isi=Jalan+rusak&foto=a&foto=b', { 'Content-Type': FORM })
  expect(await answer.json()).toEqual({ isi: ['Jalan rusak'], foto: ['a', 'b'] })
})

test('JSON reaches its handler', async () => {
  const answer = await send('/uji/json', '{"a":1}', { 'Content-Type': 'application/json' })
  expect(await answer.json()).toEqual({ a: 1 })
})

test('a photo of 5 MB reaches its handler', async () => {
  const body = new FormData()
  body.set('foto', new File([new Uint8Array(5_000_000)], 'foto.jpg', { type: 'image/jpeg' }))
  expect(await (await sendFiles(body)).text()).toBe('5000000')
})

describe('refused in words', () => {
  test.each([
    ['a form of 129 kB', `isi=${'a'.repeat(129 * 1024)}`, FORM, 413],
    ['JSON of 129 kB', `"${'a'.repeat(129 * 1024)}"`, 'application/json', 413],
    ['a form that says it is nothing known', 'isi=a', 'application/x-lain', 415],
    ['text', 'isi=a', 'text/plain', 415],
    ['a multipart body without its boundary', 'isi=a', 'multipart/form-data', 400],
    ['a form that calls itself multipart', 'isi=a', 'multipart/form-data; boundary=x', 400],
    ['a form that calls itself JSON', 'isi=a', 'application/json', 400],
  ])('%s', async (_, body, type, status) => {
    const answer = await send('/uji/kirim', body, { 'Content-Type': type })
    expect(answer.status).toBe(status)
    expect(await answer.text()).toMatch(/<p>\p{Lu}[^<]+\.<\/p>/u)
  })

  test('a body without a type', async () => {
    expect((await send('/uji/kirim', new Uint8Array(20))).status).toBe(415)
  })

  test('an endless body, read no further than its limit', async () => {
    const { body, given } = endless()
    expect((await send('/uji/kirim', body, { 'Content-Type': FORM })).status).toBe(413)
    expect(given.bytes).toBeLessThan(256 * 1024)
  })

  test('files where none are taken', async () => {
    const { body, given } = endless()
    const type = 'multipart/form-data; boundary=x'
    expect((await send('/uji/kirim', body, { 'Content-Type': type })).status).toBe(413)
    expect(given.bytes).toBeLessThan(256 * 1024)
  })

  test('more files than five of 5 MB', async () => {
    const body = new FormData()
    for (let n = 0; n < 6; n++) body.append('foto', new File([new Uint8Array(5_000_000)], 'a.jpg'))
    expect((await sendFiles(body)).status).toBe(413)
  })

  test('files of endless length, as far as five of 5 MB', async () => {
    const { body, given } = endless(
      '--x\r\nContent-Disposition: form-data; name=b; filename=a\r\n\r\n',
    )
    const type = 'multipart/form-data; boundary=x'
    expect((await sendFiles(body, { 'Content-Type': type })).status).toBe(413)
    expect(given.bytes).toBeLessThan(27 * 1024 * 1024)
  })
})

test('a photo in a great many parts costs nothing where nobody has shown who they are', async () => {
  const part = '--x\r\nContent-Disposition: form-data; name=b; filename=a\r\n\r\nx\r\n'
  const given = { bytes: 0 }
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const some = new TextEncoder().encode(part.repeat(200))
      given.bytes += some.length
      controller.enqueue(some)
    },
  })
  const path = build('statusAnswer', { nomor: makeReference('DMI', randomBytes) })
  const headers = { 'Content-Type': 'multipart/form-data; boundary=x', Origin: ORIGIN }
  const answer = await probe(path, { method: 'POST', body, headers })
  expect(answer.status).toBe(401)
  expect(given.bytes).toBeLessThan(64 * 1024)
})

test('nothing is read for a path that no route takes', async () => {
  const { body, given } = endless()
  expect((await send('/tidak/ada', body, { 'Content-Type': FORM })).status).toBe(404)
  expect(given.bytes).toBeLessThan(128 * 1024)
})

test('a POST without a body is fine', async () => {
  expect((await send('/uji/kirim', null)).status).toBe(200)
  expect((await send('/uji/kirim', '', { 'Content-Type': FORM })).status).toBe(200)
})
