import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'
import { caseByReference } from '../../../src/db/cases.ts'
import { runCommand } from '../../../src/db/run-command.ts'
import { fileReport, type Receipt } from '../../support/citizen.ts'
import { routing } from '../../support/commands.ts'
import { post, request } from '../../support/request.ts'
import { someone, world } from '../../support/world.ts'

const SECRET_WORD = 'serindit'
let report: Receipt

beforeAll(async () => {
  report = await fileReport({
    isi: `Lampu padam dekat rumah ${SECRET_WORD} sudah sembilan hari, gelap sekali.`,
  })
})

const release = async (number: string) => {
  const s = await world(someone('verifier'), Date.now() - 60_000)
  const found = await caseByReference(s.db, number)
  if (!found) throw new Error('no case')
  const command = routing()
  const { title, text } = command.release
  const result = await runCommand(s, found, command, {
    columns: { releasedTitle: title, releasedText: text },
  })
  expect(result.ok).toBe(true)
}

const everywhere = async () => {
  const paths = [
    '/',
    '/laporan',
    `/laporan?q=${SECRET_WORD}`,
    '/laporan?kategori=3',
    `/laporan/${report.number}`,
    '/opd/dinas-perhubungan',
    '/widget/dinas-perhubungan',
    '/widget/dinas-perhubungan/lencana.svg',
    '/sitemap.xml',
    '/robots.txt',
  ]
  return Promise.all(
    paths.map(async (path) => {
      const response = await request(path)
      return { path, status: response.status, body: await response.text() }
    }),
  )
}

it('keeps crawlers out of the desk and out of what needs a key or a link', async () => {
  expect(await (await request('/robots.txt')).text()).toBe(
    [
      'User-agent: *',
      ...['/petugas', '/laporan-saya', '/b/', '/t/'].map((start) => `Disallow: ${start}`),
      'Sitemap: https://lapor.example/sitemap.xml',
      '',
    ].join('\n'),
  )
})

it('shows nothing that a reporter wrote anywhere in public before it is released', async () => {
  for (const { path, status, body } of await everywhere()) {
    expect(status, path).toBe(200)
    // the search box repeats what was sought
    expect(body.replaceAll(`value="${SECRET_WORD}"`, ''), path).not.toContain(SECRET_WORD)
  }
  const page = await (await request(`/laporan/${report.number}`)).text()
  expect(page).toContain('Diterima')
  expect(page).toContain('noindex')
})

it('shows the released title and masked text after release, and still not the original', async () => {
  await release(report.number)
  const page = await (await request(`/laporan/${report.number}`)).text()
  expect(page).toContain('Lampu jalan padam di Purnama')
  expect(page).not.toContain(SECRET_WORD)
  expect(await (await request('/laporan?q=lampu&opd=8')).text()).toContain(report.number)
  expect(await (await request('/laporan?q=lampu&opd=3')).text()).not.toContain(report.number)
  expect(await (await request('/')).text()).toContain('Lampu jalan padam di Purnama')
  for (const { path, body } of await everywhere())
    expect(body.replaceAll(`value="${SECRET_WORD}"`, ''), path).not.toContain(SECRET_WORD)
})

it('answers a confidential number like an unknown one', async () => {
  const secret = await fileReport({ keterbukaan: 'rahasia' })
  const [known, unknown] = await Promise.all([
    request(`/laporan/${secret.number}`),
    request('/laporan/DMI-0000-0000'),
  ])
  expect(known.status).toBe(404)
  expect(await known.text()).toBe(await unknown.text())
})

it('shows the number of a report as the own city writes it', async () => {
  for (const path of ['/', '/lacak'])
    expect(await (await request(path)).text(), path).toContain('Contoh: DMI-')
})

it('counts the report in the figures of its agency, the badge and the frame', async () => {
  const agency = await (await request('/opd/dinas-perhubungan')).text()
  expect(agency).toMatch(/laporan diterima<\/dt><dd>1</)
  // of the twelve months, eleven had nothing
  expect(agency.match(/<tr><th scope="row">[A-Z]/g)).toHaveLength(12)
  expect(await (await request('/')).text()).toContain('href="/opd"')
  const all = await (await request('/opd')).text()
  expect(all).toMatch(/<a href="\/opd\/dinas-perhubungan">[^<]+<\/a><\/th><td class="n">1<\/td>/)
  expect(all).toMatch(/<a href="\/opd\/dinas-kesehatan">[^<]+<\/a><\/th><td class="n">0<\/td>/)
  const badge = await (await request('/widget/dinas-perhubungan/lencana.svg')).text()
  expect(badge).toContain('1 laporan dikerjakan')
})

it('sets no cookie and is cacheable on every page for everyone', async () => {
  for (const { path } of await everywhere()) {
    const response = await request(path)
    expect(response.headers.get('set-cookie'), path).toBeNull()
    expect(response.headers.get('cache-control'), path).toMatch(/^public/)
  }
})

it('survives search words that look like operators', async () => {
  for (const q of [
    '"',
    '* OR *',
    'a AND NOT b',
    "'; drop table complaint --",
    '('.repeat(500),
    '\u202e\u0000',
  ])
    expect((await request(`/laporan?q=${encodeURIComponent(q)}`)).status, q).toBe(200)
  expect((await post('/lapor', {})).status).toBe(422)
  expect(await env.DB.prepare('select count(*) n from complaint').first('n')).toBe(2)
})
