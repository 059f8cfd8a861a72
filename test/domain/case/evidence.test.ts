import { expect, test } from 'vitest'
import { evidenceOf } from '../../../src/domain/case/evidence.ts'

const event = (seq: number, type: string) => ({ seq, type })
const file = (seq: number, source: string) => ({ seq, source })

test('only what the agency attached for this round of work stands as evidence', () => {
  const attachments = [
    file(2, 'reporter'),
    file(4, 'agency'),
    file(6, 'reporter'),
    file(7, 'agency'),
  ]
  const begun = [event(1, 'file'), event(3, 'route')]
  expect(evidenceOf({ events: begun, attachments })).toEqual([file(4, 'agency'), file(7, 'agency')])
  for (const type of ['route', 'dispute', 'reopen']) {
    const again = [...begun, event(5, type)]
    expect(evidenceOf({ events: again, attachments }), type).toEqual([file(7, 'agency')])
  }
})
