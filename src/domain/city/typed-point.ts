import { plainTyped } from '../text/plain-typed.ts'
import { type Point, parsePoint } from './point.ts'

const PAIR = '(-?\\d{1,3}\\.\\d{1,20},-?\\d{1,3}\\.\\d{1,20})'
/** Addresses that map programs share. */
const IN_ADDRESS = new RegExp(
  `^(?:geo:|https?://\\S{0,200}?(?:@|[?&/](?:q|ll|query|daddr|destination|center)=|/))${PAIR}(?![\\d.])`,
  'i',
)
const LABEL =
  /(?:lat(?:itude)?|lon(?:g(?:itude)?)?|lng|lintang|bujur|titik|koordinat|gps)\b ?[:=]?/gi
const SIDE =
  "(\\d{1,3}(?:[.,]\\d{1,20})?) ?°? ?(?:(\\d{1,2}) ?['′’] ?(?:(\\d{1,2}(?:[.,]\\d{1,20})?) ?(?:[\"”]|''|′′|’’) ?)?)?"
const BY_COMPASS = new RegExp(`^${SIDE}(N|S|LU|LS|U)[,; ]{0,2}${SIDE}(E|W|BT|BB|T)$`, 'i')
const NEGATIVE = /^(?:S|LS|W|BB)$/i

/** A point as map programs and people write it; null for what is none. */
export function readPoint(typed: string): Point | null {
  const text = plainTyped(typed)
  if (text.length > 300) return null
  const shared = IN_ADDRESS.exec(decoded(text))?.[1]
  if (shared) return parsePoint(shared)
  const bare = text.replace(LABEL, ' ').replace(/\s+/g, ' ').trim()
  const [, ...sides] = BY_COMPASS.exec(bare) ?? []
  if (sides.length === 0) return parsePoint(bare)
  return parsePoint(`${degrees(sides.slice(0, 4))}, ${degrees(sides.slice(4))}`)
}

function degrees([whole, minutes, seconds, side]: (string | undefined)[]): string {
  const [d, m, s] = [whole, minutes, seconds].map((part = '0') => Number(part.replace(',', '.')))
  const size = (d ?? 0) + (m ?? 0) / 60 + (s ?? 0) / 3600
  return (NEGATIVE.test(side ?? '') ? -size : size).toFixed(6)
}

function decoded(text: string): string {
  return text.replace(/%2C/gi, ',').replace(/, /g, ',')
}
