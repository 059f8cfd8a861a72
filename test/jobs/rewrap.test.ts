import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { identity } from '../../src/db/schema/filing.ts'
import { toBase64url } from '../../src/domain/text/bytes.ts'
import { rewrapIdentities } from '../../src/jobs/rewrap.ts'
import { randomBytes } from '../../src/random.ts'
import { parseIdentityKeys } from '../../src/seal/identity-keys.ts'
import { openIdentity } from '../../src/seal/identity-seal.ts'
import { filed, world } from '../support/world.ts'

test('with a new master key every identity is wrapped anew and still opens; then the old one may go', async () => {
  const s = await world()
  for (let i = 0; i < 3; i++) await filed({ ...s, now: s.now + i })
  await s.db.insert(identity).values({
    complaintId: 7,
    keyVersion: 1,
    wrappedKey: null,
    sealed: null,
    hasName: false,
    hasPhone: false,
    hasEmail: false,
  })
  const two = { ...JSON.parse(env.IDENTITY_KEYS), 2: toBase64url(randomBytes(32)) }
  const w = { env: { IDENTITY_KEYS: JSON.stringify(two) }, db: s.db, stepSize: 2, steps: 20 }
  expect(await rewrapIdentities(w)).toEqual({ rewrapped: 3, left: 0 })
  expect(await rewrapIdentities(w)).toEqual({ rewrapped: 0, left: 0 })

  const onlyNew = parseIdentityKeys(JSON.stringify({ 2: two[2] }))
  const rows = await s.db.select().from(identity)
  for (const row of rows.filter((r) => r.wrappedKey !== null)) {
    const fields = JSON.parse(row.sealed ?? '{}')
    const opened = await openIdentity(onlyNew, row.complaintId, { ...row, fields })
    expect(opened?.name).toBe('Siti Rahmah')
  }
})

test('with one master key nothing is read or written', async () => {
  const s = await world()
  const w = { env, db: s.db, stepSize: 50, steps: 1 }
  expect(await rewrapIdentities(w)).toEqual({ rewrapped: 0, left: 0 })
})
