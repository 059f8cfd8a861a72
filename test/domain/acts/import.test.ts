import { expect, test } from 'vitest'
import { actOf, COMMAND_NAMES } from '../../../src/domain/acts/acts.ts'
import type { ImportCommand } from '../../../src/domain/acts/import.ts'
import { isOpen } from '../../../src/domain/case/complaint.ts'
import { decideImport, permitted } from '../../../src/domain/case/decide.ts'
import { contribution } from '../../../src/domain/figures/figures.ts'
import {
  aContext,
  accepted,
  aFiling,
  decisionOf,
  liaison,
  ROADS,
  refused,
  reporter,
  someStaff,
  timer,
  verifier,
  wib,
} from '../../support/builders.ts'

const ctx = aContext({ now: wib('2026-11-24'), actor: someStaff('admin') })

const anImport = (over: Partial<ImportCommand> = {}): ImportCommand => ({
  ...aFiling({ channel: 'import', hasKeyHolder: false, incidentDay: '2024-05-03' }),
  name: 'import',
  ended: { state: 'closed', day: '2024-05-09' },
  agencyId: ROADS,
  answer: 'Lubang sudah ditambal pada 8 Mei.',
  ...over,
})

test('what was over is kept as it was told: no clock, no letter, in no figure but one of its own', () => {
  const decision = decisionOf(null, anImport(), ctx)
  expect(decision).toMatchObject({ notices: [], message: { kind: 'closure', audience: 'public' } })
  const complaint = accepted(null, anImport(), ctx)
  expect(complaint).toMatchObject({
    ...{ state: 'closed', leadAgencyId: ROADS, clocks: [], closedAt: wib('2024-05-09', '00.00') },
    ...{ told: { day: '2024-05-03', ended: '2024-05-09' }, receivedAt: ctx.now },
  })
  expect(contribution(complaint).map(({ scope, metrics }) => [scope, metrics])).toEqual([
    ['city', { imported: 1 }],
    [`agency:${ROADS}`, { imported: 1 }],
  ])
  const secret = accepted(null, anImport({ confidential: true }), ctx)
  expect(contribution(secret).map(({ scope }) => scope)).toEqual(['city'])
  expect(complaint.release.status).toBe('none')
})

test('what is open is open from today, with the clocks of whatever comes in today', () => {
  const decision = decisionOf(null, anImport({ ended: null, answer: null }), ctx)
  expect(decision).toMatchObject({ notices: [] })
  const complaint = accepted(null, anImport({ ended: null, answer: null }), ctx)
  expect(complaint).toMatchObject({ state: 'received', leadAgencyId: null, closedAt: null })
  expect(complaint.clocks).toEqual(accepted(null, aFiling(), ctx).clocks)
  expect(contribution(complaint)[0]?.metrics).toMatchObject({ received: 1, open: 1 })
})

test.each([
  [{ incidentDay: '2026-11-25', ended: null }, 'incident_in_future'],
  [{ ended: { state: 'closed', day: '2024-05-02' } as const }, 'day_out_of_range'],
  [{ ended: { state: 'closed', day: '2026-11-25' } as const }, 'day_out_of_range'],
  [{ text: ' ' }, 'text_too_short'],
])('%j is refused: %s', (over, why) => {
  expect(decideImport(anImport(over), ctx)).toMatchObject({ refused: why })
})

test('nobody brings back to work what was over before it came here', () => {
  for (const state of ['closed', 'referred', 'archived', 'withdrawn'] as const) {
    const complaint = accepted(null, anImport({ ended: { state, day: null } }), ctx)
    const people = [verifier, liaison, someStaff('admin'), reporter, timer, someStaff('leader')]
    const moving = COMMAND_NAMES.filter((name) => actOf(name).to !== 'same').filter((name) =>
      people.some((actor) => permitted(complaint, name, { ...ctx, actor }) === null),
    )
    expect(moving).toEqual(['unimport'])
  }
})

test('undone as long as nobody has acted on it: then it is in no figure any more', () => {
  for (const ended of [null, { state: 'closed', day: null } as const]) {
    const complaint = accepted(null, anImport({ ended }), ctx)
    const gone = accepted(complaint, { name: 'unimport', by: 'admin' }, { ...ctx, actor: timer })
    expect(gone).toMatchObject({ state: 'withdrawn', erased: true })
    expect(gone.clocks.filter(({ status }) => status === 'running')).toEqual([])
    expect(contribution(gone)).toEqual([])
    expect(isOpen(gone)).toBe(false)
    expect(
      refused(
        { ...complaint, version: 2 },
        { name: 'unimport', by: 'admin' },
        { ...ctx, actor: timer },
      ),
    ).toEqual({ refused: 'wrong_state' })
  }
})
