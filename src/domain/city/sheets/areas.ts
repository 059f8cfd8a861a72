import type { Area, City } from '../city.ts'
import { flag, line, number, reference } from './columns.ts'
import { putIn, type Sheet } from './sheet.ts'

export const areas: Sheet<Area> = {
  noun: 'area',
  at: 'wilayah',
  key: 'kode_wilayah',
  columns: [
    line<Area>('nama', 'name', { required: true, most: 80 }),
    line<Area>('kode_wilayah', 'code', { required: true, most: 20, like: /^[\w.-]+$/ }),
    reference<Area, Area>('kecamatan', 'parentId', districtsOf, (a) => a.code),
    number<Area>('lintang', 'lat', [-90, 90]),
    number<Area>('bujur', 'lng', [-180, 180]),
    flag<Area>('aktif', 'active'),
  ],
  rows: (city) => city.areas,
  blank: () => ({ id: 0, code: '', name: '', parentId: null, lat: null, lng: null, active: true }),
  titleOf: ({ name }) => name,
  put: (city, row) => ({ ...city, areas: putIn(city.areas, row) }),
}

function districtsOf(city: City): Area[] {
  return city.areas.filter(({ parentId }) => parentId === null)
}
