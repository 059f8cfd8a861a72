import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { idFrom } from '../../../src/db/ids.ts'
import type { Role } from '../../../src/domain/people/actor.ts'
import { DAY, dateOf } from '../../../src/domain/time/time.ts'
import { INSPEKTORAT } from '../../support/commands.ts'
import { look, measure, staff } from '../../support/desk.ts'
import { aCase, give, officer, PUPR, routeTo, rows } from '../../support/handled.ts'
import { aForm, filed, someone, world } from '../../support/world.ts'

const KESEHATAN = 4
const NOW = Date.now()
const today = dateOf(NOW, 420)
const PAGE = '/petugas/kinerja'
const reporter = { kind: 'reporter' } as const
const verifier = someone('verifier')

const aWithheld = { release: false, title: 'Jalan rusak', text: '', point: false, photoIds: [] }

/** Of something that happened before any of them was filed. */
const early = (changes = {}) => aForm({ incidentDay: '2026-01-05', ...changes })
/** Beside every case of theirs: no figure counts it. */
const trial = () => early({ channel: 'test' })

const promise = async (days: number, at: number, form = early()) => {
  const { s, id } = await aCase(at, 'in_progress', form)
  const day = dateOf(at + days * DAY, 420)
  await give(s, id, officer(), at, { name: 'promise_date', day, text: 'Kami tambal pekan ini.' })
}

/** What stands in every list of the city and of PUPR. */
const everywhere = async (form: () => ReturnType<typeof aForm>) => {
  await aCase(NOW, 'in_progress', form())
  await aCase(NOW - 16 * DAY, 'in_progress', form())
  await aCase(NOW - 40 * DAY, 'received', form())
  await aCase(NOW - 60 * DAY, 'awaiting_info', form())
  const disputed = await aCase(NOW - 20 * DAY, 'awaiting_confirmation', form())
  await give(disputed.s, disputed.id, reporter, NOW - 19 * DAY, {
    ...{ name: 'dispute', text: 'Lubangnya masih ada di sana.' },
  })
  const bounced = await aCase(NOW - 6 * DAY, 'routed', form())
  for (const agency of [PUPR, KESEHATAN]) {
    await give(bounced.s, bounced.id, someone('liaison', agency), NOW - 5 * DAY, {
      ...{ name: 'return', text: 'Bukan tugas kami.', proposedAgencyId: 6 },
    })
    if (agency === PUPR)
      await give(bounced.s, bounced.id, verifier, NOW - 5 * DAY, routeTo(KESEHATAN))
  }
  await promise(2, NOW - 9 * DAY, form())
  await promise(20, NOW - 2 * DAY, form())
}

beforeAll(async () => {
  await everywhere(early)
  await everywhere(trial)
  for (let i = 0; i < 3; i++) await aCase(NOW - 60 * DAY, 'in_progress', early())
  await aCase(NOW - 60 * DAY, 'in_progress', early({ confidential: true }))
  // Dinas Kesehatan: two that were given to it and never touched
  const s = await world(reporter, NOW - 50 * DAY)
  for (let i = 0; i < 2; i++) {
    const { id } = (await filed(s, early())).found.complaint
    await give(s, id, verifier, NOW - 50 * DAY, routeTo(KESEHATAN))
  }
  const long = await world(reporter, NOW - 75 * DAY)
  const secret = (await filed(long, early())).found.complaint
  await give(long, secret.id, verifier, NOW - 75 * DAY, {
    ...routeTo(INSPEKTORAT, { supervisory: true, release: aWithheld }),
    aboutAgencyId: KESEHATAN,
  })
  // in a place of its own: two of theirs, and three of nobody's
  for (const form of [early({ subdistrictId: 102 }), early({ subdistrictId: 102 })])
    await aCase(NOW - 3 * DAY, 'received', form)
  for (let i = 0; i < 3; i++)
    await aCase(NOW - 3 * DAY, 'received', early({ subdistrictId: 102, channel: 'test' }))
  // limits that are past: cheaper to write than a limit of the city and its seven days
  await env.DB.exec(
    `insert into clock (complaint_id, kind, round, holder, agency_id, unit, length, start_day, due_day, provisional, status, late, rung, watched) select id, 'target', 1, 'agency', ${PUPR}, 'working_day', 5, '2026-01-05', '2026-01-20', 0, 'running', 0, 0, 1 from complaint where state = 'in_progress' and subdistrict_id = 101 and lead_agency_id = ${PUPR}`,
  )
})

const REAL = "select id from complaint where channel <> 'test'"

/** By the tables of the queues: nothing of the figures. */
const heldBy = async (where: string) =>
  Object.fromEntries(
    (
      await rows<{ agency: number; n: number }>(
        `select agency_id as agency, count(*) as n from assignment
          where open = 1 and role = 'lead' and bucket in ('work','paused') and ${where}
            and complaint_id in (${REAL}) group by 1`,
      )
    ).map(({ agency, n }) => [agency, n]),
  )

const total = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0)

const tiles = (html: string) =>
  [...html.matchAll(/<dt>([^<]+)<\/dt><dd>(.*?)<\/dd>/g)].map(([, label = '', inner = '']) => ({
    label,
    n: Number(/>(\d+)</.exec(inner)?.[1]),
    href: /href="([^"]+)"/.exec(inner)?.[1]?.replaceAll('&amp;', '&') ?? null,
  }))

const listed = (html: string) => new Set(html.match(/href="\/petugas\/laporan\/[^"]+"/g) ?? []).size

test('every number of what to worry about is that of the queues, and opens a list as long', async () => {
  const leader = await staff('leader')
  const { html } = await look(leader, PAGE)
  const shown = tiles(html)
  const late = await heldBy(`due_day < '${today}'`)
  const [contested] = await rows<{ n: number }>(
    `select count(*) as n from complaint where state = 'in_progress' and disputes > 0
      and channel <> 'test'`,
  )
  const [returned] = await rows<{ n: number }>(
    `select count(*) as n from complaint where state = 'received' and returns > 1
      and channel <> 'test'`,
  )
  const [missed] = await rows<{ n: number }>(
    `select count(*) as n from clock where kind = 'promise' and status = 'running' and due_day < '${today}'
      and complaint_id in (${REAL})`,
  )
  expect(total(late)).toBeGreaterThan(5)
  expect([contested?.n, returned?.n, missed?.n]).toEqual([1, 1, 1])
  expect(shown[0]?.n).toBe(total(late))
  const [limits] = await rows<{ n: number }>(
    `select count(*) as n from clock where kind = 'target' and complaint_id in (${REAL})`,
  )
  expect(shown.slice(2).map(({ n }) => n)).toEqual([1, 1, 1, limits?.n, 0])
  for (const { n, href } of shown) {
    if (href === null) expect(n).toBe(0)
    else expect([href, listed((await look(leader, href)).html)]).toEqual([href, n])
  }
})

test('a phone reads the short name of an agency in every table of them', async () => {
  const leader = await staff('leader')
  for (const page of [PAGE, `${PAGE}/opd`, `${PAGE}/bulan/${today.slice(0, 7)}`])
    expect((await look(leader, page)).html, page).toContain(
      '<span class="whole">Dinas Kesehatan</span> <span class="brief">Dinkes</span>',
    )
})

test('who is late stands first, each with a list of its own', async () => {
  const leader = await staff('leader')
  const { html } = await look(leader, PAGE)
  const table = html.slice(html.indexOf('<tbody>'), html.indexOf('</tbody>'))
  const late = await heldBy(`due_day < '${today}'`)
  const lines = [
    ...table.matchAll(/<th scope="row">(?:<span[^>]*>)?([^<]+).*?<\/th><td class="n">(.*?)<\/td>/g),
  ]
  const numbers = lines.map(([, , cell = '']) => Number(/>(\d+)</.exec(cell)?.[1]))
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a))
  expect(numbers.reduce((a, b) => a + b, 0)).toBe(total(late))
  for (const [, name, cell = ''] of lines) {
    const href = /href="([^"]+)"/.exec(cell)?.[1]
    if (!href) continue
    const list = (await look(leader, href)).html
    expect([name, listed(list)]).toEqual([name, Number(/>(\d+)</.exec(cell)?.[1])])
    expect(list).toContain(name)
  }
})

test('an agency that has work and does nothing is called silent; one that acts is not', async () => {
  const { html } = await look(await staff('leader'), PAGE)
  const silent = html.slice(html.indexOf('OPD yang diam'))
  expect(silent).toContain('Dinas Kesehatan')
  expect(silent).not.toContain('Dinas Pekerjaan Umum')
  expect(silent).toContain('belum pernah bertindak')
})

test('what comes back to one place is counted over ninety days, joined and supervisory ones apart', async () => {
  const leader = await staff('leader')
  const { html } = await look(leader, PAGE)
  const [counted] = await rows<{ n: number }>(
    `select count(*) as n from complaint where category_id = 1 and subdistrict_id = 101
      and supervisory = 0 and channel <> 'test' and state <> 'merged' and id >= ${idFrom(NOW - 90 * DAY)}`,
  )
  expect(counted?.n).toBeGreaterThan(9)
  expect(html).toContain('muncul lagi 8+×')
  const href = /href="(\/petugas\/kinerja\/daftar\/berulang[^"]+)"/.exec(html)?.[1] ?? ''
  expect(listed((await look(leader, href.replaceAll('&amp;', '&'))).html)).toBe(
    Math.min(15, counted?.n ?? 0),
  )
})

test('a head sees the own agency alone, whatever is asked', async () => {
  const head = await staff('head', KESEHATAN)
  const { html } = await look(head, PAGE)
  expect(html).toContain('Dinas Kesehatan')
  expect(html).not.toContain('Dinas Pekerjaan Umum')
  expect(html).not.toContain('Muncul lagi')
  const late = await heldBy(`due_day < '${today}'`)
  expect(tiles(html)[0]?.n).toBe(late[KESEHATAN])
  expect(listed((await look(head, `${PAGE}/daftar/lewat`)).html)).toBe(late[KESEHATAN])
  for (const list of ['lewat?opd=dinas-pupr', 'lewat?opd=-', 'kembali', 'tidak-ada'])
    expect([list, (await look(head, `${PAGE}/daftar/${list}`)).status]).toEqual([list, 404])
  const compared = (await look(head, `${PAGE}/opd`)).html
  expect(compared).toContain('Dinas Kesehatan')
  expect(compared).not.toContain('Dinas Pekerjaan Umum')
})

test('who may not know of a supervisory report is told that it is counted and not shown', async () => {
  const lists = async (role: 'admin' | 'leader') =>
    (await look(await staff(role), `${PAGE}/daftar/lewat?opd=inspektorat`)).html
  expect(listed(await lists('leader')) - listed(await lists('admin'))).toBe(1)
  expect(await lists('admin')).toContain('tidak tampil di daftar Anda')
})

test('side by side: what each agency received, by the reports themselves, secret ones too', async () => {
  const { html } = await look(await staff('leader'), `${PAGE}/opd`)
  const table = html.slice(html.indexOf('<tbody>'), html.indexOf('</tbody>'))
  const received = Object.fromEntries(
    [
      ...table.matchAll(/<th scope="row">(?:<span[^>]*>)?([^<]+).*?<\/th><td class="n">(\d+)</g),
    ].map(([, name, n]) => [name, Number(n)]),
  )
  const counted = await rows<{ name: string; n: number }>(
    `select a.name, count(*) as n from complaint c join agency a on a.id = c.lead_agency_id
      where c.root_id = c.id and c.channel <> 'test' group by 1`,
  )
  expect(counted.length).toBe(2)
  expect(received).toEqual(Object.fromEntries(counted.map(({ name, n }) => [name, n])))
  const [all] = await rows<{ n: number }>(
    `select count(*) as n from complaint where root_id = id and id in (${REAL})`,
  )
  expect(html).toContain(`<th scope="row">Situs ini</th><td class="n">${all?.n}</td>`)
  expect(html).toMatch(/role="img" aria-label="[^"]+masuk dan \d+ terlambat dalam dua belas bulan/)
})

test('the pages keep within trips and rows', async () => {
  const leader = await staff('leader')
  for (const path of [PAGE, `${PAGE}/opd`, `${PAGE}/daftar/lewat`, `${PAGE}/daftar/janji`]) {
    const { rows: read, trips } = await measure(leader, path)
    expect([path, trips <= 3, read <= 200]).toEqual([path, true, true])
  }
})

test('there is no such page for other staff', async () => {
  for (const role of ['verifier', 'liaison', 'officer'] as const) {
    const by = await staff(role, role === 'verifier' ? null : PUPR)
    expect((await look(by, PAGE)).status).toBe(404)
    expect((await look(by, `${PAGE}/opd`)).status).toBe(404)
    expect((await look(by, `${PAGE}/daftar/lewat`)).status).toBe(404)
  }
})

test('whoever only looks on begins at what waits for them, and at the overview where nothing does', async () => {
  const home = async (role: Role, agency: number | null = null) =>
    (await look(await staff(role, agency), '/petugas')).location
  expect(await home('leader')).toBe(PAGE)
  expect(await home('auditor')).toBe(PAGE)
  expect(await home('head', KESEHATAN)).toBe(PAGE)
  expect(await home('admin')).toBe('/petugas/antrean/koordinasi')
  expect(await home('verifier')).toBe('/petugas/antrean/belum-diverifikasi')
  expect(await home('inspectorate', INSPEKTORAT)).toBe('/petugas/antrean/saya')
})

test('a report opened from a list leads back to it, also after a step', async () => {
  const leader = await staff('leader')
  const lists = [
    `${PAGE}/daftar/lewat`,
    `${PAGE}/daftar/lewat?opd=dinas-kesehatan`,
    `${PAGE}/daftar/lewat?opd=-`,
    `${PAGE}/daftar/berulang?kategori=1&kelurahan=101`,
  ]
  for (const list of lists) {
    const { html } = await look(leader, list)
    const at = /href="(\/petugas\/laporan\/[^"]+)"/.exec(html)?.[1] ?? ''
    const opened = (await look(leader, at.replaceAll('&amp;', '&'))).html
    const back = /<a class="back" href="([^"]+)"/.exec(opened)?.[1]?.replaceAll('&amp;', '&')
    expect([list, back]).toEqual([list, list])
    const from = /name="dari" value="([^"]*)"/.exec(opened)?.[1]
    if (from !== undefined) expect(at).toContain(`dari=${from}`)
  }
})
