import { expect, test } from 'vitest'
import type { ClockStage } from '../../../src/sights/clock-stages.ts'
import { ClockLine, ClockSlim } from '../../../src/views/components/clock-line.tsx'
import { t } from '../../support/words.ts'

const stage = (over: Partial<ClockStage>): ClockStage => ({
  name: 'followUp',
  mark: 'next',
  current: false,
  fill: 0,
  used: 0,
  clock: { unit: 'working_day', length: 5, ended: false },
  ...over,
})

/** What is read with the eyes, without any colour. */
const seen = (stages: ClockStage[], Line = ClockSlim) =>
  String(<Line t={t} stages={stages} />)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

test.each([
  ['late', { mark: 'late' }, `! ${t.clock.followUp}: ${t.clock.lateBrief}`],
  [
    'standing still',
    { mark: 'wait', current: true },
    `|| ${t.clock.followUp}: ${t.clock.waitBrief}`,
  ],
  ['on its way', { mark: 'now', current: true, used: 2 }, `${t.clock.followUp}: 2 dari 5`],
  ['over in time', { mark: 'done' }, ''],
] as [string, Partial<ClockStage>, string][])(
  'a slim clock says that it is %s',
  (_, over, text) => {
    expect(seen([stage({ name: 'verify', mark: 'done' }), stage(over)])).toBe(text)
  },
)

test('what is late is said of each stage, also beside one that goes on', () => {
  const stages = [
    stage({ mark: 'late', clock: { unit: 'working_day', length: 5, ended: true } }),
    stage({ name: 'settle', mark: 'now', current: true, used: 9 }),
  ]
  expect(seen(stages)).toBe(`! ${t.clock.followUp}: ${t.clock.lateBrief}`)
  expect(seen(stages, ClockLine)).toContain(t.clock.lateBrief)
})
