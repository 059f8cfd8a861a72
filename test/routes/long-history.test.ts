import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'
import { database } from '../../src/db/database.ts'
import { type Dossier, dossierByReference } from '../../src/db/dossier.ts'
import { runCommand } from '../../src/db/run-command.ts'
import type { Given } from '../../src/domain/acts/acts.ts'
import { EVENTS_SHOWN } from '../../src/domain/case/shown.ts'
import type { Actor } from '../../src/domain/people/actor.ts'
import { custodyOf, heldBy } from '../../src/sights/custody.ts'
import { deskSight } from '../../src/sights/desk.ts'
import { publicSight } from '../../src/sights/public.ts'
import { reporterSight } from '../../src/sights/reporter.ts'
import { fileReport, read } from '../support/citizen.ts'
import { DISHUB, routing } from '../support/commands.ts'
import { costOf, look, measure, staff, standing } from '../support/desk.ts'
import { someone, world } from '../support/world.ts'

/** Events of the report: notes and letters that nobody else reads, and some turns and answers. */
const LONG = 500
const ROUNDS = 12
const REPORTER: Actor = { kind: 'reporter' }

let number: string
let cookie: string
let whole: Dossier

const give = async (actor: Actor, command: Given) => {
  const s = await world(actor, Date.now() - 60_000)
  const done = await runCommand(s, await standing(number), command)
  if (!done.ok) throw new Error(JSON.stringify(done))
}

/** As many notes, written at once: their hashes are nobody's business here. */
const fill = async (upTo: number) => {
  const { complaint } = await standing(number)
  const { id, version } = complaint
  const more = `with recursive n(seq) as (select ${version + 1} union all select seq + 1 from n where seq < ${upTo})`
  await env.DB.batch([
    env.DB.prepare(
      `${more} insert into event (complaint_id, seq, type, at, actor, state_before, state_after, agency_id,
        facts, previous, hash) select complaint_id, n.seq, 'note', at, actor, state_after, state_after,
        agency_id, '{}', previous, hash from n, event e
        where e.complaint_id = ${id} and e.seq = ${version}`,
    ),
    env.DB.prepare(
      `${more} insert into message (complaint_id, seq, kind, audience, state, author_kind, author_id,
        at, visible_from, text) select ${id}, n.seq, 'note', 'staff', 'sent', 'staff', 'officer-${DISHUB}',
        0, 0, 'Catatan ke-' || n.seq from n`,
    ),
    env.DB.prepare(`update complaint set version = ${upTo}, undo = null where id = ${id}`),
  ])
}

beforeAll(async () => {
  ;({ number, cookie } = await fileReport())
  const officer = someone('officer', DISHUB)
  await staff('verifier')
  const decision = { release: true, title: 'Lampu padam', text: 'Tiga lampu padam.' } as const
  const release = { ...decision, point: false, photoIds: [] }
  await give(someone('verifier'), { ...routing(), release })
  await give(officer, { name: 'take_up' })
  for (let i = 1; i <= ROUNDS; i++) {
    await give(officer, { name: 'ask', text: `Pertanyaan ke-${i}?` })
    await give(REPORTER, { name: 'answer', text: `Jawaban ke-${i}.` })
    await give(officer, { name: 'reply', text: `Tanggapan ke-${i}.` })
    await fill(i * 40)
  }
  await give(officer, { name: 'ask', text: 'Pertanyaan yang masih terbuka?' })
  await fill(LONG)
  const found = await dossierByReference(database(env.DB), number)
  if (!found) throw new Error('gone')
  whole = found
})

it('a page of a history knows the same of the case as the whole of it', async () => {
  const { db, city } = await world()
  const now = Date.now()
  const page = await dossierByReference(db, number, 'newest')
  if (!page) throw new Error('gone')
  expect(whole.events).toHaveLength(LONG)
  expect(page.events.length).toBeLessThan(80)
  expect(custodyOf(page.events, city, now)).toEqual(custodyOf(whole.events, city, now))
  expect(heldBy(page.events, city, now)).toEqual(heldBy(whole.events, city, now))
  expect(page.row).toEqual(whole.row)
  expect(reporterSight(page, city, now)).toEqual(reporterSight(whole, city, now))
  const beside = { names: new Map(), similar: [], members: [] }
  const additions = { members: [], messages: [], files: [] }
  const seenBy = (d: Dossier) =>
    deskSight(d, someone('officer', DISHUB), city, now, { ...beside, additions })
  expect(seenBy(page)).toEqual(seenBy(whole))
  const [some, all] = [page, whole].map((d) => publicSight(d, city, now))
  if (some?.kind !== 'report' || all?.kind !== 'report') throw new Error('not public')
  expect({ ...some, answers: [] }).toEqual({ ...all, answers: [] })
  expect(all.answers.slice(-some.answers.length)).toEqual(some.answers)
  expect(some.answers.at(-1)?.words).toBe(`Tanggapan ke-${ROUNDS}.`)
})

it('every step stands on one page, one behind the other, without a script', async () => {
  const officer = await staff('officer', DISHUB)
  const first = `/petugas/laporan/${number}`
  const pages = [first]
  for (let at = first; ; ) {
    const { html } = await look(officer, at)
    const next = /<a href="([^"]*sebelum=\d+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    if (!next) break
    pages.push(next)
    at = next
  }
  expect(pages).toHaveLength(LONG / EVENTS_SHOWN)
  const seen = await Promise.all(pages.map(async (at) => (await look(officer, at)).html))
  const notes = seen.flatMap((html) => [...html.matchAll(/Catatan ke-(\d+)/g)].map(([, n]) => n))
  expect(notes).toEqual(
    whole.events
      .filter(({ type }) => type === 'note')
      .map(({ seq }) => String(seq))
      .reverse(),
  )
})

it('reporter and public page through it, too, and find their words where they were said', async () => {
  for (const at of [`/laporan-saya/${number}`, `/laporan/${number}`]) {
    const newest = await read(at, cookie)
    expect(newest).toContain('Tampilkan yang lebih lama')
    expect(newest).not.toContain('Tanggapan ke-1.')
    let found = 0
    for (let next: string | undefined = at; next; ) {
      const html: string = await read(next, cookie)
      found += [...html.matchAll(/Tanggapan ke-1\./g)].length
      next = /<a href="([^"]*sebelum=\d+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(found).toBe(1)
  }
  expect(await read(`/laporan-saya/${number}`, cookie)).toContain('Pertanyaan yang masih terbuka?')
  const download = await read(`/laporan-saya/${number}/data.json`, cookie)
  for (let i = 1; i <= ROUNDS; i++) expect(download).toContain(`Jawaban ke-${i}.`)
})

it('reads as few rows of 500 events as of few', async () => {
  for (const reading of ['newest', { before: 300 }, { before: 26 }] as const) {
    const { rows } = await costOf((d1) => dossierByReference(database(d1), number, reading))
    expect(rows).toBeLessThanOrEqual(200)
  }
  const officer = await staff('officer', DISHUB)
  expect((await measure(officer, `/petugas/laporan/${number}`)).rows).toBeLessThanOrEqual(200)
})
