import { readFileSync } from 'node:fs'
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
