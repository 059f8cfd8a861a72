/** Days as whole numbers since 1970, counted one by one; nothing here is shared with the program. */
const DAY = 86_400_000

export interface Decree {
  holidays: Readonly<Record<string, string>>
  firstYear: number
  lastYear: number
  office: readonly [number, number]
  offset: number
}

export const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY
export const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)

export const wallDay = (at: number, { offset }: Decree): number =>
  Math.floor((at + offset * 60_000) / DAY)

/** The day after where the office had closed, to the minute. */
export const openOn = (at: number, decree: Decree): number => {
  const minute = Math.floor((at + decree.offset * 60_000) / 60_000) % (24 * 60)
  return wallDay(at, decree) + (minute > decree.office[1] ? 1 : 0)
}

const ALWAYS = ['01-01', '05-01', '06-01', '08-17', '12-25']

export const works = (day: number, decree: Decree, everyDay = false): boolean => {
  if (everyDay) return true
  const iso = isoOf(day)
  const weekday = new Date(day * DAY).getUTCDay()
  if (weekday === 0 || weekday === 6) return false
  return Number(iso.slice(0, 4)) > decree.lastYear
    ? !ALWAYS.includes(iso.slice(5))
    : !(iso in decree.holidays)
}

/** Work days after `from`, up to and with `to`. */
export const counted = (from: number, to: number, decree: Decree, everyDay = false): number => {
  let n = 0
  for (let day = from + 1; day <= to; day++) if (works(day, decree, everyDay)) n++
  return n
}

export const after = (from: number, n: number, decree: Decree, everyDay = false): number => {
  let day = from
  for (let left = n; left > 0; ) if (works(++day, decree, everyDay)) left--
  return day
}

export const nextWork = (day: number, decree: Decree, everyDay = false): number => {
  let d = day
  while (!works(d, decree, everyDay)) d++
  return d
}

export const lastWork = (day: number, decree: Decree): number => {
  let d = day
  while (!works(d, decree)) d--
  return d
}
