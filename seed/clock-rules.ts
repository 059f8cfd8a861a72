import type { ClockRule } from '../src/domain/time/clock-rules.ts'

const LAPOR = 'PermenPANRB 62/2018'
const UU25 = 'UU 25/2009'

function rule(
  kind: ClockRule['kind'],
  group: ClockRule['class'],
  length: number,
  unit: ClockRule['unit'],
  source: string,
): ClockRule {
  return { kind, class: group, unit, length, validFrom: '2020-01-01', source }
}

/** The lengths in force; a new regulation adds rows with a later validFrom. */
export const clockRules: ClockRule[] = [
  rule('verify', null, 3, 'working_day', LAPOR),
  rule('complete', null, 14, 'calendar_day', `${UU25} pasal 44 (perlu diverifikasi)`),
  rule('follow_up', null, 5, 'working_day', LAPOR),
  rule('settle', 'information', 5, 'working_day', LAPOR),
  rule('settle', 'complaint', 14, 'working_day', LAPOR),
  rule('settle', 'aspiration', 14, 'working_day', LAPOR),
  rule('settle', 'supervisory', 60, 'working_day', LAPOR),
  rule('decide', null, 60, 'calendar_day', `${UU25} pasal 50, Perpres 76/2013`),
  rule('silence', null, 10, 'working_day', 'SP4N-LAPOR!'),
  rule('completion', null, 30, 'calendar_day', `${UU25} pasal 44`),
  rule('objection', null, 5, 'working_day', 'kebijakan kota (perlu diverifikasi)'),
  rule('explain', null, 3, 'working_day', 'kebijakan kota (perlu diverifikasi)'),
]
