import type { Authority } from '../city.ts'
import { flag, line, slug, text } from './columns.ts'
import { putIn, type Sheet } from './sheet.ts'

export const authorities: Sheet<Authority> = {
  noun: 'authority',
  at: 'instansi-luar',
  key: 'alamat',
  columns: [
    line<Authority>('nama', 'name', { required: true, most: 120 }),
    slug<Authority>(),
    text<Authority>('urusan', 'what', { required: true, most: 500 }),
    text<Authority>('hubungi', 'reach', { required: true, most: 500 }),
    flag<Authority>('aktif', 'active'),
  ],
  rows: (city) => city.authorities,
  blank: () => ({ id: 0, slug: '', name: '', what: '', reach: '', active: true }),
  titleOf: ({ name }) => name,
  put: (city, row) => ({ ...city, authorities: putIn(city.authorities, row) }),
}
