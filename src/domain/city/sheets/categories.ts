import type { Agency, Category } from '../city.ts'
import { flag, line, reference, slug } from './columns.ts'
import { putIn, type Sheet } from './sheet.ts'

export const categories: Sheet<Category> = {
  noun: 'category',
  at: 'kategori',
  key: 'alamat',
  columns: [
    line<Category>('nama', 'name', { required: true, most: 80 }),
    slug<Category>(),
    reference<Category, Agency>(
      'opd',
      'defaultAgencyId',
      (c) => c.agencies,
      (a) => a.slug,
    ),
    line<Category>('kata', 'proposedBy', { most: 500 }),
    flag<Category>('pekerjaan_umum', 'publicWorks'),
    flag<Category>('aktif', 'active'),
  ],
  rows: (city) => city.categories,
  blank: () => ({
    ...{ id: 0, slug: '', name: '', defaultAgencyId: null, publicWorks: false, active: true },
    proposedBy: '',
  }),
  titleOf: ({ name }) => name,
  put: (city, row) => ({ ...city, categories: putIn(city.categories, row) }),
}
