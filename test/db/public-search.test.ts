import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { publicReports } from '../../src/db/public-reports.ts'
import { MONTH_MS } from '../../src/domain/time/time.ts'
import { aCase, give, officer, routeTo } from '../support/handled.ts'
import { someone, TUESDAY } from '../support/world.ts'

const verifier = someone('verifier')
const released = {
  release: true,
  title: 'Jalan berlubang di Purnama',
  text: 'Jalan berlubang dalam di depan sekolah.',
  point: false,
  photoIds: [],
}

test('a released report is found as long as it is released, whatever is done to it', async () => {
  const { s, id } = await aCase(TUESDAY, 'received')
  const PUPR = 2
  const columns = { releasedTitle: released.title, releasedText: released.text }
  const found = async (q: string, tokens: string[] = []) => {
    const list = await publicReports(s.db, { q, tokens, before: null }, TUESDAY + 60_000)
    return list.some(({ row }) => row.id === id)
  }
  expect(await found('berlubang')).toBe(false)
  await give(s, id, verifier, TUESDAY, routeTo(PUPR, { release: released }), { columns })
  expect(await found('berlubang', ['strouted'])).toBe(true)
  await give(s, id, officer(PUPR), TUESDAY, { name: 'take_up' })
  expect(await found('berlubang')).toBe(true)
  expect(await found('', ['stinprogress'])).toBe(true)
  expect(await found('', ['strouted'])).toBe(false)
  await give(s, id, officer(PUPR), TUESDAY, { name: 'ask', text: 'Di sebelah mana tepatnya?' })
  expect(await found('berlubang', ['stawaitinginfo'])).toBe(true)
  await give(s, id, verifier, TUESDAY, { name: 'unrelease', text: 'Ada nama warga di dalamnya.' })
  expect(await found('berlubang')).toBe(false)
})

test('the last word may be unfinished; capitals, accents and operators do not matter', async () => {
  const { s, id } = await aCase(TUESDAY, 'received')
  const columns = { releasedTitle: released.title, releasedText: released.text }
  await give(s, id, verifier, TUESDAY, routeTo(2, { release: released }), { columns })
  const found = async (q: string, tokens: string[] = []) => {
    const list = await publicReports(s.db, { q, tokens, before: null }, TUESDAY + 60_000)
    return list.some(({ row }) => row.id === id)
  }
  const hits = [
    'ber',
    'BERLUBANG',
    'dalam berlub',
    'Bérlub',
    '"jalan" (dalam',
    'di',
    'jalan*',
    'berlubangnya',
    'lubang',
  ]
  for (const q of hits) expect(await found(q), q).toBe(true)
  for (const q of ['zzz', 'be', 'strouted', 'kat', 'NOT jalan', 'jalan OR zzz'])
    expect(await found(q), q).toBe(false)
  expect(await found('berlub', ['strouted', 'opd2'])).toBe(true)
  expect(await found('berlub', ['stclosed'])).toBe(false)
})

test('a word in as many reports as fill a page is found with its endings, and not as a beginning', async () => {
  const { s, id } = await aCase(TUESDAY, 'received')
  const release = { ...released, title: 'Lampunya mati', text: 'Lampion di taman tidak menyala.' }
  const columns = { releasedTitle: release.title, releasedText: release.text }
  await give(s, id, verifier, TUESDAY, routeTo(2, { release }), { columns })
  const found = async (q: string) => {
    const list = await publicReports(s.db, { q, tokens: [], before: null }, TUESDAY + 60_000)
    return list.some(({ row }) => row.id === id)
  }
  expect(await found('lamp')).toBe(true)
  expect(await found('lampu')).toBe(true)
  await env.DB.batch(
    Array.from({ length: 13 }, (_, i) =>
      env.DB.prepare(
        `insert into public_search(rowid, title, body, tokens) values (?, 'Lamp', 'lampu', 'kat1')`,
      ).bind(i + 1),
    ),
  )
  expect(await found('lampu')).toBe(true)
  expect(await found('lampion')).toBe(true)
  expect(await found('lampi')).toBe(true)
  expect(await found('lamp')).toBe(false)
})

test('a search goes back 24 months, and as far as it takes where a span of time is asked for', async () => {
  const { s, id } = await aCase(TUESDAY, 'received')
  const columns = { releasedTitle: released.title, releasedText: released.text }
  await give(s, id, verifier, TUESDAY, routeTo(2, { release: released }), { columns })
  const later = TUESDAY + 36 * MONTH_MS
  const found = async (q: string, span: readonly [number, number] | null) => {
    const list = await publicReports(s.db, { q, tokens: [], before: null, span }, later, 50)
    return list.some(({ row }) => row.id === id)
  }
  const then = [TUESDAY, TUESDAY + 1000] as const
  expect(await found('berlubang', null)).toBe(false)
  for (const q of ['berlubang', '']) {
    expect(await found(q, then), q).toBe(true)
    expect(await found(q, [TUESDAY + 1000, later]), q).toBe(false)
    expect(await found(q, [TUESDAY - 1000, TUESDAY - 1]), q).toBe(false)
  }
})
