import { Hono } from 'hono'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { choice, sure, words } from '../../src/forms/fields.ts'
import { type Posted, type Read, readFields, readForm } from '../../src/forms/read.ts'
import type { AppContext, AppEnv } from '../../src/http.ts'

/** What a handler makes of a form. */
async function sent<T>(body: FormData, handle: (c: AppContext) => Promise<T>): Promise<T> {
  let made: T | undefined
  const app = new Hono<AppEnv>()
  app.post('/', async (c) => {
    made = await handle(c)
    return c.body(null)
  })
  await app.request('/', { method: 'POST', body })
  if (made === undefined) throw new Error('the handler was not reached')
  return made
}

function form(...fields: [string, string | File][]): FormData {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  return body
}

const read = (...fields: [string, string | File][]): Promise<Posted> =>
  sent(form(...fields), readForm)

test('what was typed is kept as it was typed', async () => {
  const { typed } = await read(['isi', '  dua\r\nbaris  '], ['judul', ''])
  expect(typed).toEqual({ isi: '  dua\r\nbaris  ', judul: '' })
})

test('of a name sent twice the last counts, and a list has all', async () => {
  const posted = await read(['opd', '3'], ['opd', '7'])
  expect(posted.typed.opd).toBe('7')
  expect(posted.id('opd')).toBe(7)
  expect(posted.ids('opd')).toEqual([3, 7])
  expect(posted.all('opd')).toEqual(['3', '7'])
})

test('what is not there is empty', async () => {
  const posted = await read(['lain', 'x'])
  expect([posted.text('isi'), posted.line('isi'), posted.id('isi')]).toEqual(['', '', null])
  expect([posted.has('isi'), posted.all('isi'), posted.files('isi')]).toEqual([false, [], []])
})

test('an id is digits and nothing else', async () => {
  const posted = await read(['a', '12'], ['b', '-1'], ['c', '1e3'], ['d', '1234567890'])
  expect(['a', 'b', 'c', 'd'].map(posted.id)).toEqual([12, null, null, null])
})

test('files stand apart from what was typed; one without a byte is none', async () => {
  const photo = new File([new Uint8Array(3)], 'a.jpg')
  const posted = await read(['berkas', photo], ['berkas', new File([], 'kosong.jpg')], ['isi', 'x'])
  expect(posted.files('berkas').map(({ size }) => size)).toEqual([3])
  expect(posted.typed).toEqual({ isi: 'x' })
})

test('a name of the language itself is a name like others', async () => {
  const posted = await read(['__proto__', 'x'], ['constructor', 'y'])
  expect(posted.line('__proto__')).toBe('x')
  expect(posted.typed.constructor).toBe('y')
})

const fields = z.object({
  hasil: choice(['ya', 'tidak'], 'choose'),
  jawaban: words([3, 'short'], [10, 'long']),
  yakin: sure('unsure'),
})

const checked = (...typed: [string, string][]): Promise<Read<z.output<typeof fields>>> =>
  sent(form(...typed), (c) => readFields(c, fields))

test('fields come cleaned', async () => {
  const result = await checked(['hasil', 'ya'], ['jawaban', ' sudah '], ['yakin', 'ya'])
  expect(result).toMatchObject({
    ok: true,
    fields: { hasil: 'ya', jawaban: 'sudah', yakin: 'ya' },
    posted: { typed: { jawaban: ' sudah ' } },
  })
})

test('what is to be mended comes in the order of the fields, with what was typed', async () => {
  const result = await checked(['jawaban', 'x'])
  expect(result).toMatchObject({
    ok: false,
    errors: [
      { field: 'hasil', text: 'choose' },
      { field: 'jawaban', text: 'short' },
      { field: 'yakin', text: 'unsure' },
    ],
    posted: { typed: { jawaban: 'x' } },
  })
})
