import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { amended, type ClockRow, clocksFrom, movesBy } from '../../scripts/calendar-moves.ts'
import type { Year } from '../../scripts/calendar-sql.ts'
import { filed, world } from '../support/world.ts'

test('the clocks of the database move as a decree with one day more says', async () => {
  const s = await world()
  const { reference } = (await filed(s)).found.complaint
  const { results } = await env.DB.prepare(clocksFrom('2026-11-24', 1000)).all<ClockRow>()
  const [row] = results.filter((one) => one.reference === reference)
  expect(row).toMatchObject({ kind: 'verify', since: '2026-11-24', dueDay: '2026-11-27' })
  const { holidays, settings } = s.city
  const known = { days: Object.keys(holidays), years: [2026, 2027] }
  const own = known.days.filter((day) => day.startsWith('2026'))
  const decree = (days: string[]): Year => ({
    ...{ year: 2026, source: 'SKB', workingDays: 0 },
    holidays: days.map((date) => ({ date, name: 'Libur', kind: 'cuti_bersama' })),
  })
  const moves = (days: string[]) =>
    movesBy(amended(known, decree(days), settings), results).filter(
      (one) => one.reference === reference,
    )
  expect(moves(own)).toEqual([])
  expect(moves([...own, '2026-11-26'])).toEqual([
    { reference, kind: 'verify', from: '2026-11-27', to: '2026-11-30' },
    { reference, kind: 'settle', from: '2026-12-14', to: '2026-12-15' },
  ])
})
