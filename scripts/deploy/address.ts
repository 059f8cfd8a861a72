import { readFileSync, writeFileSync } from 'node:fs'

const FILE = 'wrangler.toml'

/** Keeps the public address, so that the next deployment needs no --url and moves nothing unasked. */
export function keepAddress(url: string): void {
  const toml = readFileSync(FILE, 'utf8')
  const next = withAddress(toml, url)
  if (next !== toml) writeFileSync(FILE, next)
}

/** The configuration with this address in its variables. */
export function withAddress(toml: string, url: string): string {
  const line = `PUBLIC_URL = "${url}"`
  if (/^PUBLIC_URL = .*$/m.test(toml)) return toml.replace(/^PUBLIC_URL = .*$/m, () => line)
  if (/^\[vars\]$/m.test(toml)) return toml.replace(/^\[vars\]$/m, () => `[vars]\n${line}`)
  return `${toml.trimEnd()}\n\n[vars]\n${line}\n`
}
