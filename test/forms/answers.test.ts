import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { type Back, limited, overtaken, refused } from '../../src/forms/answers.ts'
import { type Ended, sessionEnded } from '../../src/forms/ended-session.ts'
import { fieldOf, refusalError } from '../../src/forms/field-of.ts'
import type { AppContext, AppEnv } from '../../src/http.ts'
import { patterns } from '../../src/paths.ts'
import { t } from '../support/words.ts'

function asked(handle: (c: AppContext) => Response | Promise<Response>, init?: RequestInit) {
  const app = new Hono<AppEnv>()
  app.all('/', (c) => handle(c))
  return app.request('/', init)
}

const back: Back = { typed: { isi: 'kata' }, errors: [{ field: 'isi', text: 'pendek' }] }

const draw = (_: AppContext, { typed, errors, overtaken }: Back) =>
  `${typed.isi} ${errors.map(({ text }) => text).join()} ${overtaken === true}`

test('refused is 422 with what was typed and what is to be mended', async () => {
  const answer = await asked((c) => refused(c, back, draw))
  expect(answer.status).toBe(422)
  expect(await answer.text()).toBe('kata pendek false')
})

test('overtaken is 409 with what was typed', async () => {
  const answer = await asked((c) => overtaken(c, { ...back, errors: [] }, draw))
  expect(answer.status).toBe(409)
  expect(await answer.text()).toBe('kata  true')
})

test('too many is 429 with what was typed and when to try again', async () => {
  const answer = await asked((c) => limited(c, back, 90, draw))
  expect(answer.status).toBe(429)
  expect(answer.headers.get('Retry-After')).toBe('90')
  expect(await answer.text()).toBe('kata pendek false')
})

const fields = { tanggapan: 'text', alasan: 'reason' } as const

test('a refusal is said beside the field that stands for what it names', () => {
  expect(refusalError(t, fields, { refused: 'text_too_short', field: 'reason' })).toEqual({
    field: 'alasan',
    text: t.fieldRefusals['alasan:text_too_short'],
  })
})

test('a refusal of what has no field here concerns the whole form', () => {
  expect(fieldOf(fields, 'score')).toBe(null)
  expect(refusalError(t, fields, { refused: 'wrong_state' })).toEqual({
    field: null,
    text: t.refusals.wrong_state,
  })
})

const ended = (init?: RequestInit, path: string = patterns.caseNote) => {
  const app = new Hono<AppEnv>()
  const drawn = ({ kept, part }: Ended) =>
    `${kept?.words.join() ?? 'halaman'} ${kept?.values.length} ${kept?.files} ${part}`
  app.use(async (c, next) => {
    c.setRenderer((page) => c.text(`${page}`))
    await next()
  })
  app.all('*', (c) => sessionEnded(c, { href: '/masuk', draw: drawn }))
  return app.request(path.replace(':nomor', 'ABC-7K4Q-2M9X'), init)
}

test('a page asked for after the session goes where the session begins', async () => {
  const answer = await ended()
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/masuk'])
})

test('a form sent after the session comes back with every value, and words apart', async () => {
  const body = new FormData()
  for (const [name, value] of Object.entries({
    versi: '4',
    jenis: 'complaint',
    catatan: 'Kata',
    opd: '7',
    masuk_sandi: 'rahasia',
  }))
    body.append(name, value)
  body.append('berkas', new File(['x'], 'a.jpg'))
  const answer = await ended({ method: 'POST', body })
  expect([answer.status, await answer.text()]).toEqual([401, 'Kata 4 berkas false'])
})

test('htmx gets a page of it; what takes no form reads no body', async () => {
  const htmx = await ended({ headers: { 'HX-Request': 'true' } })
  expect([htmx.status, await htmx.text()]).toEqual([401, 'halaman undefined undefined false'])
  expect((await ended({ method: 'PUT', body: 'x' })).status).toBe(401)
  expect((await ended({ method: 'POST', body: 'x' }, patterns.caseFile)).status).toBe(401)
  expect((await ended({ headers: { Accept: 'application/json' } })).status).toBe(401)
})
