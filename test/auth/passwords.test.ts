import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from '../../src/auth/passwords.ts'

test('a password opens what was made of it, and no other does', async () => {
  const hash = await hashPassword('empat kata yang mudah')
  expect(await verifyPassword({ hash, password: 'empat kata yang mudah' })).toBe(true)
  expect(await verifyPassword({ hash, password: 'empat kata yang Mudah' })).toBe(false)
  expect(await hashPassword('empat kata yang mudah')).not.toBe(hash)
})

test('an accented letter may be typed either way', async () => {
  const hash = await hashPassword('Jos\u00e9 dan teman')
  expect(await verifyPassword({ hash, password: 'Jose\u0301 dan teman' })).toBe(true)
})

test('nothing opens a hash that is none', async () => {
  for (const hash of ['', 'scrypt', 'scrypt$$', 'plain$a$b'])
    expect(await verifyPassword({ hash, password: '' })).toBe(false)
})
