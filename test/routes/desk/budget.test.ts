import { beforeAll, expect, it } from 'vitest'
import { PAGE } from '../../../src/db/queues.ts'
import { runCommand } from '../../../src/db/run-command.ts'
import { DISHUB, routing } from '../../support/commands.ts'
import { look, measure, send, staff } from '../../support/desk.ts'
import { aForm, filed, someone, world } from '../../support/world.ts'

/** More than four pages of one agency's work, of many shapes. */
const MANY = 220

const TITLES = [
  'Lampu jalan padam depan SDN',
  'Parkir liar menutup trotoar pasar',
  'Trafik light mati di simpang',
  'Halte rusak dan tidak beratap',
]

/** Round trips and rows of the two steps before every page: city and session, both measured apart. */
const SESSION = { trips: 1, rows: 3 }

let opened = ''

beforeAll(async () => {
  const s = await world(undefined, Date.now())
  const verifier = someone('verifier')
  for (let i = 0; i < MANY; i++) {
    const now = s.now - (MANY - i) * 3_600_000
    const form = aForm({ categoryId: 3, subdistrictId: 101 + (i % 30), incidentDay: '2026-10-01' })
    form.words = { ...form.words, title: `${TITLES[i % 4]} nomor ${i} di Purnama` }
    const { found } = await filed({ ...s, now }, form)
    if (i % 5 === 4) continue
    const priority = i % 9 === 0 ? 'urgent' : 'normal'
    const command = routing({ leadAgencyId: DISHUB, priority })
    const result = await runCommand({ ...s, now, actor: verifier }, found, command)
    if (!result.ok) throw new Error(JSON.stringify(result))
    opened = found.complaint.reference
  }
  const officer = await staff('officer', DISHUB)
  await send(officer, opened, '/penanganan')
  for (const catatan of ['Sudah dicek.', 'Suku cadang dipesan.', 'Teknisi berangkat besok.'])
    await send(officer, opened, '/catatan', { catatan })
  await send(officer, opened, '/tanggapan', { tanggapan: 'Terima kasih. Kami perbaiki besok.' })
})

const within = (cost: { trips: number; rows: number; bytes: number }) => {
  expect(cost.trips + SESSION.trips).toBeLessThanOrEqual(4)
  expect(cost.rows + SESSION.rows).toBeLessThanOrEqual(200)
  expect(cost.bytes).toBeLessThanOrEqual(14_000)
}

it('opens a full queue with one case beside it within the budgets', async () => {
  const cost = await measure(await staff('liaison', DISHUB), `/petugas/laporan/${opened}?dari=opd`)
  expect(cost.html.match(/class="due /g)?.length).toBeGreaterThanOrEqual(PAGE)
  within(cost)
})

it('does so for a verifier with the routing form open', async () => {
  const verifier = await staff('verifier')
  const queue = await look(verifier, '/petugas/antrean/belum-diverifikasi')
  const nomor = /laporan\/(DMI-[^?"]+)/.exec(queue.html)?.[1]
  const cost = await measure(verifier, `/petugas/laporan/${nomor}?dari=belum-diverifikasi`)
  within(cost)
})

it('pages by the place where the page before ended, none twice and none left out', async () => {
  const liaison = await staff('liaison', DISHUB)
  const seen: string[] = []
  let next: string | undefined = '/petugas/antrean/opd'
  while (next) {
    const cost = await measure(liaison, next)
    expect(cost.rows).toBeLessThanOrEqual(200)
    seen.push(...[...cost.html.matchAll(/laporan\/(DMI-[^?"]+)\?/g)].map((m) => m[1] ?? ''))
    next = /href="([^"]+)" rel="next"/.exec(cost.html)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(seen).toHaveLength(MANY * 0.8)
  expect(new Set(seen).size).toBe(seen.length)
})

it('searches within the budgets', async () => {
  const cost = await measure(await staff('liaison', DISHUB), '/petugas/cari?q=lampu')
  expect(cost.rows + SESSION.rows).toBeLessThanOrEqual(200)
  expect(cost.trips + SESSION.trips).toBeLessThanOrEqual(4)
})
