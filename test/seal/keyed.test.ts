import { expect, it } from 'vitest'
import { newSecrets } from '../../scripts/secrets.ts'
import { fieldsDigest } from '../../src/seal/keyed.ts'

it('digests of the fields of a form tell a repeat from a change, and say nothing without the secret', async () => {
  const [one, other] = [newSecrets().SERVER_SECRET, newSecrets().SERVER_SECRET]
  const fields = { isi: 'Lampu jalan padam', telepon: '08xx' }
  const first = await fieldsDigest(one, fields)
  expect(await fieldsDigest(one, { telepon: '08xx', isi: 'Lampu jalan padam' })).toBe(first)
  expect(await fieldsDigest(one, { ...fields, isi: 'lain' })).not.toBe(first)
  expect(await fieldsDigest(other, fields)).not.toBe(first)
})
