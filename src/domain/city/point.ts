/** A place on Earth in degrees, WGS 84. */
export interface Point {
  lat: number
  lng: number
}

/** Bounds in degrees: south, west, north, east. */
export type Bounds = readonly [number, number, number, number]

const NUMBER = '([+-]?\\d{1,3}(?:[.,]\\d{1,20})?)'
const PAIR = new RegExp(`^\\(?${NUMBER}\\s*°?\\s*[,;\\s]\\s*${NUMBER}\\s*°?\\)?$`)

/**
 * Latitude and longitude as a map application gives them to be pasted: '1.66667, 101.44321', with
 * points or commas for decimals. Rounded to five decimals (about a metre); null for anything else.
 */
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

/** '1.66667, 101.44321': as it may be pasted into a map application. */
export function pointText({ lat, lng }: Point): string {
  return `${lat}, ${lng}`
}

/** Outside is worth a second look of the verifier's, never a refusal (docs/rules.md, The city). */
export function isWithin({ lat, lng }: Point, [south, west, north, east]: Bounds): boolean {
  return lat >= south && lat <= north && lng >= west && lng <= east
}
