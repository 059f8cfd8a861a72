import type { Category, FormNotice } from '../city.ts'
import { day, flag, reference, text } from './columns.ts'
import { putIn, type Sheet } from './sheet.ts'

export const notices: Sheet<FormNotice> = {
  noun: 'notice',
  at: 'pengumuman',
  key: null,
  columns: [
    text<FormNotice>('isi', 'text', { required: true, most: 300 }),
    reference<FormNotice, Category>(
      'kategori',
      'categoryId',
      (c) => c.categories,
      (k) => k.slug,
    ),
    day<FormNotice>('mulai', 'fromDay', { required: true }),
    day<FormNotice>('sampai', 'untilDay'),
    flag<FormNotice>('aktif', 'active'),
  ],
  rows: (city) => city.notices,
  blank: () => ({ id: 0, text: '', categoryId: null, fromDay: '', untilDay: null, active: true }),
  titleOf: ({ text }) => (text.length > 60 ? `${text.slice(0, 59)}…` : text),
  put: (city, row) => ({ ...city, notices: putIn(city.notices, row) }),
}
