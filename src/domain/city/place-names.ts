import type { PlaceName } from '../text/placed.ts'
import type { City } from './city.ts'

export function placeNames({ areas }: City): PlaceName[] {
  return areas.map(({ id, name, parentId }) => ({
    name,
    token: `${parentId === null ? 'kec' : 'kel'}${id}`,
  }))
}
