import { type SQL, sql } from 'drizzle-orm'
import type { City } from '../domain/city/city.ts'
import { yearOf } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import type { Statement } from './ledger/statement.ts'
import { raw } from './raw.ts'

/** Days off, years and clock rules that differ, each kind in one statement whatever their number. */
export function calendarWritten(db: Database, before: City, after: City, where: SQL): Statement[] {
  const [days, years, rules] = [daysOf, yearsOf, rulesOf].map((of) =>
    differences(of(before), of(after)),
  ) as [Difference, Difference, Difference]
  const each = (list: unknown[]) => sql`json_each(${JSON.stringify(list)})`
  const value = (name: string) => sql.raw(`json_extract(value, '$.${name}')`)
  return [
    days.gone.length > 0 &&
      sql`delete from holiday where day in (select ${value('day')} from ${each(days.gone)}) and ${where}`,
    days.come.length > 0 &&
      sql`insert into holiday (day, name, kind) select ${value('day')}, ${value('name')}, ${value('kind')}
        from ${each(days.come)} where ${where}
        on conflict (day) do update set name = excluded.name, kind = excluded.kind`,
    years.gone.length > 0 &&
      sql`delete from calendar_year where year in (select ${value('year')} from ${each(years.gone)}) and ${where}`,
    years.come.length > 0 &&
      sql`insert into calendar_year (year, source) select ${value('year')}, ${value('source')}
        from ${each(years.come)} where ${where}
        on conflict (year) do update set source = excluded.source`,
    rules.gone.length > 0 &&
      sql`delete from clock_rule where (kind, class, valid_from) in (select ${value('kind')},
        ${value('class')}, ${value('validFrom')} from ${each(rules.gone)}) and ${where}`,
    rules.come.length > 0 &&
      sql`insert into clock_rule (kind, class, unit, length, valid_from, source)
        select ${value('kind')}, ${value('class')}, ${value('unit')}, ${value('length')},
        ${value('validFrom')}, ${value('source')} from ${each(rules.come)} where ${where}
        on conflict (kind, class, valid_from) do update set unit = excluded.unit,
        length = excluded.length, source = excluded.source`,
  ].flatMap((statement) => (statement ? [raw(db, statement)] : []))
}

type Row = Readonly<Record<string, unknown>>
type Keyed = Map<string, Row>

interface Difference {
  gone: Row[]
  come: Row[]
}

function differences(before: Keyed, after: Keyed): Difference {
  return {
    gone: [...before].filter(([key]) => !after.has(key)).map(([, row]) => row),
    come: [...after]
      .filter(([key, row]) => JSON.stringify(before.get(key)) !== JSON.stringify(row))
      .map(([, row]) => row),
  }
}

function daysOf({ holidays, jointLeave, years }: City): Keyed {
  const joint = new Set(jointLeave)
  const loaded = new Set(years.map(({ year }) => year))
  return new Map(
    Object.entries(holidays)
      .filter(([day]) => loaded.has(yearOf(day)))
      .map(([day, name]) => [
        day,
        { day, name, kind: joint.has(day) ? 'cuti_bersama' : 'libur_nasional' },
      ]),
  )
}

function yearsOf({ years }: City): Keyed {
  return new Map(years.map((one) => [String(one.year), { ...one }]))
}

function rulesOf({ clockRules }: City): Keyed {
  return new Map(
    clockRules.map((rule) => {
      const row = { ...rule, class: rule.class ?? 'all' }
      return [`${row.kind} ${row.class} ${row.validFrom}`, row]
    }),
  )
}
