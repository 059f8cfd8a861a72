import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'

/** Everything the Worker keeps secret, as the strings that its bindings hold; see src/env.d.ts. */
export type Secrets = Record<
  'SERVER_SECRET' | 'IDENTITY_KEYS' | 'RECEIPT_KEY' | 'AUTH_SECRET',
  string
>

/** Makes a new set of secrets from the system's randomness. Nothing is written anywhere. */
export function newSecrets(): Secrets {
  return {
    SERVER_SECRET: randomKey(),
    IDENTITY_KEYS: JSON.stringify({ 1: randomKey() }),
    RECEIPT_KEY: JSON.stringify(receiptKey()),
    AUTH_SECRET: randomKey(),
  }
}

/**
 * Writes a new set of secrets to `file` in the form that `wrangler dev` reads, unless it exists.
 * @returns whether a file was written
 */
export function writeDevVarsOnce(file = '.dev.vars'): boolean {
  if (existsSync(file)) return false
  const lines = Object.entries(newSecrets()).map(([name, value]) => `${name}='${value}'`)
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 })
  return true
}

/** 32 bytes, base64url. */
export function randomKey(): string {
  return randomBytes(32).toString('base64url')
}

/** An Ed25519 private JWK without `alg`, which the Worker's runtime would refuse. */
function receiptKey() {
  const { alg: _, ...jwk } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  return jwk
}
