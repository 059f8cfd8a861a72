import { describe, expect, test } from 'vitest'
import type { Complaint } from '../../../src/domain/case/complaint.ts'
import { STATES } from '../../../src/domain/case/complaint.ts'
import { clockStages } from '../../../src/sights/clock-stages.ts'
import { stageWords } from '../../../src/views/components/stage-words.ts'
import { aCalendar, aComplaint, accepted, officer, reporter, wib } from '../../support/builders.ts'
import { t } from '../../support/words.ts'

const at = wib('2026-11-23', '09.00')
const stages = (c: Complaint, today = '2026-11-24') =>
  clockStages(c, today, aCalendar()).map((stage) => ({ ...stage, ...stageWords(t, stage) }))
const marks = (c: Complaint, today?: string) => stages(c, today).map(({ mark }) => mark)

describe('the clock line', () => {
  test('a received report waits to be verified', () => {
    const c = aComplaint({ at })
    expect(marks(c)).toEqual(['now', 'next', 'next', 'next'])
    expect(stages(c)[0]).toMatchObject({ current: true, fill: 35, text: '1 dari 3 hari kerja' })
  })

  test('one that is not verified in time turns red', () => {
    expect(stages(aComplaint({ at }), '2026-11-30')[0]).toMatchObject({
      mark: 'late',
      fill: 100,
      text: 'lewat tenggat',
    })
  })

  test('one in progress shows what is left of the first answer as well', () => {
    const c = aComplaint({ state: 'in_progress', at })
    expect(marks(c, '2026-11-25')).toEqual(['done', 'now', 'now', 'next'])
    expect(stages(c, '2026-11-25')[2]).toMatchObject({ current: true, brief: '2 dari 14' })
  })

  test('a question of the agency hatches the stage that stands still', () => {
    const c = accepted(
      aComplaint({ state: 'in_progress', at }),
      { name: 'ask', text: 'Di sebelah mana lubangnya?' },
      { now: wib('2026-11-25', '10.00'), actor: officer },
    )
    expect(marks(c, '2026-12-24')).toEqual(['done', 'done', 'wait', 'next'])
    expect(stages(c, '2026-12-24')[2]).toMatchObject({
      current: true,
      text: 'jam berhenti, 2 dari 14 hari kerja',
    })
  })

  test('a question of the verifier hatches the first', () => {
    expect(marks(aComplaint({ state: 'awaiting_info', at }))[0]).toBe('wait')
  })

  test('a closed one is whole, and a late answer stays late', () => {
    expect(marks(aComplaint({ state: 'closed', at }))).toEqual(['done', 'done', 'done', 'done'])
    const late = accepted(
      aComplaint({ state: 'in_progress', at }),
      {
        name: 'propose_closure',
        text: 'Lubang sudah kami tambal dengan aspal.',
        reason: 'Penambalan selesai',
        evidenceFiles: 1,
        visit: null,
      },
      { now: wib('2026-12-30', '10.00'), actor: officer },
    )
    expect(marks(late, '2026-12-30')).toEqual(['done', 'late', 'late', 'now'])
    const disputed = accepted(
      late,
      { name: 'dispute', text: 'Lubangnya masih menganga.' },
      { now: wib('2026-12-30', '12.00'), actor: reporter },
    )
    expect(marks(disputed, '2026-12-31')).toEqual(['done', 'late', 'now', 'next'])
  })

  test('one that left the line shows no stage as coming', () => {
    expect(marks(aComplaint({ state: 'referred', at }))).toEqual([
      'done',
      'skipped',
      'skipped',
      'skipped',
    ])
  })

  test.each(STATES)('%s has four stages with words and a fill between 0 and 100', (state) => {
    for (const stage of stages(aComplaint({ state, at }))) {
      expect(stage.text).not.toBe('')
      expect(stage.fill % 5).toBe(0)
      expect(stage.fill).toBeLessThanOrEqual(100)
    }
  })
})
