import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { unstable_readConfig } from 'wrangler'

test('invocation logs, which keep whole addresses with the secrets in them, are off', () => {
  const { observability } = unstable_readConfig({ config: 'wrangler.toml' })
  expect(observability).toMatchObject({ enabled: true, logs: { invocation_logs: false } })
})

test("the key is one that wrangler's own schema knows", () => {
  const schema = readFileSync('node_modules/wrangler/config-schema.json', 'utf8')
  expect(schema).toMatch(/"invocation_logs": \{\s*"type": "boolean"/)
})

test("the program has no second address beside the city's own", () => {
  const config = unstable_readConfig({ config: 'wrangler.toml' })
  expect([config.workers_dev, config.preview_urls]).toEqual([false, false])
})

test('every wrangler command that documents and scripts tell to run exists', () => {
  const cli = readFileSync('node_modules/wrangler/wrangler-dist/cli.js', 'utf8')
  const known = new Set(
    Array.from(cli.matchAll(/command: "wrangler ([^"]+)"/g), ([, name]) => name),
  )
  // not the name of a group of them
  const isWhole = (name: string) =>
    known.has(name) && ![...known].some((other) => other?.startsWith(`${name} `))
  const files = globSync(['*.md', 'docs/**/*.md', 'scripts/**/*.ts'])
  const told = files.flatMap((file) =>
    Array.from(
      readFileSync(file, 'utf8').matchAll(/npx wrangler ([a-z0-9 -]+)/g),
      ([, line = '']) => {
        const words = line.trim().split(' ')
        return { line, names: words.map((_, i) => words.slice(0, i + 1).join(' ')) }
      },
    ),
  )
  expect(told.length).toBeGreaterThan(5)
  for (const { line, names } of told) expect(names.some(isWhole), line).toBe(true)
})
