import { concatBytes } from '../domain/text/bytes.ts'
import { be32, fromLatin1, latin1, u32 } from './bytes.ts'

/** The largest printing profiles stay below. */
export const MAX_PROFILE_BYTES = 1 << 20

const COLOUR_TAGS = new Set(
  'wtpt bkpt chad rXYZ gXYZ bXYZ rTRC gTRC bTRC kTRC cicp A2B0 A2B1 A2B2 B2A0 B2A1 B2A2'.split(' '),
)
/** They say nothing of colour: maker, platform, date, device, creator, checksum. */
const HEADER_GAPS = [
  [4, 8],
  [24, 36],
  [40, 44],
  [48, 56],
  [80, 128],
] as const
const NAME = 'tanggap'

interface Tag {
  name: string
  /** Equal for tags that share their bytes, as the three channels often share one curve. */
  place: string
  element: Uint8Array
}

/** ICC.1:2022. Screens write their serial number and their owner's name into the other tags. */
export function rebuildProfile(source: Uint8Array): Uint8Array | undefined {
  const size = u32(source, 0)
  if (size < 132 || size > source.length || latin1(source, 36, 4) !== 'acsp') return undefined
  const tags = colourTags(source.subarray(0, size))
  if (!tags) return undefined
  const named = [...profileNames(source[8] ?? 0), ...tags]
  const total = named.reduce((sum, tag) => sum + tag.element.length, 0)
  if (total > MAX_PROFILE_BYTES) return undefined
  const rebuilt = assemble(source.slice(0, 128), named)
  return rebuilt.length > MAX_PROFILE_BYTES ? undefined : rebuilt
}

function colourTags(profile: Uint8Array): Tag[] | undefined {
  const tableEnd = 132 + 12 * u32(profile, 128)
  if (tableEnd > profile.length) return undefined
  const tags = new Map<string, Tag>()
  for (let entry = 132; entry < tableEnd; entry += 12) {
    const name = latin1(profile, entry, 4)
    const start = u32(profile, entry + 4)
    const end = start + u32(profile, entry + 8)
    if (start < tableEnd || end < start + 8 || end > profile.length) return undefined
    if (!COLOUR_TAGS.has(name)) continue
    tags.set(name, { name, place: `${start}-${end}`, element: profile.subarray(start, end) })
  }
  return [...tags.values()]
}

/** Required tags; ours are fixed, in the form of the profile's version. */
function profileNames(version: number): Tag[] {
  if (version >= 4) {
    const utf16 = fromLatin1([...NAME].map((letter) => `\0${letter}`).join(''))
    const header = fromLatin1('mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS')
    const element = concatBytes(header, be32(utf16.length), be32(28), utf16)
    return ['desc', 'cprt'].map((name) => ({ name, place: 'name', element }))
  }
  const title = fromLatin1(`desc\0\0\0\0\0\0\0\x08${NAME}\0`)
  return [
    { name: 'desc', place: 'name', element: concatBytes(title, new Uint8Array(78)) },
    { name: 'cprt', place: 'rights', element: fromLatin1('text\0\0\0\0CC0\0') },
  ]
}

function assemble(header: Uint8Array, tags: Tag[]): Uint8Array {
  const table: Uint8Array[] = []
  const elements: Uint8Array[] = []
  const placed = new Map<string, number>()
  let end = 132 + 12 * tags.length
  for (const { name, place, element } of tags) {
    const start = placed.get(place) ?? end
    table.push(fromLatin1(name), be32(start), be32(element.length))
    if (placed.has(place)) continue
    placed.set(place, start)
    const padding = new Uint8Array(-element.length & 3)
    elements.push(element, padding)
    end += element.length + padding.length
  }
  for (const [from, to] of HEADER_GAPS) header.fill(0, from, to)
  header.set(be32(end))
  return concatBytes(header, be32(tags.length), ...table, ...elements)
}
