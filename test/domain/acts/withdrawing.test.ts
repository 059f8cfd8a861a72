import { expect, test } from 'vitest'
import { isRefusal } from '../../../src/domain/case/command.ts'
import { decide } from '../../../src/domain/case/decide.ts'
import { aComplaint, aContext } from '../../support/builders.ts'

test.each<[string, boolean, boolean, string]>([
  ['a supervisory case, which no verifier may read', true, false, 'sent'],
  ['an anonymous supervisory case', true, true, 'sent'],
  ['an anonymous report', false, true, 'screening'],
  ['any other report', false, false, 'sent'],
])('words with the withdrawal of %s', (_what, supervisory, anonymous, state) => {
  const routed = { ...aComplaint({ state: 'routed' }), supervisory, anonymous }
  const words = 'Sudah diselesaikan dengan baik.'
  const result = decide(routed, { name: 'withdraw', text: words }, aContext())
  expect(isRefusal(result) ? result : result.message?.state).toBe(state)
})
