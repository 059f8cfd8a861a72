/** A place on Earth in degrees, WGS 84. */
export interface Point {
  lat: number
  lng: number
}

/** Bounds in degrees: south, west, north, east. */
export type Bounds = readonly [number, number, number, number]

const NUMBER = '([+-]?\\d{1,3}(?:[.,]\\d{1,20})?)'
const PAIR = new RegExp(`^\\(?${NUMBER}\\s*°?\\s*[,;\\s]\\s*${NUMBER}\\s*°?\\)?$`)

/** '1.66667, 101.44321', decimals after point or comma; rounded to five (about a metre). */
export function parsePoint(text: string): Point | null {
  const [, first, second] = PAIR.exec(text.trim()) ?? []
  if (first === undefined || second === undefined) return null
  const lat = degrees(first)
  const lng = degrees(second)
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? { lat, lng } : null
}

function degrees(text: string): number {
  return Math.round(Number(text.replace(',', '.')) * 1e5) / 1e5
}

export function pointText({ lat, lng }: Point): string {
  return `${lat}, ${lng}`
}

/** Outside is worth a second look, never a refusal (docs/rules.md, The city). */
export function isWithin({ lat, lng }: Point, [south, west, north, east]: Bounds): boolean {
  return lat >= south && lat <= north && lng >= west && lng <= east
}
