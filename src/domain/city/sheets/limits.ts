import { cleanLine } from '../../text/clean-text.ts'
import { type Category, categoryById } from '../city.ts'
import type { PublicLimit } from '../public-limits.ts'
import { day, flag, number, optionalLine, reference } from './columns.ts'
import { type Column, putIn, type Sheet } from './sheet.ts'

const UNITS: Readonly<Record<string, PublicLimit['unit']>> = {
  jam: 'hour',
  'hari kerja': 'working_day',
}

function written({ unit }: PublicLimit): string {
  return Object.keys(UNITS).find((name) => UNITS[name] === unit) ?? ''
}

const unit: Column<PublicLimit> = {
  ...{ name: 'satuan', kind: 'choice', required: true },
  shown: written,
  read: (typed) => {
    const name = cleanLine(typed).toLowerCase()
    const found = UNITS[name]
    if (found) return { ok: true, part: { unit: found } }
    return { ok: false, fault: name === '' ? 'missing' : 'unknown' }
  },
  choices: () => Object.keys(UNITS).map((name) => ({ value: name, label: name })),
}

const some = number<PublicLimit>('panjang', 'length', [1, 720])
const length: Column<PublicLimit> = {
  ...some,
  read: (typed, city) => {
    const value = some.read(typed, city)
    const whole = value.ok && Number.isInteger(value.part.length ?? 1)
    return whole || !value.ok ? value : { ok: false, fault: 'unreadable' }
  },
}

export const limits: Sheet<PublicLimit> = {
  noun: 'limit',
  at: 'batas-kota',
  key: 'kategori',
  keyWith: 'berlaku',
  columns: [
    reference<PublicLimit, Category>(
      'kategori',
      'categoryId',
      (c) => c.categories,
      (k) => k.slug,
      { required: true },
    ),
    day<PublicLimit>('berlaku', 'validFrom', { required: true }),
    length,
    unit,
    optionalLine<PublicLimit>('dasar', 'source'),
    flag<PublicLimit>('aktif', 'active'),
  ],
  rows: (city) => city.limits,
  blank: () => ({
    ...{ id: 0, categoryId: null, unit: 'working_day', length: null, validFrom: '' },
    ...{ source: null, active: true },
  }),
  titleOf: (row, city) =>
    [
      categoryById(city, row.categoryId)?.name,
      row.length === null ? '-' : `${row.length} ${written(row)}`,
      row.validFrom,
    ].join(' · '),
  put: (city, row) => ({ ...city, limits: putIn(city.limits, row) }),
}
