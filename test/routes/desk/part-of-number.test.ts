import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { reindex } from '../../../src/jobs/reindex.ts'
import { jobWorld } from '../../../src/jobs/world.ts'
import { DISHUB, PUPR } from '../../support/commands.ts'
import { look, staff } from '../../support/desk.ts'
import { fresh, routed } from '../../support/desk-cases.ts'
import { historyFound } from '../../support/history-found.ts'
import { request } from '../../support/request.ts'

it('finds a report by the beginning of its number, for whoever may know of it', async () => {
  await routed()
  const nomor = 'DMI-7K4Q-2M9X'
  await env.DB.prepare('update complaint set reference = ?').bind(nomor).run()
  const liaison = await staff('liaison', DISHUB)
  for (const typed of ['DMI-7K4Q', '7k4q', 'dmi 7k4q 2m', '7k4q-2m9', 'DMI7K4Q-2'])
    expect((await look(liaison, `/petugas/cari?q=${typed}`)).html, typed).toContain(nomor)
  for (const typed of ['7k4', '8k4q', 'DMI-', 'DMI-7K4R'])
    expect((await look(liaison, `/petugas/cari?q=${typed}`)).html, typed).not.toContain(nomor)
  const stranger = await staff('liaison', PUPR)
  expect((await look(stranger, '/petugas/cari?q=DMI-7K4Q')).html).not.toContain(nomor)
})

const endsOf = (nomor: string) => [nomor.slice(-4), `-${nomor.slice(-4)}`, `dmi ${nomor.slice(-4)}`]
const partsOf = (nomor: string) => [
  ...endsOf(nomor),
  ...[`DMI-${nomor.slice(4, 8)}`, `${nomor.slice(6, 8)}-${nomor.slice(-4)}`.toLowerCase()],
]

it('finds a report by the end of its number, for whoever may know of it', async () => {
  const nomor = await routed()
  const liaison = await staff('liaison', DISHUB)
  const stranger = await staff('liaison', PUPR)
  for (const typed of partsOf(nomor).filter((part) => /[\d-]/.test(part) || /dmi/i.test(part))) {
    const path = `/petugas/cari?q=${encodeURIComponent(typed)}`
    expect((await look(liaison, path)).html, typed).toContain(nomor)
    expect((await look(stranger, path)).html, typed).not.toContain(nomor)
  }
})

it('finds a released report by a part of its number, and no other', async () => {
  const [secret, released] = [await fresh(), await routed()]
  await env.DB.prepare('update complaint set public_from = 1, undo = null').run()
  for (const typed of endsOf(released).slice(1))
    expect(
      await (await request(`/laporan?q=${encodeURIComponent(typed)}`)).text(),
      typed,
    ).toContain(released)
  for (const typed of endsOf(secret))
    expect(
      await (await request(`/laporan?q=${encodeURIComponent(typed)}`)).text(),
      typed,
    ).not.toContain(secret)
})

it('finds a report from before, once the job has passed, and its history fits', async () => {
  const nomor = await routed()
  const liaison = await staff('liaison', DISHUB)
  const path = `/petugas/cari?q=DMI-${nomor.slice(-4)}`
  await env.DB.prepare("update complaint set tokens = replace(tokens, ' no', ' old')").run()
  expect((await look(liaison, path)).html).not.toContain(nomor)
  const run = async () => reindex(await jobWorld(env, Date.now(), { stepSize: 500 }))
  expect((await run()).done).toBeGreaterThan(0)
  expect((await look(liaison, path)).html).toContain(nomor)
  expect(await run()).toEqual({ done: 0, left: 0 })
  expect((await historyFound()).filter(({ complaint }) => complaint === nomor)).toEqual([])
})

it('seeks the beginning of a number in the index of numbers', async () => {
  const { results } = await env.DB.prepare(
    'explain query plan select id from complaint c where c.reference >= ? and c.reference < ? order by c.reference limit 50',
  )
    .bind('DMI-7K4Q', 'DMI-7K4Q~')
    .all<{ detail: string }>()
  expect(results.map(({ detail }) => detail).join()).toMatch(
    /SEARCH c USING (COVERING )?INDEX complaint_reference \(reference>\? AND reference<\?\)/,
  )
})
