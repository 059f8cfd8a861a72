import { expect, test } from 'vitest'
import { caseById } from '../../../src/db/cases.ts'
import { publishCity } from '../../../src/db/publish-city.ts'
import { publicLimit } from '../../../src/db/schema/city.ts'
import { HOUR } from '../../../src/domain/time/time.ts'
import { targetSight } from '../../../src/sights/target.ts'
import { limitText } from '../../../src/views/components/limit-text.ts'
import { look, staff } from '../../support/desk.ts'
import { aCase, give, officer, PUPR } from '../../support/handled.ts'
import { request } from '../../support/request.ts'
import { t } from '../../support/words.ts'
import { TUESDAY, world } from '../../support/world.ts'

const limited = async () => {
  const { db } = await world()
  await db
    .insert(publicLimit)
    .values({ id: 1, categoryId: 1, unit: 'hour', length: 24, validFrom: '2026-01-01' })
    .onConflictDoNothing()
  await publishCity(db)
}

test('the form says beside each category how long the city gives it', async () => {
  await limited()
  expect(await (await request('/lapor')).text()).toContain('(24 jam)')
})

test('in words: before the routing, while it runs, past it, kept and broken', async () => {
  await limited()
  const said = async (upTo: 'received' | 'in_progress', hours: number, close = false) => {
    const { s, id } = await aCase(TUESDAY, upTo)
    const now = TUESDAY + hours * HOUR
    const closing = {
      name: 'propose_closure' as const,
      ...{
        text: 'Lubang sudah kami tambal pagi ini dengan aspal panas.',
        reason: 'Selesai dibaiki',
      },
      ...{ evidenceFiles: 1, visit: null },
    }
    const note = { name: 'note', text: 'Dicatat untuk diperiksa.' } as const
    const by =
      upTo === 'received' ? null : await give(s, id, officer(), now, close ? closing : note)
    const complaint = by ?? (await caseById(s.db, id))?.complaint
    return complaint ? limitText(t, targetSight(complaint, s.city, now)) : null
  }
  expect(await said('received', 0)).toBe('24 jam sejak diteruskan')
  expect(await said('in_progress', 1)).toBe('24 jam, sampai 25 November 2026, 09.00 WIB')
  expect(await said('in_progress', 25)).toBe('! 24 jam, lewat dari 25 November 2026, 09.00 WIB')
  expect(await said('in_progress', 23, true)).toBe('24 jam, ditepati')
  expect(await said('in_progress', 25, true)).toBe('! 24 jam, terlewat')
})

test('what is past it stands in lists for overseers and the head, and as a share beside each agency', async () => {
  await limited()
  const { s, id } = await aCase(TUESDAY, 'in_progress')
  const number = (await caseById(s.db, id))?.complaint.reference ?? ''
  const list = '/petugas/kinerja/daftar/batas'
  const [leader, head] = [await staff('leader'), await staff('head', PUPR)]
  for (const who of [leader, head]) {
    expect((await look(who, list)).html).toContain(number)
    const { html } = await look(who, '/petugas/kinerja')
    expect(html).toMatch(/lewat batas kota<\/dt><dd><a href="[^"]*daftar\/batas/)
  }
  expect((await look(await staff('head', PUPR + 2), list)).html).not.toContain(number)
  const agencies = await (await request('/opd')).text()
  expect(agencies).toContain('Dalam batas')
  // one of the test before was kept, one broken
  expect(agencies).toMatch(/\d+ % dari \d+/)
})
