import { describe, expect, test } from 'vitest'
import { HANDLING } from '../../../src/db/oversight.ts'
import { ACTS } from '../../../src/domain/acts/acts.ts'
import { isSilent } from '../../../src/domain/figures/silence.ts'
import { aCalendar, wib } from '../../support/builders.ts'

describe('a silent agency', () => {
  // Tuesday; five working days before it is Tuesday 17 November
  const now = wib('2026-11-24')
  const old = wib('2026-10-01')

  test.each([
    ['acted yesterday', wib('2026-11-23'), old, false],
    ['acted on the fifth working day before', wib('2026-11-17'), old, false],
    ['acted on the sixth', wib('2026-11-16'), old, true],
    ['never acted', null, old, true],
    ['never acted and has its first work since yesterday', null, wib('2026-11-23'), false],
    ['has no work', wib('2026-10-01'), null, false],
  ] as const)('%s', (_, at, since, silent) => {
    expect(isSilent({ at, since }, now, aCalendar())).toBe(silent)
  })

  test('is judged by all that only an agency itself does', () => {
    const own = new Set(['lead_liaison', 'lead_officer', 'lead_head', 'supporting', 'investigator'])
    const others = ['ask', 'withdraw_draft']
    const names = Object.values(ACTS)
      .filter(({ who }) => who.every((party) => own.has(party)))
      .map(({ name }) => name)
    // returning leaves the agency, explaining moves nothing, and asking is the verifiers' too, who have
    // no agency then
    const passed = names.filter((name) => name !== 'return' && name !== 'explain')
    const expected = [...passed, ...others]
    expect([...HANDLING].sort()).toEqual([...new Set(expected)].sort())
  })
})
