import { cleanLine, cleanText } from '../../text/clean-text.ts'
import { isIsoDate } from '../../time/time.ts'
import type { City } from '../city.ts'
import { isLogo } from '../logo.ts'
import type { Choice, CityRow, Column, ReadValue } from './sheet.ts'

/** Names of a row's properties that hold such a value. */
type Holding<Row, Value> = {
  [K in keyof Row & string]-?: Row[K] extends Value ? K : never
}[keyof Row & string]

const taken = <Row>(part: Partial<Row>): ReadValue<Row> => ({ ok: true, part })

function part<Row>(property: string, value: unknown): Partial<Row> {
  return { [property]: value } as Partial<Row>
}

function held(row: CityRow, property: string): unknown {
  return (row as object as Readonly<Record<string, unknown>>)[property]
}

interface Limits {
  required?: boolean
  /** Characters. */
  most?: number
  /** Of the whole text. */
  like?: RegExp
}

function written<Row extends CityRow>(
  kind: 'line' | 'text',
  name: string,
  property: string,
  empty: string | null,
  { required = false, most = kind === 'line' ? 200 : 2000, like }: Limits,
): Column<Row> {
  const clean = kind === 'line' ? cleanLine : cleanText
  return {
    ...{ name, kind, required },
    shown: (row) => String(held(row, property) ?? ''),
    read: (typed) => {
      const text = clean(typed)
      if (text === '')
        return required ? { ok: false, fault: 'missing' } : taken(part(property, empty))
      if ([...text].length > most) return { ok: false, fault: 'long' }
      if (like && !like.test(text)) return { ok: false, fault: 'unreadable' }
      return taken(part(property, text))
    },
  }
}

/** Words that are never null: '' where nothing is written. */
export function line<Row extends CityRow>(
  name: string,
  property: Holding<Row, string>,
  limits: Limits = {},
): Column<Row> {
  return written<Row>('line', name, property, '', limits)
}

export function text<Row extends CityRow>(
  name: string,
  property: Holding<Row, string>,
  limits: Limits = {},
): Column<Row> {
  return written<Row>('text', name, property, '', limits)
}

export function optionalLine<Row extends CityRow>(
  name: string,
  property: Holding<Row, string | null>,
  limits: Limits = {},
): Column<Row> {
  return written<Row>('line', name, property, null, limits)
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** In addresses: small letters and digits, parted by dashes. */
export function slug<Row extends CityRow & { slug: string }>(): Column<Row> {
  return {
    ...{ name: 'alamat', kind: 'line', required: true },
    shown: (row) => row.slug,
    read: (typed) => {
      const value = cleanLine(typed)
        .toLowerCase()
        .replaceAll(/[\s_]+/g, '-')
      if (value === '') return { ok: false, fault: 'missing' }
      if (value.length > 60) return { ok: false, fault: 'long' }
      return SLUG.test(value) ? taken<Row>(part('slug', value)) : { ok: false, fault: 'unreadable' }
    },
  }
}

export function flag<Row extends CityRow>(
  name: string,
  property: Holding<Row, boolean>,
): Column<Row> {
  const said: Record<string, boolean> = { '': false, tidak: false, ya: true }
  return {
    ...{ name, kind: 'flag', required: false },
    shown: (row) => (held(row, property) ? 'ya' : 'tidak'),
    read: (typed) => {
      const value = said[cleanLine(typed).toLowerCase()]
      return value === undefined ? { ok: false, fault: 'unreadable' } : taken(part(property, value))
    },
  }
}

/** A point or a comma parts the decimals; empty is none. */
export function number<Row extends CityRow>(
  name: string,
  property: Holding<Row, number | null>,
  [least, most]: readonly [number, number],
  { required = false }: Limits = {},
): Column<Row> {
  return {
    ...{ name, kind: 'number', required },
    shown: (row) => String(held(row, property) ?? ''),
    read: (typed) => {
      const text = cleanLine(typed).replace(',', '.')
      if (text === '')
        return required ? { ok: false, fault: 'missing' } : taken(part(property, null))
      const value = /^[+-]?\d{1,9}(\.\d{1,20})?$/.test(text) ? Number(text) : Number.NaN
      return value >= least && value <= most
        ? taken(part(property, value))
        : { ok: false, fault: 'unreadable' }
    },
  }
}

const TYPED_DAY = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/

/** 2027-01-31, or 31/1/2027 as people write it. */
export function day<Row extends CityRow>(
  name: string,
  property: Holding<Row, string | null>,
  { required = false }: Limits = {},
): Column<Row> {
  return {
    ...{ name, kind: 'day', required },
    shown: (row) => String(held(row, property) ?? ''),
    read: (typed) => {
      const text = cleanLine(typed)
      if (text === '')
        return required ? { ok: false, fault: 'missing' } : taken(part(property, null))
      const [, d = '', m = '', y] = TYPED_DAY.exec(text) ?? []
      const value = y ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : text
      return isIsoDate(value) ? taken(part(property, value)) : { ok: false, fault: 'unreadable' }
    },
  }
}

interface Named {
  id: number
  name: string
  active?: boolean
}

/** Another row of the city: by its slug or code, so that it means the same in another database. */
export function reference<Row extends CityRow, To extends Named>(
  name: string,
  property: Holding<Row, number | null>,
  among: (city: City) => readonly To[],
  keyOf: (to: To) => string,
  { required = false }: Limits = {},
): Column<Row> {
  return {
    ...{ name, kind: 'choice', required },
    shown: (row, city) => {
      const to = among(city).find(({ id }) => id === held(row, property))
      return to ? keyOf(to) : ''
    },
    read: (typed, city) => {
      const key = cleanLine(typed)
      if (key === '')
        return required ? { ok: false, fault: 'missing' } : taken(part(property, null))
      const to = among(city).find((one) => keyOf(one) === key)
      return to ? taken(part(property, to.id)) : { ok: false, fault: 'unknown' }
    },
    choices: (city): Choice[] =>
      among(city)
        .filter(({ active }) => active !== false)
        .map((to) => ({ value: keyOf(to), label: to.name })),
  }
}

const TIME = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/

/** 07.30, as minutes of the day. */
export function timeOfDay<Row extends CityRow>(
  name: string,
  property: Holding<Row, number>,
): Column<Row> {
  return {
    ...{ name, kind: 'line', required: true },
    shown: (row) => {
      const minutes = Number(held(row, property))
      const [h, m] = [Math.floor(minutes / 60), minutes % 60]
      return `${String(h).padStart(2, '0')}.${String(m).padStart(2, '0')}`
    },
    read: (typed) => {
      const text = cleanLine(typed)
      if (text === '') return { ok: false, fault: 'missing' }
      const [, h, m] = TIME.exec(text) ?? []
      return h === undefined
        ? { ok: false, fault: 'unreadable' }
        : taken(part(property, Number(h) * 60 + Number(m)))
    },
  }
}

/** One of a few numbers; what each means is for words to say. */
export function choice<Row extends CityRow>(
  name: string,
  property: Holding<Row, number>,
  among: readonly number[],
): Column<Row> {
  return {
    ...{ name, kind: 'choice', required: true },
    shown: (row) => String(held(row, property)),
    read: (typed) => {
      const value = Number(cleanLine(typed))
      return among.includes(value)
        ? taken(part(property, value))
        : { ok: false, fault: typed.trim() === '' ? 'missing' : 'unknown' }
    },
    choices: () => among.map((value) => ({ value: String(value), label: String(value) })),
  }
}

/** Its bytes as text, so that a table brings it to another city whole. */
export function picture<Row extends CityRow>(
  name: string,
  property: Holding<Row, string | null>,
): Column<Row> {
  return {
    ...{ name, kind: 'picture', required: false },
    shown: (row) => String(held(row, property) ?? ''),
    read: (typed) => {
      const bytes = typed.trim()
      if (bytes === '') return taken(part(property, null))
      return isLogo(bytes) ? taken(part(property, bytes)) : { ok: false, fault: 'unreadable' }
    },
  }
}

export function guarded<Row extends CityRow>(column: Column<Row>): Column<Row> {
  return { ...column, guarded: true }
}
