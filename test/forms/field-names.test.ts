import { expect, test } from 'vitest'
import { sheets } from '../../src/domain/city/sheets/all.ts'
import { STAFF_COLUMNS } from '../../src/domain/people/staff-line.ts'
import { AGAIN, MACHINE, SECRETS } from '../../src/forms/kept.ts'
import { settingFields } from '../../src/words/id/setting-fields.ts'

const taken: readonly string[] = [...Object.values(AGAIN), ...SECRETS, ...MACHINE]

const columns = Object.values(sheets).flatMap(({ at, columns }) =>
  columns.map(({ name }): [string, string] => [at, name]),
)
const staff = STAFF_COLUMNS.map((name): [string, string] => ['staf', name])
const said = Object.keys(settingFields).map((name): [string, string] => ['kata', name])

test('no field of a table is taken for a secret, or for what a page wrote, when its form is kept', () => {
  const fields = [...columns, ...staff, ...said]
  expect(fields.filter(([, name]) => taken.includes(name))).toEqual([])
})
