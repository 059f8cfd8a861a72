import { expect, test } from 'vitest'
import type { City } from '../../../src/domain/city/city.ts'
import { type CityFault, newFaults } from '../../../src/domain/city/city-faults.ts'
import { HEALTH, INSPECTORATE, ROADS } from '../../support/builders.ts'
import { aTown } from '../../support/dossiers.ts'

const town: City = {
  ...aTown(),
  years: [
    { year: 2026, source: 'SKB' },
    { year: 2027, source: 'SKB' },
  ],
  notices: [
    { id: 1, text: 'Libur', categoryId: null, fromDay: '2026-12-01', untilDay: null, active: true },
  ],
  services: [{ id: 1, slug: 'ktp', name: 'KTP', agencyId: HEALTH, active: true }],
}

type Rows = 'agencies' | 'categories' | 'areas' | 'notices' | 'services'

const changed = (noun: Rows, id: number, part: object): City => ({
  ...town,
  [noun]: (town[noun] as { id: number }[]).map((row) =>
    row.id === id ? { ...row, ...part } : row,
  ),
})
const none = (noun: 'categories' | 'areas'): City => ({
  ...town,
  [noun]: town[noun].map((row) => ({ ...row, active: false })),
})
const set = (settings: Partial<City['settings']>): City => ({
  ...town,
  settings: { ...town.settings, ...settings },
})
const OFF = { active: false }

type Way = [how: string, after: City, at: string]

/** Tested elsewhere: what reports or a waiting change stand in the way of, and what has no room. */
type Asked = 'too_many' | 'waiting' | 'printed' | 'still_used' | 'year_used' | `without_${string}`

/** Each way to keep the form or the desk from working by what a city is run by. */
const WAYS: Record<Exclude<CityFault['what'], Asked>, Way[]> = {
  agency_inactive: [
    ['a category leads to it', changed('agencies', ROADS, OFF), 'category opd'],
    ['a unit hangs on it', unitOf(HEALTH), 'agency induk'],
    ['it gives a service', changed('agencies', HEALTH, OFF), 'service penyelenggara'],
    ['it is Inspektorat', changed('agencies', INSPECTORATE, OFF), 'identity opd_inspektorat'],
    ['it runs the system', set({ operatingAgency: 'tidak-ada' }), 'identity opd_pengelola'],
    ['it is the delegate', set({ delegateAgency: 'tidak-ada' }), 'identity opd_wakil'],
  ],
  round: [
    ['of itself', changed('agencies', ROADS, { parentId: ROADS }), 'agency induk'],
    ['of its own unit', inACircle(), 'agency induk'],
  ],
  no_category: [['the last is retired', none('categories'), 'category aktif']],
  no_area: [['the last is retired', none('areas'), 'area aktif']],
  not_a_district: [
    ['it is not in use', changed('areas', 6, OFF), 'area kecamatan'],
    ['it is a subdistrict', changed('areas', 61, { parentId: 61 }), 'area kecamatan'],
    ['it is none', changed('areas', 61, { parentId: 99 }), 'area kecamatan'],
  ],
  reversed: [
    ['office hours', set({ office: [960, 450] }), 'hours tutup'],
    ['office hours of no length', set({ office: [450, 450] }), 'hours tutup'],
    ['a notice', changed('notices', 1, { untilDay: '2026-11-30' }), 'notice sampai'],
  ],
  upside_down: [
    ['south above north', set({ bbox: [3, 101, 2, 102] }), 'bounds utara'],
    ['west beyond east', set({ bbox: [1, 103, 2, 102] }), 'bounds timur'],
  ],
  same_agency: [
    ['Inspektorat its own delegate', set({ delegateAgency: 'inspektorat' }), 'identity opd_wakil'],
  ],
  year_gap: [['one between is missing', { ...town, years: withYear(2029) }, 'calendar tahun']],
  no_year: [['the last is taken out', { ...town, years: [] }, 'calendar tahun']],
  of_an_agency: [
    ['a service at its address', changed('services', 1, { slug: 'jalan' }), 'service alamat'],
    ['at one that it had', { ...atItsFormer() }, 'service alamat'],
  ],
}

function unitOf(id: number): City {
  const whole = changed('agencies', ROADS, { parentId: id })
  return { ...whole, agencies: whole.agencies.map((a) => (a.id === id ? { ...a, ...OFF } : a)) }
}

function inACircle(): City {
  const whole = changed('agencies', ROADS, { parentId: HEALTH })
  const agencies = whole.agencies.map((a) => (a.id === HEALTH ? { ...a, parentId: ROADS } : a))
  return { ...whole, agencies }
}

function withYear(year: number): City['years'] {
  return [...town.years, { year, source: 'SKB' }]
}

function atItsFormer(): City {
  return { ...changed('services', 1, { slug: 'bina-marga' }), oldSlugs: { 'bina-marga': ROADS } }
}

const all = Object.entries(WAYS).flatMap(([what, ways]) =>
  ways.map(([how, after, at]) => [what, how, after, at] as const),
)

test.each(all)('%s: %s', (what, _, after, at) => {
  const named = newFaults(town, after).map((fault) => `${fault.what} ${fault.noun} ${fault.field}`)
  expect(named).toContain(`${what} ${at}`)
})

test('a town in which all is right has none, and what was wrong before is no fault of a change', () => {
  expect(newFaults(town, town)).toEqual([])
  const broken = none('categories')
  const other = { ...broken, settings: { ...broken.settings, cityName: 'Kota Lain' } }
  expect(newFaults(broken, other)).toEqual([])
})
