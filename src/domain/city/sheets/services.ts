import type { Agency, Service } from '../city.ts'
import { flag, line, reference, slug } from './columns.ts'
import { putIn, type Sheet } from './sheet.ts'

/** What an agency does for people, each with a survey of its own (docs/rules.md, Satisfaction). */
export const services: Sheet<Service> = {
  noun: 'service',
  at: 'layanan',
  key: 'alamat',
  columns: [
    line<Service>('nama', 'name', { required: true, most: 120 }),
    slug<Service>(),
    reference<Service, Agency>(
      'penyelenggara',
      'agencyId',
      (c) => c.agencies,
      (a) => a.slug,
      { required: true },
    ),
    flag<Service>('aktif', 'active'),
  ],
  rows: (city) => city.services,
  blank: () => ({ id: 0, slug: '', name: '', agencyId: 0, active: true }),
  titleOf: ({ name }) => name,
  put: (city, row) => ({ ...city, services: putIn(city.services, row) }),
}
