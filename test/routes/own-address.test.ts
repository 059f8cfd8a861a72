import { beforeAll, expect, test } from 'vitest'
import { AGAIN, SECRETS } from '../../src/forms/kept.ts'
import { type PathName, paths } from '../../src/paths.ts'
import { aReport } from '../support/citizen.ts'
import { pathList, sampleUrl } from '../support/path-list.ts'
import { post, request } from '../support/request.ts'
import { SAME_ORIGIN, type SampleWorld, sampleWorld } from '../support/sample-world.ts'

let sample: SampleWorld
const seen: { what: string; url: string; html: string }[] = []

const names = Object.keys(pathList) as PathName[]

/** Every page, and every form that came back. */
beforeAll(async () => {
  sample = await sampleWorld()
  for (const name of names) {
    const { whose } = pathList[name]
    const headers = { ...SAME_ORIGIN, Cookie: whose === 'everyone' ? '' : sample.cookies[whose] }
    for (const [method, query] of [
      ...[['GET', ''] as const, ['GET', '?kabar=answer'] as const],
      ...[['POST', ''] as const, ['POST', '?lagi'] as const],
    ]) {
      const row = paths[name]
      if (method === 'GET' ? !row.get : !row.post) continue
      const url = sampleUrl(name, sample) + query
      const body = method === 'POST' ? new URLSearchParams({ nomor: 'x', isi: 'x' }) : undefined
      const answer = await request(url, { method, headers, body })
      if (answer.headers.get('Content-Type')?.startsWith('text/html'))
        seen.push({ what: `${method} ${name}`, url, html: await answer.text() })
    }
  }
})

/** Where the forms of a page go. Browsers put the error page of a lost line in place of its own address. */
const actionsOf = (html: string): string[] =>
  [...html.matchAll(/<form[^>]* method="post"[^>]*>/g)].map(([form]) =>
    (/ action="([^"]*)"/.exec(form)?.[1] ?? '').replaceAll('&amp;', '&'),
  )

test('no form of any page posts to the address of that page, not even of one that came back', () => {
  let forms = 0
  for (const { what, url, html } of seen) {
    const actions = actionsOf(html)
    expect(actions, what).not.toContain(url)
    forms += actions.length
  }
  expect(forms).toBeGreaterThan(100)
})

/** Keys, codes, numbers and what is compared letter by letter. */
const EXACT: readonly string[] = [...SECRETS, ...Object.values(AGAIN), 'nomor', 'tanda', 'bukti']
const OFF = ['autocapitalize="off"', 'autocorrect="off"', 'spellcheck="false"']

test('no keyboard learns, mends or sends away what is typed to the letter', () => {
  const found: string[] = []
  let fields = 0
  for (const { what, html } of seen)
    for (const [tag] of html.matchAll(/<(?:input|textarea)[^>]*>/g)) {
      const [, named = ''] = / name="([^"]*)"/.exec(tag) ?? []
      if (!EXACT.includes(named) || / type="(?:hidden|password|email)"/.test(tag)) continue
      fields += 1
      if (OFF.some((one) => !tag.includes(one))) found.push(`${what}: ${named}`)
    }
  expect([...new Set(found)]).toEqual([])
  expect(fields).toBeGreaterThan(20)
})

test('a form that was refused, and refused again, goes back and forth between two addresses', async () => {
  const bad = aReport({ isi: 'pendek' })
  const first = await post('/lapor', bad)
  expect(actionsOf(await first.text())).toEqual(['/lapor?lagi'])
  const second = await post('/lapor?lagi', bad)
  expect(actionsOf(await second.text())).toEqual(['/lapor'])
})
