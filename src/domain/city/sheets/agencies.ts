import type { Agency, City } from '../city.ts'
import { flag, line, optionalLine, reference, slug } from './columns.ts'
import { putIn, type Sheet } from './sheet.ts'

export const agencies: Sheet<Agency> = {
  noun: 'agency',
  at: 'opd',
  key: 'alamat',
  columns: [
    line<Agency>('nama', 'name', { required: true }),
    line<Agency>('singkatan', 'shortName', { required: true, most: 40 }),
    slug<Agency>(),
    line<Agency>('bentuk', 'kind', { required: true, most: 40 }),
    reference<Agency, Agency>(
      'induk',
      'parentId',
      (city) => city.agencies,
      (a) => a.slug,
    ),
    optionalLine<Agency>('kepala', 'headName'),
    optionalLine<Agency>('surel_opd', 'mailbox', { like: /^\S+@\S+\.\S+$/ }),
    flag<Agency>('setiap_hari', 'everyDay'),
    flag<Agency>('persetujuan', 'approval'),
    flag<Agency>('aktif', 'active'),
  ],
  rows: (city) => city.agencies,
  blank: () => ({
    ...{ id: 0, slug: '', name: '', shortName: '', kind: '', parentId: null, status: 'confirmed' },
    ...{ active: true, approval: false, everyDay: false, headName: null, mailbox: null },
  }),
  titleOf: ({ name }) => name,
  put: (city, row) => {
    const before = city.agencies.find(({ id }) => id === row.id)
    const agencies = putIn(city.agencies, row)
    return before && before.slug !== row.slug
      ? renamed({ ...city, agencies }, before.slug, row)
      : { ...city, agencies }
  },
}

const NAMED = ['operatingAgency', 'inspectorateAgency', 'delegateAgency'] as const

/** What names it by its slug follows, and the old address leads to it. */
function renamed(city: City, from: string, { id, slug }: Agency): City {
  const { [slug]: _, ...others } = city.oldSlugs
  const follow = NAMED.filter((name) => city.settings[name] === from)
  return {
    ...city,
    oldSlugs: { ...others, [from]: id },
    settings: { ...city.settings, ...Object.fromEntries(follow.map((name) => [name, slug])) },
  }
}
