import { afterAll, beforeAll, expect, test } from 'vitest'
import { newAccount } from '../support/provider/account.ts'
import { lived } from '../support/provider/lived.ts'
import { type Operator, operatorOf } from '../support/provider/operator.ts'
import { type Provider, startProvider } from '../support/provider/server.ts'
import { isLong } from '../support/rounds.ts'
import { said } from './told.ts'

/** With the real wrangler, against the stand-in for the provider's API. */
const account = newAccount()
let provider: Provider
let operator: Operator

beforeAll(async () => {
  provider = await startProvider(account)
  operator = operatorOf(provider)
})

afterAll(async () => {
  operator.leave()
  await provider.close()
})

const running = () => account.scripts.get('tanggap')?.deployments[0]?.version

test('a rollback goes to the program before, and to no draft', async () => {
  const [, , first, second] = lived(account, 'draft', 'secret', 'program', 'program')
  expect(running()).toBe(second)
  const { code, text } = await operator.run('rollback')
  expect([code, text]).toEqual([0, expect.stringContaining(`Version ${first} runs again`)])
  expect(running()).toBe(first)
  expect(provider.unknown).toEqual([])
  if (!isLong) return
  const again = await operator.run('rollback')
  expect(again).toEqual({
    code: 1,
    text: expect.stringContaining(said('rollback without a target')),
  })
  expect(running()).toBe(first)
})

test.runIf(isLong)(
  'a rollback over changed secrets stops in words: wrangler would bring the old ones back',
  async () => {
    const [, , first, , second] = lived(account, 'draft', 'secret', 'program', 'secret', 'program')
    const before = await operator.run('rollback')
    expect([before.code, running()]).toEqual([1, second])
    expect(before.text).toContain(said('rollback over secrets'))
    expect(before.text).not.toContain('    at ')
    const named = await operator.run('rollback', [first ?? ''])
    expect([named.code, running()]).toEqual([1, second])
  },
)

test.runIf(isLong)('only a version of the program may be named', async () => {
  const [draft, , second] = lived(account, 'draft', 'program', 'program')
  for (const id of [draft ?? '', 'none']) {
    const { code, text } = await operator.run('rollback', [id])
    expect([code, running()]).toEqual([1, second])
    expect(text).toMatch(/is no version/)
  }
})
