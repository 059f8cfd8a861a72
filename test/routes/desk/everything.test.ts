import { expect, test } from 'vitest'
import { PAGE } from '../../../src/db/queues.ts'
import { caseWords } from '../../../src/words/id/desk.ts'
import { events } from '../../../src/words/id/events.ts'
import { DISHUB, INSPEKTORAT, PUPR, routing } from '../../support/commands.ts'
import { look, measure, send, staff } from '../../support/desk.ts'
import { give, routeTo } from '../../support/handled.ts'
import { filed, someone, TUESDAY, world } from '../../support/world.ts'

const LIST = '/petugas/antrean/semua'
const withheld = { release: false, title: '', text: '', point: false, photoIds: [] }

/** One of each: unverified, with Dishub, with PUPR, archived, withdrawn; a supervisory one. */
const city = async () => {
  const s = await world()
  const one = async () => (await filed(s)).found.complaint
  const as = someone('verifier')
  const unverified = await one()
  const dishub = await one()
  await give(s, dishub.id, as, TUESDAY, routeTo(DISHUB))
  const pupr = await one()
  await give(s, pupr.id, as, TUESDAY, routeTo(PUPR))
  const archived = await one()
  await give(s, archived.id, as, TUESDAY, { name: 'archive', text: 'Isinya iklan belaka.' })
  const withdrawn = await one()
  await give(s, withdrawn.id, as, TUESDAY, routeTo(DISHUB))
  await give(s, withdrawn.id, { kind: 'reporter' }, TUESDAY, { name: 'withdraw', text: '' })
  const supervisory = await one()
  const route = routing({ supervisory: true, leadAgencyId: INSPEKTORAT, release: withheld })
  await give(s, supervisory.id, as, TUESDAY, { ...route, aboutAgencyId: DISHUB })
  const name = (c: { reference: string }) => c.reference
  return {
    unverified: name(unverified),
    dishub: name(dishub),
    pupr: name(pupr),
    archived: name(archived),
    withdrawn: name(withdrawn),
    supervisory: name(supervisory),
  }
}

type City = Awaited<ReturnType<typeof city>>

const shown = async (c: City, by: Parameters<typeof look>[0], query = '') => {
  const { status, html } = await look(by, LIST + query)
  expect(status).toBe(200)
  const main = html.slice(html.indexOf('id="daftar"'), html.indexOf('id="berkas"'))
  return Object.entries(c).flatMap(([name, nomor]) => (main.includes(nomor) ? [name] : []))
}

test('everything that a person may know of stands in one list, ended or not', async () => {
  const c = await city()
  const all = Object.keys(c)
  const open = all.filter((name) => name !== 'supervisory')
  expect(await shown(c, await staff('leader'))).toEqual(all)
  expect(await shown(c, await staff('auditor'))).toEqual(all)
  expect(await shown(c, await staff('inspectorate', INSPEKTORAT))).toEqual(all)
  expect(await shown(c, await staff('admin'))).toEqual(open)
  expect(await shown(c, await staff('verifier'))).toEqual(open)
  for (const role of ['liaison', 'officer', 'head'] as const)
    expect(await shown(c, await staff(role, DISHUB))).toEqual(['dishub', 'withdrawn'])
})

test('an empty list asks nobody to choose from it', async () => {
  await city()
  const by = await staff('admin')
  const choose = 'Pilih laporan dari daftar.'
  expect((await look(by, LIST)).html).toContain(choose)
  expect((await look(by, `${LIST}?status=merged`)).html).not.toContain(choose)
  expect((await look(by, '/petugas/cari?q=tiadasatupun')).html).not.toContain(choose)
})

test('a state in the address narrows it, and nonsense does not', async () => {
  const c = await city()
  for (const by of [await staff('admin'), await staff('leader')]) {
    expect(await shown(c, by, '?status=archived')).toEqual(['archived'])
    expect(await shown(c, by, '?status=received')).toEqual(['unverified'])
    expect(await shown(c, by, '?status=withdrawn')).toEqual(['withdrawn'])
    expect(await shown(c, by, '?status=merged')).toEqual([])
  }
  const liaison = await staff('liaison', DISHUB)
  expect(await shown(c, liaison, '?status=withdrawn')).toEqual(['withdrawn'])
  expect(await shown(c, liaison, '?status=archived')).toEqual([])
  expect(await shown(c, liaison, '?status=%22opd2%22')).toEqual(['dishub', 'withdrawn'])
})

test('pages follow one another by key, and a case keeps state and page', async () => {
  const s = await world()
  const filings: { id: number; reference: string }[] = []
  for (let i = 0; i < PAGE + 2; i += 1) {
    const { id, reference } = (await filed(s)).found.complaint
    await give(s, id, someone('verifier'), TUESDAY, { name: 'refer', text: 'Lapor ke PLN 123.' })
    filings.push({ id, reference })
  }
  const all = filings.sort((a, b) => b.id - a.id).map(({ reference }) => reference)
  const verifier = await staff('verifier')
  const first = await measure(verifier, `${LIST}?status=referred`)
  expect(first.rows).toBeLessThan(200)
  const next = plain(/href="([^"]+)" rel="next"/.exec(first.html)?.[1])
  expect(next).toContain('status=referred')
  const second = await measure(verifier, next)
  expect(second.rows).toBeLessThan(200)
  expect([...rows(first.html), ...rows(second.html)].map(({ nomor }) => nomor)).toEqual(all)
  const { nomor = '', query } = rows(second.html)[0] ?? {}
  const opened = await look(verifier, `/petugas/laporan/${nomor}${query}`)
  expect(rows(opened.html).map((row) => row.nomor)).toEqual(all.slice(PAGE))
  const place = { dari: 'semua', status: 'referred', setelah: '~12' }
  const answer = await send(verifier, (await city()).archived, '/arsip/pembatalan', {
    alasan: 'Bukan iklan, kami salah baca.',
    ...place,
  })
  expect(answer.status).toBe(303)
  expect(answer.location).toContain('&dari=semua&status=referred&setelah=~12')
})

const plain = (text = '') => text.replaceAll('&amp;', '&')

/** Those of the list, with what their links carry. */
const rows = (html: string) => {
  const list = html.slice(html.indexOf('id="daftar"'), html.indexOf('id="berkas"'))
  return [...list.matchAll(/<a href="\/petugas\/laporan\/([\w-]+)([^"]*)"/g)].map(
    ([, nomor = '', query = '']) => ({ nomor, query: plain(query) }),
  )
}

test('what only the administrator may decide is in their view, and not in the verifiers’', async () => {
  const s = await world()
  const as = someone('verifier')
  const [returned, objected] = [(await filed(s)).found.complaint, (await filed(s)).found.complaint]
  const liaison = someone('liaison', DISHUB)
  const text = 'Bukan kami yang menangani ini.'
  const back = { name: 'return', text, proposedAgencyId: PUPR } as const
  await give(s, returned.id, as, TUESDAY, routeTo(DISHUB))
  await give(s, returned.id, liaison, TUESDAY, back)
  const views = async (by: Parameters<typeof look>[0], nomor: string) => {
    const names = ['koordinasi', 'belum-diverifikasi', 'lewat-tenggat']
    const pages = await Promise.all(names.map((name) => look(by, `/petugas/antrean/${name}`)))
    return names.filter((_, i) => {
      const { status, html = '' } = pages[i] ?? {}
      return status === 200 && html.slice(html.indexOf('id="daftar"')).includes(nomor)
    })
  }
  const [verifier, admin] = [await staff('verifier'), await staff('admin')]
  const open = ['belum-diverifikasi', 'lewat-tenggat']
  expect(await views(verifier, returned.reference)).toEqual(open)
  await give(s, returned.id, as, TUESDAY, routeTo(DISHUB))
  await give(s, returned.id, liaison, TUESDAY, back)
  await give(s, objected.id, as, TUESDAY, { name: 'archive', text })
  await give(s, objected.id, { kind: 'reporter' }, TUESDAY, { name: 'object', text })
  for (const { reference } of [returned, objected]) {
    expect(await views(verifier, reference)).toEqual([])
    expect(await views(admin, reference)).toContain('koordinasi')
  }
})

test('what the house does by itself is told apart from what people did', async () => {
  const s = await world()
  const { id, reference } = (await filed(s)).found.complaint
  await give(s, id, { kind: 'timer' }, TUESDAY, { name: 'seal_key' })
  const { html } = await look(await staff('verifier'), `/petugas/laporan/${reference}`)
  const folded = html.slice(html.indexOf(caseWords.upkeep))
  expect(folded).toContain(events.seal_key.staff({}))
  expect(html.slice(0, html.indexOf(caseWords.upkeep))).not.toContain(events.seal_key.staff({}))
})
