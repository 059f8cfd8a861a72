import { beforeAll, expect, test } from 'vitest'
import { type PathName, paths } from '../../src/paths.ts'
import { aReport } from '../support/citizen.ts'
import { pathList, sampleUrl } from '../support/path-list.ts'
import { post, request } from '../support/request.ts'
import { SAME_ORIGIN, type SampleWorld, sampleWorld } from '../support/sample-world.ts'

let sample: SampleWorld

beforeAll(async () => {
  sample = await sampleWorld()
})

/** Where the forms of a page go. Browsers put the error page of a lost line in place of its own address. */
const actionsOf = (html: string): string[] =>
  [...html.matchAll(/<form[^>]* method="post"[^>]*>/g)].map(([form]) =>
    (/ action="([^"]*)"/.exec(form)?.[1] ?? '').replaceAll('&amp;', '&'),
  )

const names = Object.keys(pathList) as PathName[]

test('no form of any page posts to the address of that page, not even of one that came back', async () => {
  let forms = 0
  for (const name of names) {
    const { whose } = pathList[name]
    const headers = { ...SAME_ORIGIN, Cookie: whose === 'everyone' ? '' : sample.cookies[whose] }
    const url = sampleUrl(name, sample)
    for (const [method, query] of [
      ...[['GET', ''] as const, ['GET', '?kabar=answer'] as const],
      ...[['POST', ''] as const, ['POST', '?lagi'] as const],
    ]) {
      const row = paths[name]
      if (method === 'GET' ? !row.get : !row.post) continue
      const body = method === 'POST' ? new URLSearchParams({ nomor: 'x', isi: 'x' }) : undefined
      const answer = await request(url + query, { method, headers, body })
      if (!answer.headers.get('Content-Type')?.startsWith('text/html')) continue
      const actions = actionsOf(await answer.text())
      expect(actions, `${method} ${name}`).not.toContain(url + query)
      forms += actions.length
    }
  }
  expect(forms).toBeGreaterThan(100)
})

test('a form that was refused, and refused again, goes back and forth between two addresses', async () => {
  const bad = aReport({ isi: 'pendek' })
  const first = await post('/lapor', bad)
  expect(actionsOf(await first.text())).toEqual(['/lapor?lagi'])
  const second = await post('/lapor?lagi', bad)
  expect(actionsOf(await second.text())).toEqual(['/lapor'])
})
