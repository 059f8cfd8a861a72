import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newSecrets, writeDevVarsOnce } from '../../scripts/secrets.ts'

test('every set of secrets is new, and keys are 32 bytes', () => {
  const [one, other] = [newSecrets(), newSecrets()]
  const keys = [one.SERVER_SECRET, one.AUTH_SECRET, JSON.parse(one.IDENTITY_KEYS)['1']]
  for (const key of keys) expect(Buffer.from(key, 'base64url')).toHaveLength(32)
  expect(new Set([...Object.values(one), ...Object.values(other)]).size).toBe(8)
})

test('the receipt key signs, and its public half verifies', async () => {
  const { d, ...open } = JSON.parse(newSecrets().RECEIPT_KEY)
  expect(open).not.toHaveProperty('alg')
  const sign = await crypto.subtle.importKey('jwk', { ...open, d }, 'Ed25519', false, ['sign'])
  const verify = await crypto.subtle.importKey('jwk', open, 'Ed25519', false, ['verify'])
  const text = new TextEncoder().encode('DMI-7K4Q-2M9X')
  const signature = await crypto.subtle.sign('Ed25519', sign, text)
  expect(await crypto.subtle.verify('Ed25519', verify, signature, text)).toBe(true)
})

test('.dev.vars is written once, for its owner only, and never overwritten', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'secrets-')), '.dev.vars')
  expect(writeDevVarsOnce(file)).toBe(true)
  const written = readFileSync(file, 'utf8')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(writeDevVarsOnce(file)).toBe(false)
  expect(readFileSync(file, 'utf8')).toBe(written)
})
