import { expect, inject, test } from 'vitest'
import { drill } from '../../scripts/drill.ts'
import { spawnWrangler } from '../../scripts/wrangler.ts'
import { run } from './run.ts'

/** Just before and just after an export; the long run loses the city at any minute. */
const MINUTES = inject('rounds') > 20 ? [6, 7, 8, 9, 10, 11, 14, 15, 16, 23] : [13]

test.for(MINUTES)(
  'a city that is lost after %i minutes is back: nothing doubled, nobody back, no key lost',
  async (minutes) => {
    const { code, text } = await run(drill, ['--minutes', String(minutes)], {
      wrangler: spawnWrangler,
    })
    expect(text).toContain('The drill held.')
    expect(text).toContain('doubled: 0,')
    expect(text).toContain('People back: 0. Keys lost: 0 of 2.')
    expect(text).toContain('all back.')
    expect(text).toMatch(/Erased since the backup and not back: 1\./)
    expect(code).toBe(0)
  },
)

test('a number of minutes that makes no sense is refused in words', async () => {
  const { code, text } = await run(drill, ['--minutes', 'lama'])
  expect(text).toBe('--minutes is a number from 6 to 120\n')
  expect(code).toBe(1)
})
