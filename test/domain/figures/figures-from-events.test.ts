import { expect, test } from 'vitest'
import type { State } from '../../../src/domain/case/complaint.ts'
import {
  type CountedEvent,
  figuresFromEvents,
} from '../../../src/domain/figures/figures-from-events.ts'
import { ROADS } from '../../support/builders.ts'

const history = (...steps: [type: string, stateAfter: State, score?: number][]): CountedEvent[] =>
  steps.map(([type, stateAfter, score], i) => ({
    complaintId: 1,
    seq: i + 1,
    type,
    stateAfter,
    agencyId: ROADS,
    score: score ?? null,
    secret: false,
    undone: null,
  }))

test('a score counts while its closing stands, and the newer one after a reopening', () => {
  const rated = history(['confirm', 'closed'], ['rate', 'closed', 2])
  expect(figuresFromEvents([rated], ROADS)).toMatchObject({ ratings: 1, rating_sum: 2 })
  const reopened = [...rated, ...history(['reopen', 'in_progress'])]
  expect(figuresFromEvents([reopened], ROADS)).toMatchObject({ ratings: 0, rating_sum: 0 })
  const again = [...reopened, ...history(['confirm', 'closed'], ['rate', 'closed', 5])]
  expect(figuresFromEvents([again], ROADS)).toMatchObject({ ratings: 1, rating_sum: 5 })
})

test('what is secret is in no figure of an agency, unless the routing that made it so was undone', () => {
  const filed = history(['file', 'received'], ['route', 'routed'])
  const secretRoute = filed.map((event, i) => ({ ...event, secret: i === 1 }))
  expect(figuresFromEvents([secretRoute], ROADS)).toMatchObject({ received: 0, open: 0 })
  const [undo, again] = history(['undo', 'received'], ['route', 'routed'])
  if (!undo || !again) throw new Error('two events')
  const mended = [...secretRoute, { ...undo, seq: 3, undone: 2 }, { ...again, seq: 4 }]
  expect(figuresFromEvents([mended], ROADS)).toMatchObject({ received: 1, open: 1 })
})
