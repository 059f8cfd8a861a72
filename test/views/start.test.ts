import { expect, test } from 'vitest'
import { startOf } from '../../bench/budgets/start.ts'

test('nothing that hono renders in browsers with runs before a citizen is answered', async () => {
  const { files } = await startOf()
  expect(
    files.filter((path) => /hono\/dist\/jsx\/(dom\/render|hooks|streaming)/.test(path)),
  ).toEqual([])
})
