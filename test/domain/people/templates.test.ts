import { expect, test } from 'vitest'
import { readTemplate } from '../../../src/domain/people/read-template.ts'
import {
  mayKeepTemplate,
  placeNamed,
  type TemplatePlace,
  templateId,
} from '../../../src/domain/people/templates.ts'
import { someStaff } from '../../support/builders.ts'

const NOW = Date.UTC(2026, 10, 24)
const CITY: TemplatePlace = { of: 'city' }
const AGENCY: TemplatePlace = { of: 'agency', agencyId: 3 }

test.each([
  ['the city, by its administrator', CITY, [someStaff('admin')]],
  ['an agency, by its liaison', AGENCY, [someStaff('liaison', 3), someStaff('inspectorate', 3)]],
  ['own', { of: 'own', ownerId: someStaff('officer', 3).id } as const, [someStaff('officer', 3)]],
])('templates of %s, and by nobody else', (_, place, keepers) => {
  const all = [
    ...(['admin', 'verifier', 'leader', 'auditor'] as const).map((role) => someStaff(role)),
    ...(['liaison', 'officer', 'head', 'inspectorate'] as const).flatMap((role) =>
      [3, 4].map((agency) => someStaff(role, agency)),
    ),
  ]
  const may = all.filter((staff) => mayKeepTemplate(staff, place, NOW))
  expect(may.map(({ memberships }) => memberships[0])).toEqual(
    keepers.map(({ memberships }) => memberships[0]),
  )
})

test('a place is named in an address, and nothing else is one', () => {
  const me = someStaff('officer', 3)
  expect(placeNamed('kota', me)).toEqual(CITY)
  expect(placeNamed('3', me)).toEqual(AGENCY)
  expect(placeNamed('saya', me)).toEqual({ of: 'own', ownerId: me.id })
  for (const wrong of ['', '0', '-1', '03', '1e3', 'lain']) expect(placeNamed(wrong, me)).toBeNull()
  for (const wrong of ['', '0', '-1', 'x', '12345678901234567'])
    expect(templateId(wrong)).toBeNull()
  expect(templateId('247000000000123')).toBe(247000000000123)
})

test('what is wrong with a template is told at once, with the fields that no case has', () => {
  const read = readTemplate({ nama: ' ', jenis: 'lain', teks: 'Yth. {nama_warga}, {nomor} {x}' })
  expect(read).toEqual({
    ok: false,
    faults: [
      { field: 'nama', fault: 'missing' },
      { field: 'teks', fault: 'fields', names: ['{nama_warga}', '{x}'] },
      { field: 'jenis', fault: 'unknown' },
    ],
  })
  expect(readTemplate({ nama: 'a'.repeat(81), jenis: 'Rujukan', teks: 'pendek' })).toMatchObject({
    faults: [
      { field: 'nama', fault: 'long' },
      { field: 'teks', fault: 'missing' },
    ],
  })
})
