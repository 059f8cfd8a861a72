import { build } from '../../paths.ts'

const BEGINS = 'kinerja'

/** Which list of the overview a case was opened from: 'kinerja.lewat.dinas-pupr'. */
export function overseenFrom(list: string, asked: (name: string) => string | undefined): string {
  const spot = [asked('kategori'), asked('kelurahan')].filter(Boolean).join('-')
  return [BEGINS, list, asked('opd') ?? spot].filter(Boolean).join('.')
}

/** Its address; null where a case was opened from no such list. */
export function overseenHref(from: string, after: string): string | null {
  const [begins, list, whose = ''] = from.split('.')
  if (begins !== BEGINS || !list) return null
  const spot = /^(\d+)-(\d+)$/.exec(whose)
  const query = new URLSearchParams(
    spot ? { kategori: spot[1] ?? '', kelurahan: spot[2] ?? '' } : whose ? { opd: whose } : {},
  )
  if (after) query.set('setelah', after)
  return build('oversightList', { list }) + (query.size > 0 ? `?${query}` : '')
}
