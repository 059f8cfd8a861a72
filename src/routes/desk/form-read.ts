import { cleanLine, cleanText } from '../../domain/text/clean-text.ts'
import type { AppContext } from '../../http.ts'

/** A posted form of the desk. */
export interface Read {
  /** Posted strings by name, as typed: for a form that comes back. */
  typed: Record<string, string[]>
  text: (name: string) => string
  line: (name: string) => string
  id: (name: string) => number | null
  ids: (name: string) => number[]
  has: (name: string) => boolean
  all: (name: string) => string[]
}

/** Longest text kept from one field: the rules refuse long before, and say so. */
const MOST = 20_000

export async function readForm(c: AppContext): Promise<Read> {
  const body = await c.req.parseBody({ all: true })
  const typed: Record<string, string[]> = {}
  for (const [name, value] of Object.entries(body)) {
    const strings = [value].flat().filter((one) => typeof one === 'string')
    if (strings.length > 0) typed[name] = strings.map((one) => one.slice(0, MOST))
  }
  const first = (name: string) => typed[name]?.[0] ?? ''
  const toId = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : null)
  return {
    typed,
    text: (name) => cleanText(first(name)),
    line: (name) => cleanLine(first(name)),
    id: (name) => toId(first(name)),
    ids: (name) => (typed[name] ?? []).flatMap((text) => toId(text) ?? []),
    has: (name) => first(name) !== '',
    all: (name) => typed[name] ?? [],
  }
}
