import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { DAY, dateOf, HOUR } from '../../../src/domain/time/time.ts'
import { indexTrail } from '../../../src/jobs/index-trail.ts'
import { jobWorld } from '../../../src/jobs/world.ts'
import { INSPEKTORAT } from '../../support/commands.ts'
import { look, measure, staff } from '../../support/desk.ts'
import { aCase, give, officer, PUPR, routeTo, rows } from '../../support/handled.ts'
import { aForm, filed, someone, world } from '../../support/world.ts'

const NOW = Date.now()
const PAGE = '/petugas/jejak'
const early = () => aForm({ incidentDay: '2026-01-05' })
const rina = someone('liaison', PUPR, 'rina')

let references: string[]
let secret: string

beforeAll(async () => {
  const db = (await world()).db
  expect(db).toBeDefined()
  await env.DB.prepare(
    `insert into user (id, name, email, email_verified, created_at, updated_at) values ('rina', 'Rina Wati', 'rina@contoh.id', 1, 0, 0)`,
  ).run()
  const one = await aCase(NOW - 10 * DAY, 'in_progress', early())
  await give(one.s, one.id, rina, NOW - 9 * DAY, { name: 'note', text: 'Sudah saya lihat.' })
  const two = await aCase(NOW - 8 * DAY, 'routed', early())
  await give(two.s, two.id, rina, NOW - 8 * DAY, { name: 'take_up' })
  // a few minutes ago: not in the index yet
  await give(two.s, two.id, rina, NOW - 60_000, { name: 'reply', text: 'Besok kami perbaiki.' })
  const s = await world({ kind: 'reporter' }, NOW - 7 * DAY)
  const third = (await filed(s, early())).found.complaint
  await give(s, third.id, someone('verifier'), NOW - 7 * DAY, {
    ...routeTo(INSPEKTORAT, {
      supervisory: true,
      release: { release: false, title: 'Jalan rusak', text: '', point: false, photoIds: [] },
    }),
    aboutAgencyId: 4,
  })
  secret = third.reference
  references = (
    await rows<{ reference: string }>(
      'select reference from complaint where id in (?, ?) order by id',
      one.id,
      two.id,
    )
  ).map(({ reference }) => reference)
})

const index = async () => indexTrail(await jobWorld(env, NOW, { enqueue: async () => {} }))

interface Line {
  who: string
  report: string
}

const linesIn = (html: string): Line[] =>
  [
    ...html
      .slice(html.indexOf('<tbody>'))
      .matchAll(/<tr><td>[^<]+<\/td><td>(.*?)<\/td><td>[^<]*<\/td><td><a [^>]+>([^<]+)</g),
  ].map(([, who = '', report = '']) => ({ who: who.replace(/<[^>]+>/g, ''), report }))

const shown = async (query: string, role: 'auditor' | 'admin' = 'auditor') => {
  const { status, html } = await look(await staff(role), PAGE + query)
  expect(status).toBe(200)
  return linesIn(html)
}

const eventsWhere = async (where: string) =>
  (await rows<{ n: number }>(`select count(*) as n from event where ${where}`))[0]?.n

test('all that happened stands in it, newest first, whether or not it is in the index', async () => {
  const before = await shown('')
  expect(before).toHaveLength((await eventsWhere('1 = 1')) ?? 0)
  expect(before[0]).toEqual({ who: 'Rina Wati', report: references[1] })
  await index()
  expect(await shown('')).toEqual(before)
})

test('by person, agency and command it holds what staff did, before and after it is in the index', async () => {
  await env.DB.exec('delete from trail')
  await env.DB.exec(`delete from setting where key = 'job:trail'`)
  const asked = [
    ['?orang=rina', `actor = 'staff:rina'`],
    ['?petugas=Rina%40contoh.id', `actor = 'staff:rina'`],
    ['?tindakan=take_up', `type = 'take_up'`],
    ['?tindakan=take_up&orang=rina', `type = 'take_up' and actor = 'staff:rina'`],
    ['?opd=inspektorat', `agency_id = ${PUPR} and actor like 'staff:%'`],
    ['?petugas=tidak%40ada.id', '1 = 0'],
    [
      `?orang=rina&sampai=${dateOf(NOW - 5 * DAY, 420)}`,
      `actor = 'staff:rina' and at < ${NOW - 4 * DAY}`,
    ],
  ] as const
  const all = async () => Promise.all(asked.map(async ([query]) => (await shown(query)).length))
  const expected = await Promise.all(asked.map(([, where]) => eventsWhere(where)))
  expect(expected.slice(0, 5).every((n) => (n ?? 0) > 0)).toBe(true)
  expect(await all()).toEqual(expected)
  expect((await index()).indexed).toBeGreaterThan(5)
  expect(await all()).toEqual(expected)
  expect((await index()).indexed).toBe(0)
})

test('the index holds what is older than twenty minutes, once, and is made anew where it is empty', async () => {
  await index()
  const [kept] = await rows<{ n: number }>(`select count(*) as n from trail where key = 'p:rina'`)
  expect(kept?.n).toBe(await eventsWhere(`actor = 'staff:rina' and at < ${NOW - HOUR}`))
  await env.DB.exec('delete from trail')
  await index()
  expect(await rows(`select count(*) as n from trail where key = 'p:rina'`)).toEqual([kept])
})

test('of one report it holds all, and a number that is none finds nothing', async () => {
  const [nomor = ''] = references
  const lines = await shown(`?nomor=${nomor}`)
  expect(lines.map(({ report }) => report)).toEqual(lines.map(() => nomor))
  expect(lines).toHaveLength(
    (await eventsWhere(`complaint_id = (select id from complaint where reference = '${nomor}')`)) ??
      0,
  )
  expect(await shown('?nomor=ABC')).toEqual([])
})

test('a supervisory report is in it for whoever may know of it', async () => {
  const has = async (role: 'auditor' | 'admin', query = '') =>
    (await shown(query, role)).some(({ report }) => report === secret)
  for (const query of ['', `?nomor=${secret}`, '?tindakan=route']) {
    expect([query, await has('auditor', query)]).toEqual([query, true])
    expect([query, await has('admin', query)]).toEqual([query, false])
  }
})

test('page by page nothing is left out and nothing told twice', async () => {
  const { s, id } = await aCase(NOW - 3 * DAY, 'in_progress', early())
  for (let i = 0; i < 45; i++)
    await give(s, id, rina, NOW - 2 * DAY + i, {
      name: 'note',
      text: `Catatan ke-${i} untuk berkas.`,
    })
  for (let i = 0; i < 70; i++)
    await give(s, id, officer(), NOW - 1000 + i, {
      name: 'note',
      text: `Catatan ${i} dari yang lain.`,
    })
  await index()
  const walk = async (first: string) => {
    const seen: number[] = []
    for (let path: string | undefined = first; path; ) {
      const { html } = await look(await staff('auditor'), path)
      seen.push(linesIn(html).length)
      path = /<a href="([^"]+)" rel="next">/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
    return seen.reduce((a, b) => a + b, 0)
  }
  expect(await walk(`${PAGE}?orang=rina`)).toBe(await eventsWhere(`actor = 'staff:rina'`))
  expect(await walk(PAGE)).toBe(await eventsWhere('1 = 1'))
  const cost = await measure(await staff('auditor'), `${PAGE}?orang=rina`)
  expect([cost.trips <= 3, cost.rows <= 200]).toEqual([true, true])
})

test('the file holds the same, and nobody else has the page', async () => {
  const { html } = await look(await staff('auditor'), `${PAGE}/csv?orang=rina`)
  const lines = html.trim().split('\r\n')
  expect(lines).toHaveLength(1 + ((await eventsWhere(`actor = 'staff:rina'`)) ?? 0))
  expect(lines[1]).toContain('Rina Wati')
  for (const role of ['head', 'officer', 'verifier'] as const) {
    const by = await staff(role, role === 'verifier' ? null : PUPR)
    expect((await look(by, PAGE)).status).toBe(404)
    expect((await look(by, `${PAGE}/csv`)).status).toBe(404)
  }
})

test('the number of a supervisory report is answered like an unknown one, however much happened', async () => {
  const [one] = await rows<{ id: number }>('select id from complaint where reference = ?', secret)
  const s = await world()
  for (let i = 0; i < 20; i++)
    await give(s, one?.id ?? 0, someone('liaison', INSPEKTORAT), NOW - 500 + i, {
      name: 'note',
      text: `Catatan ${i} Inspektorat.`,
    })
  const of = async (nomor: string) =>
    (await look(await staff('admin'), `${PAGE}?nomor=${nomor}`)).html.replaceAll(nomor, 'NOMOR')
  const unknown = await of(`${secret.slice(0, -9)}0000-0000`)
  expect(await of(secret)).not.toContain('rel="next"')
  expect((await of(secret)).length).toBe(unknown.length)
  expect(await shown(`?nomor=${secret}`)).toHaveLength(15)
})
