import { CLASSES } from '../../case/complaint.ts'
import { cleanLine } from '../../text/clean-text.ts'
import type { ClockRule } from '../../time/clock-rules.ts'
import type { ClockKind } from '../../time/clocks.ts'
import { daysBetween } from '../../time/time.ts'
import { readDate } from '../../time/typed-date.ts'
import type { City } from '../city.ts'
import { flag, line } from './columns.ts'
import type { ClockRuleRow, Column, FieldFault, Sheet } from './sheet.ts'

/** Those whose length is a rule's; a date that an agency gives has its own. */
export const RULED_KINDS = [
  'verify',
  'complete',
  'follow_up',
  'settle',
  'decide',
  'silence',
  'completion',
  'objection',
  'explain',
] as const satisfies readonly ClockKind[]

/** 'all': where no rule for the class is in force. */
export const RULED_CLASSES = ['all', ...CLASSES, 'supervisory'] as const
const UNITS = ['working_day', 'calendar_day'] as const

/** Days; three years are longer than any. */
const LONGEST = 1100

function oneOf<Value extends string>(
  name: string,
  among: readonly Value[],
  of: (row: ClockRuleRow) => Value,
  part: (value: Value) => Partial<ClockRuleRow>,
): Column<ClockRuleRow> {
  return {
    ...{ name, kind: 'choice', required: true },
    shown: of,
    read: (typed) => {
      const value = among.find((one) => one === cleanLine(typed))
      if (value !== undefined) return { ok: true, part: part(value) }
      return { ok: false, fault: typed.trim() === '' ? 'missing' : 'unknown' }
    },
    choices: () => among.map((value) => ({ value, label: value })),
  }
}

const length: Column<ClockRuleRow> = {
  ...{ name: 'lama', kind: 'number', required: true },
  shown: (row) => String(row.length || ''),
  read: (typed) => {
    const text = cleanLine(typed)
    if (text === '') return { ok: false, fault: 'missing' }
    const value = /^\d{1,4}$/.test(text) ? Number(text) : 0
    return value >= 1 && value <= LONGEST
      ? { ok: true, part: { length: value } }
      : { ok: false, fault: 'unreadable' }
  },
}

const from: Column<ClockRuleRow> = {
  ...{ name: 'sejak', kind: 'day', required: true },
  shown: (row) => row.validFrom,
  read: (typed) => {
    if (typed.trim() === '') return { ok: false, fault: 'missing' }
    const day = readDate(typed)
    return day ? { ok: true, part: { validFrom: day } } : { ok: false, fault: 'unreadable' }
  },
}

/** A rule that has begun stays as it is: what hangs on it was promised. */
export const clockRules: Sheet<ClockRuleRow> = {
  noun: 'clock_rule',
  at: 'batas-waktu',
  key: null,
  own: true,
  columns: [
    oneOf('jam', RULED_KINDS, kindOf, (kind) => ({ kind })),
    oneOf('jenis_laporan', RULED_CLASSES, classOf, (value) => ({
      class: value === 'all' ? null : value,
    })),
    length,
    oneOf(
      'hitungan',
      UNITS,
      ({ unit }) => unit,
      (unit) => ({ unit }),
    ),
    from,
    line<ClockRuleRow>('dasar_hukum', 'source', { required: true, most: 300 }),
    flag<ClockRuleRow>('aktif', 'active'),
  ],
  rows: (city) => city.clockRules.map((rule) => ({ ...rule, id: idOf(rule), active: true })),
  blank: () => ({
    ...{ id: 0, kind: 'settle', class: null, unit: 'working_day', length: 0 },
    ...{ validFrom: '', source: '', active: true },
  }),
  titleOf: () => '',
  idOf,
  put: (city, { id, active, ...rule }) => {
    const others = city.clockRules.filter((one) => idOf(one) !== id)
    return { ...city, clockRules: active ? [...others, rule] : others }
  },
  also: (row, known, { city, today, unused }) => faultsOf(row, known, city, unused ? '' : today),
}

function kindOf({ kind }: ClockRule): (typeof RULED_KINDS)[number] {
  return RULED_KINDS.find((one) => one === kind) ?? 'settle'
}

function classOf(rule: ClockRule): (typeof RULED_CLASSES)[number] {
  return rule.class ?? 'all'
}

/** Of clock, class and first day, which are what tells rules apart. */
function idOf(rule: ClockRule): number {
  const kind = RULED_KINDS.indexOf(kindOf(rule))
  const group = RULED_CLASSES.indexOf(classOf(rule))
  return (kind * 10 + group) * 100_000 + daysBetween('2000-01-01', rule.validFrom)
}

function faultsOf(
  row: ClockRuleRow,
  known: ClockRuleRow | null,
  city: City,
  today: string,
): FieldFault[] {
  if (row.validFrom <= today || (known && known.validFrom <= today))
    return [{ field: 'sejak', fault: 'past' }]
  const there = !known && city.clockRules.some((rule) => idOf(rule) === idOf(row))
  return there ? [{ field: 'sejak', fault: 'taken' }] : []
}
