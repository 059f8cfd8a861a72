import { expect, test } from 'vitest'
import {
  filledIn,
  TEMPLATE_FIELDS,
  type TemplateValues,
  unknownFields,
} from '../../../src/domain/text/template-fields.ts'

const values = Object.fromEntries(
  TEMPLATE_FIELDS.map((field) => [field, `<${field}>`]),
) as unknown as TemplateValues

test('every field is filled from the case, wherever it stands', () => {
  for (const field of TEMPLATE_FIELDS) {
    expect(unknownFields(`Laporan {${field}}.`)).toEqual([])
    expect(filledIn(`{${field}} dan { ${field} }`, values)).toBe(`<${field}> dan <${field}>`)
  }
})

test('what the case does not have is a gap, which is asked about', () => {
  const none = { ...values, nama_petugas: null, tenggat: null }
  expect(filledIn('{nama_petugas}, {tenggat}, {nomor}', none)).toBe(
    '[nama petugas], [tenggat], <nomor>',
  )
})

test('a field that no case has is named, each once, as it was written', () => {
  expect(unknownFields('{nomor} {namo} {namo} {} [apa] {Judul}')).toEqual([
    '{namo}',
    '{}',
    '{Judul}',
  ])
  expect(unknownFields('Tanpa isian, { dan } di baris\nlain.')).toEqual(['{ dan }'])
})

test('a value that looks like a field is not filled once more', () => {
  expect(filledIn('{judul}', { ...values, judul: '{nomor} $& $1' })).toBe('{nomor} $& $1')
})
