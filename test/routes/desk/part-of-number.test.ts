import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { DISHUB, PUPR } from '../../support/commands.ts'
import { look, staff } from '../../support/desk.ts'
import { routed } from '../../support/desk-cases.ts'

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
