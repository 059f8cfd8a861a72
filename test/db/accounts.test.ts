import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { DEMO_PASSWORD, demoAccounts, seedAccounts } from '../../seed/accounts.ts'
import { ROLES } from '../../src/domain/people/actor.ts'
import { rolesIn, signedIn } from '../support/staff.ts'
import { TUESDAY, world } from '../support/world.ts'

test('the demo has every role, two officers in two agencies and a liaison in each other', async () => {
  const { db, city } = await world()
  await seedAccounts(db, TUESDAY)
  await seedAccounts(db, TUESDAY)
  expect(new Set(demoAccounts.map(({ role }) => role))).toEqual(new Set(ROLES))
  for (const { id, slug } of city.agencies) {
    const roles = await rolesIn(id, TUESDAY)
    if (slug === 'dinas-pupr' || slug === 'dinas-perhubungan')
      expect(roles).toEqual(['head', 'liaison', 'officer', 'officer'])
    else if (slug === 'inspektorat') expect(roles).toEqual(['inspectorate'])
    else expect(roles).toEqual(['liaison'])
  }
})

test('a demo account signs in with the demo password', async () => {
  const { db } = await world()
  await seedAccounts(db, TUESDAY)
  expect(await signedIn('verifikator@contoh.id', DEMO_PASSWORD)).toContain('__Host-petugas')
  const row = await env.DB.prepare('select count(*) n from session').first<{ n: number }>()
  expect(row?.n).toBe(1)
})
