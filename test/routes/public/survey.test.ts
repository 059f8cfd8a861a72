import { env } from 'cloudflare:workers'
import { gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '../../../src/db/database.ts'
import { publishCity } from '../../../src/db/publish-city.ts'
import { service } from '../../../src/db/schema/city.ts'
import { ELEMENTS, ikm, ikmText } from '../../../src/domain/figures/ikm.ts'
import type { Role } from '../../../src/domain/people/actor.ts'
import { retention } from '../../../src/jobs/retention.ts'
import { jobWorld } from '../../../src/jobs/world.ts'
import { settings } from '../../../src/words/id/settings.ts'
import { survey as say } from '../../../src/words/id/survey.ts'
import { DISHUB, INSPEKTORAT } from '../../support/commands.ts'
import { post, request } from '../../support/request.ts'
import { aStaff, sessionOf } from '../../support/staff.ts'
import { world } from '../../support/world.ts'

const db = database(env.DB)
const AGENCY = '/survei/dinas-perhubungan'
const SERVICE = '/survei/uji-kir'

beforeEach(async () => {
  await world()
  for (const table of ['survey', 'survey_sum', 'service', 'counter'])
    await env.DB.prepare(`delete from ${table}`).run()
  await db
    .insert(service)
    .values({ id: 1, slug: 'uji-kir', name: 'Uji KIR', agencyId: DISHUB, active: true })
  await publishCity(db)
})

const see = async (path: string) => (await request(path)).text()

const tokenIn = (html: string) => /name="kiriman" value="([^"]+)"/.exec(html)?.[1] ?? ''

const opened = async (path = AGENCY) => tokenIn(await see(path))

const scored = (scores: string) =>
  Object.fromEntries(ELEMENTS.map((name, i) => [name, scores[i] ?? '']))

const sent = async (scores = '343333344', more: Record<string, string> = {}, path = AGENCY) =>
  post(path, { kiriman: await opened(path), ...scored(scores), ...more })

const all = async <T>(sql: string) => (await env.DB.prepare(sql).all<T>()).results

const counted = async (scope: string) =>
  all<{ respondents: number; u1: number; profile: string }>(
    `select * from survey_sum where scope = '${scope}'`,
  )

describe('the form', () => {
  test('asks all nine in the words of the rule, within 8,000 bytes', async () => {
    const html = await see(AGENCY)
    for (const { ask, answers } of Object.values(say.elements)) {
      expect(html).toContain(ask)
      for (const answer of answers) expect(html).toContain(answer)
    }
    expect(html).not.toContain('<script')
    expect(gzipSync(html).length).toBeLessThanOrEqual(8_000)
  })

  test('is there for an agency and for a service of its own, and for nobody else', async () => {
    expect(await see(SERVICE)).toContain(say.title('Uji KIR'))
    for (const part of ['', '/hasil', '/hasil.csv', '/lembar'])
      expect((await request(`/survei/tidak-ada${part}`)).status).toBe(404)
  })

  test('is counted once, with its service and its agency, and keeps no person', async () => {
    const answer = await sent(
      '343333344',
      { kelamin: 'p', usia: '26', saran: 'Tambah kursi' },
      SERVICE,
    )
    expect(answer.status).toBe(303)
    const thanks = answer.headers.get('Location') ?? ''
    expect(thanks).toBe(`${SERVICE}?terkirim`)
    expect(await see(thanks)).toContain(say.thanks)
    for (const scope of [`agency:${DISHUB}`, 'service:1']) {
      const [row] = await counted(scope)
      expect(row).toMatchObject({ respondents: 1, u1: 3 })
      expect(JSON.parse(row?.profile ?? '')).toEqual({ 'kelamin:p': 1, 'usia:26': 1 })
    }
    const [row] = await all<Record<string, unknown>>('select * from survey')
    expect(Object.keys(row ?? {}).filter((name) => !/^u\d$/.test(name))).toEqual([
      ...['id', 'token_digest', 'agency_id', 'service_id', 'day', 'profile', 'suggestion'],
    ])
  })

  test('sent twice, or by two lines at once, is counted once', async () => {
    const fields = { kiriman: await opened(), ...scored('444444444') }
    const answers = await Promise.all([1, 2, 3].map(() => post(AGENCY, fields)))
    answers.push(await post(AGENCY, fields))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303])
    expect(await counted(`agency:${DISHUB}`)).toMatchObject([{ respondents: 1, u1: 4 }])
  })

  test('with the token of another answer comes back whole, and counts when it is sent again', async () => {
    const kiriman = await opened()
    await post(AGENCY, { kiriman, ...scored('444444444') })
    const other = { ...scored('111111111'), saran: 'Terlalu lama' }
    const back = await post(AGENCY, { kiriman, ...other })
    expect(back.status).toBe(409)
    const html = await back.text()
    expect(html).toContain(say.other)
    expect(html).toContain('Terlalu lama')
    expect(html.match(/ value="1" checked=""/g)).toHaveLength(9)
    expect((await post(AGENCY, { kiriman: tokenIn(html), ...other })).status).toBe(303)
    expect(await counted(`agency:${DISHUB}`)).toMatchObject([{ respondents: 2, u1: 5 }])
  })

  test('names each answer that is missing, keeps the others and its token', async () => {
    const kiriman = await opened()
    const back = await post(AGENCY, {
      ...{ kiriman, ...scored('44444444'), u2: '5', usia: '26', pekerjaan: 'raja', saran: 'Baik' },
    })
    expect(back.status).toBe(422)
    const html = await back.text()
    for (const n of [2, 9]) {
      const element = ELEMENTS[n - 1] ?? 'u1'
      expect(html).toContain(say.missing(n, say.elements[element].name))
      expect(html).toContain(`href="#${element}"`)
    }
    expect(html).toContain(say.unknownChoice)
    expect(html.match(/ value="4" checked=""/g)).toHaveLength(7)
    expect(html).toContain('<option value="26" selected="">')
    expect(tokenIn(html)).toBe(kiriman)
    expect(await all('select 1 from survey')).toEqual([])
  })

  test('without a token of ours counts nothing and is given one', async () => {
    const back = await post(AGENCY, { kiriman: 'x', ...scored('444444444') })
    expect(back.status).toBe(422)
    expect(tokenIn(await back.text())).not.toBe('')
    expect(await all('select 1 from survey')).toEqual([])
  })

  test('takes a queue of people at one counter, and keeps the words of whom it holds up', async () => {
    const headers = { 'CF-Connecting-IP': '203.0.113.7' }
    const send = async (more = {}) =>
      post(AGENCY, { kiriman: await opened(), ...scored('333333333'), ...more }, headers)
    expect((await send()).status).toBe(303)
    await env.DB.prepare('update counter set count = 299').run()
    expect((await send()).status).toBe(303)
    const fields = { kiriman: await opened(), ...scored('333333333'), saran: 'Ramai sekali' }
    const held = await post(AGENCY, fields, headers)
    expect(held.status).toBe(429)
    expect(held.headers.get('Retry-After')).toBe('3600')
    expect(await held.text()).toContain('Ramai sekali')
    await env.DB.prepare('delete from counter').run()
    expect((await post(AGENCY, fields, headers)).status).toBe(303)
    expect(await counted(`agency:${DISHUB}`)).toMatchObject([{ respondents: 3 }])
  })

  test('sent again it counts for no limit', async () => {
    const headers = { 'CF-Connecting-IP': '203.0.113.8' }
    const fields = { kiriman: await opened(), ...scored('333333333') }
    await post(AGENCY, fields, headers)
    await env.DB.prepare('update counter set count = 300').run()
    expect((await post(AGENCY, fields, headers)).status).toBe(303)
  })

  test('of a retired service takes no answers, keeps the words, and still shows results', async () => {
    const kiriman = await opened(SERVICE)
    await env.DB.prepare('update service set active = 0').run()
    await publishCity(db)
    expect(await see(SERVICE)).toContain(say.closed)
    const back = await post(SERVICE, { kiriman, ...scored('444444444'), saran: 'Bagus' })
    expect(back.status).toBe(422)
    expect(await back.text()).toContain('Bagus')
    expect((await request(`${SERVICE}/hasil`)).status).toBe(200)
    expect((await request(`${SERVICE}/lembar`)).status).toBe(404)
  })

  test('under a name that the agency had leads to the one it has', async () => {
    await env.DB.prepare(`insert into agency_slug values ('dishub-lama', ${DISHUB})`).run()
    await publishCity(db)
    for (const part of ['', '/hasil', '/hasil.csv', '/lembar']) {
      const answer = await request(`/survei/dishub-lama${part}`)
      expect(answer.status).toBe(301)
      expect(answer.headers.get('Location')).toBe(`${AGENCY}${part}`)
    }
    await env.DB.prepare('delete from agency_slug').run()
  })
})

describe('results', () => {
  const fill = async (n: number, path = AGENCY) => {
    for (let i = 0; i < n; i++) {
      const scores = ELEMENTS.map((_, j) => String(((i + j) % 4) + 1)).join('')
      await sent(scores, { kelamin: i % 3 ? 'p' : 'l', saran: `Saran rahasia ${i}` }, path)
    }
  }

  const over = () => env.DB.prepare("update survey_sum set quarter = '2024-Q2'").run()
  const YEAR = '?periode=2024'

  test('are hidden below ten respondents, and while the quarter runs; only how many there are is told', async () => {
    await fill(9)
    const hidden = async (n: number, query = '') => {
      const html = await see(`${AGENCY}/hasil${query}`)
      expect(html).toContain(say.results.few(n, 10))
      expect(html).not.toContain(say.results.elements)
      const csv = await see(`${AGENCY}/hasil.csv${query}`)
      expect(csv).not.toMatch(/U1/)
      expect(csv).toContain(`IKM;Seluruhnya;${n};;;;`)
    }
    await hidden(9)
    // what came since yesterday's page would be known one by one
    await fill(3)
    await hidden(12)
    await over()
    expect(await see(`${AGENCY}/hasil${YEAR}`)).toContain(say.results.elements)
    await env.DB.prepare('update survey_sum set respondents = 9').run()
    await hidden(9, YEAR)
  })

  test('of a service are hidden where they would tell of the few others of its agency', async () => {
    await fill(3)
    await fill(11, SERVICE)
    await over()
    expect(await see(`${SERVICE}/hasil${YEAR}`)).toContain(say.results.few(11, 10))
    const whole = await see(`${AGENCY}/hasil${YEAR}`)
    expect(whole).toContain(say.results.elements)
    expect(whole).toContain(say.results.tooFew)
  })

  test('equal what independent SQL counts from the sheets, on page and in the table', async () => {
    await fill(12)
    await fill(11, SERVICE)
    await over()
    const scopes = [
      [AGENCY, `agency_id = ${DISHUB}`, 23],
      [SERVICE, 'service_id = 1', 11],
    ] as const
    for (const [path, where, n] of scopes) {
      const [row] = await all<Record<string, number>>(
        `select count(*) as n, ${ELEMENTS.map((name) => `sum(${name}) as ${name}`)} from survey where ${where}`,
      )
      expect(row?.n).toBe(n)
      const sums = ELEMENTS.map((name) => row?.[name] ?? 0)
      const expected = ikm({ respondents: n, sums })
      const html = await see(`${path}/hasil${YEAR}`)
      const csv = await see(`${path}/hasil.csv${YEAR}`)
      const value = ikmText(expected?.value ?? 0)
      expect(html).toContain(`<dd>${value}</dd>`)
      expect(html).toContain(say.results.bands[expected?.band ?? 'A'])
      expect(csv).toContain(`IKM;Seluruhnya;${n};;;${value};${expected?.band}`)
      for (const [i, one] of (expected?.elements ?? []).entries())
        expect(csv).toMatch(
          new RegExp(`U${i + 1};[^\\n]*;${n};${sums[i]};.*;${ikmText(one.value)};`),
        )
      for (const text of [html, csv]) expect(text).not.toContain('Saran rahasia')
    }
    expect(await see(`${AGENCY}/hasil${YEAR}`)).toContain('href="/survei/uji-kir/hasil?periode=')
  })

  test('are of the period that is asked for', async () => {
    await fill(10)
    expect(await see(`${AGENCY}/hasil`)).not.toContain('value="2025"')
    await over()
    const now = await see(`${AGENCY}/hasil`)
    expect(now).toContain(say.results.few(0, 10))
    expect(now).toContain('value="2024-T2"')
    expect(now).not.toContain('value="2024-T1"')
    for (const period of ['2024', '2024-S1', '2024-T2'])
      expect(await see(`${AGENCY}/hasil?periode=${period}`)).toContain(say.results.elements)
    for (const period of ['2024-S2', '2024-T1', '2025'])
      expect(await see(`${AGENCY}/hasil?periode=${period}`)).toContain(say.results.few(0, 10))
    expect((await request(`${AGENCY}/hasil?periode=kapan`)).status).toBe(200)
  })
})

test('the sheet for the counter has the address in letters and as a code', async () => {
  const html = await see(`${SERVICE}/lembar`)
  expect(html).toContain('lapor.example/survei/uji-kir')
  expect(html).toContain('<svg')
})

describe('suggestions', () => {
  const PAGE = '/petugas/kinerja/saran'
  const RESULTS = `href="${AGENCY}/hasil"`
  const read = async (role: Role, agencyId: number | null, query = '') => {
    const cookie = await sessionOf(await aStaff(role, agencyId, `${crypto.randomUUID()}@contoh.id`))
    const answer = await request(PAGE + query, { headers: { Cookie: cookie } })
    return answer.status === 200 ? await answer.text() : answer.status
  }

  test('are read by the head of the agency, Inspektorat and the leader, and by nobody else', async () => {
    await sent('343333314', { saran: 'Tambah kursi tunggu' }, SERVICE)
    await sent('343333344', { saran: 'Antrean PUPR panjang' }, '/survei/dinas-pupr')
    for (const [role, agency] of [
      ['leader', null],
      ['inspectorate', INSPEKTORAT],
    ] as const) {
      const html = await read(role, agency)
      expect(html).toContain('Tambah kursi tunggu')
      expect(html).toContain('Antrean PUPR panjang')
      expect(html).toContain(say.suggestions.lowest(say.elements.u8.name))
    }
    const own = await read('head', DISHUB)
    expect(own).toContain('Tambah kursi tunggu')
    expect(own).not.toContain('Antrean PUPR panjang')
    expect(own).toContain(RESULTS)
    expect(own).not.toContain('/survei/dinas-pupr/hasil')
    expect(await read('head', DISHUB, '?opd=dinas-pupr')).toBe(404)
    for (const role of ['admin', 'auditor'] as const) {
      const html = await read(role, null)
      expect(html).toContain(say.suggestions.notForYou)
      expect(html).toContain(RESULTS)
      expect(html).not.toMatch(/Tambah kursi|Antrean PUPR/)
      expect(await read(role, null, '?opd=dinas-pupr')).not.toMatch(/Antrean PUPR/)
    }
    for (const role of ['officer', 'liaison'] as const) expect(await read(role, DISHUB)).toBe(404)
  })

  test('are paged, newest first', async () => {
    for (let i = 0; i < 21; i++) await sent('343333344', { saran: `Saran ke-${i}.` })
    const html = String(await read('leader', null))
    expect(html).toContain('Saran ke-20.')
    expect(html).not.toContain('Saran ke-0.')
    const next = /href="([^"]*sebelum=[^"]*)"/.exec(html)?.[1] ?? ''
    expect(await read('leader', null, next.slice(PAGE.length))).toContain('Saran ke-0.')
  })

  test('go after the retention; what was counted stays', async () => {
    await sent('343333344', { saran: 'Lama' })
    await env.DB.prepare("update survey set day = '2020-01-01'").run()
    await sent('343333344', { saran: 'Baru' })
    await retention(await jobWorld(env, Date.now()))
    expect(await all('select suggestion from survey order by id')).toEqual([
      { suggestion: null },
      { suggestion: 'Baru' },
    ])
    expect(await counted(`agency:${DISHUB}`)).toMatchObject([{ respondents: 2 }])
  })
})

test('an administrator keeps services; an address that is answered about or of an agency is refused', async () => {
  const cookie = await sessionOf(await aStaff('admin', null, 'layanan@contoh.id'))
  const give = (id: string, fields: Record<string, string>) =>
    post(`/petugas/pengaturan/layanan/${id}`, fields, { Cookie: cookie })
  const fields = { nama: 'Izin trayek', penyelenggara: 'dinas-perhubungan', aktif: 'ya' }
  const added = await give('baru', { ...fields, alamat: 'izin-trayek' })
  expect(added.status).toBe(303)
  expect(await see('/survei/izin-trayek')).toContain(say.title('Izin trayek'))
  const taken = await give('baru', { ...fields, alamat: 'dinas-pupr' })
  expect(taken.status).toBe(422)
  expect(await taken.text()).toContain(settings.cityFaults.of_an_agency)
  await sent('343333344', {}, SERVICE)
  const whole = { nama: 'Uji KIR', penyelenggara: 'dinas-perhubungan', aktif: 'ya' }
  const moved = await give('1', { ...whole, alamat: 'kir' })
  expect(moved.status).toBe(422)
  expect(await moved.text()).toContain(settings.cityFaults.printed)
  await env.DB.prepare("delete from service where slug = 'izin-trayek'").run()
})
