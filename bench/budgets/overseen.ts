import type { DatabaseSync } from 'node:sqlite'
import { calendarOf } from '../../src/domain/city/city.ts'
import { endOfWorkingWeek } from '../../src/domain/time/calendar.ts'
import { dateOf, monthBack, monthOf } from '../../src/domain/time/time.ts'
import { build, patterns } from '../../src/paths.ts'
import { openForFilling } from '../support/d1-on-file.ts'
import { ask } from '../support/http.ts'
import { databaseFile } from '../support/server.ts'
import { type Counted, counted, held, standing } from './counted.ts'
import { faultless, type Row } from './row.ts'
import type { Stage } from './stage.ts'

/** Numbers on the pages of oversight that are not what independent SQL counts. */
export async function overseenRow(stage: Stage, now: number): Promise<Row> {
  const db = openForFilling(databaseFile(stage.storage))
  const today = dateOf(now, stage.city.settings.offset)
  const found = [
    ...(await worries(stage, db, today, endOfWorkingWeek(now, calendarOf(stage.city)))),
    ...(await compared(stage, db, today)),
    ...(await months(stage, db, today)),
    ...(await publicly(stage, db, today)),
  ]
  db.close()
  const what = `numbers of oversight that SQL counts otherwise, ${stage.count} reports`
  return faultless(what, found)
}

type Check = (stage: Stage, db: DatabaseSync, today: string) => Promise<string[]>

const id = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 })

/** `until`: the last day of the week that is worked in next. */
async function worries(
  stage: Stage,
  db: DatabaseSync,
  today: string,
  until: string,
): Promise<string[]> {
  const faults: string[] = []
  for (const [person, agencyId] of [
    ['leader', null],
    ['head', stage.agency.id],
  ] as const) {
    const html = await page(stage, patterns.oversight, person)
    const { week, month, older, soon } = held(db, agencyId, today, until)
    const { disputed, returned, missed, limits } = standing(db, agencyId, today)
    const back = agencyId === null ? [returned] : []
    const most = limits > 30 ? '30+' : id.format(limits)
    const expected = [week + month + older, soon, disputed, ...back, missed].map((n) =>
      id.format(n),
    )
    const shown = [...html.matchAll(/<dd>(.*?)<\/dd>/g)].map(([, inner = '']) => textOf(inner))
    faults.push(...differing(`${person}'s page`, shown, [...expected, most]))
  }
  const html = await page(stage, patterns.oversight, 'leader')
  for (const [name = '', ...cells] of rowsIn(html)) {
    const agency = stage.city.agencies.find((one) => one.name === name)
    if (!agency) continue
    const { week, month, older, soon } = held(db, agency.id, today, until)
    const { disputed, missed } = standing(db, agency.id, today)
    const expected = [week + month + older, null, older, month, week, soon, disputed, missed]
    faults.push(...differing(`late, ${name}`, cells, expected.map(textOrNull)))
  }
  return faults
}

const compared: Check = async (stage, db, today) => {
  const span = { today, from: monthBack(monthOf(today), 11), to: monthOf(today) }
  const html = await page(stage, patterns.oversightAgencies, 'leader')
  const rows = rowsIn(html).filter(([name]) => stage.city.agencies.some((a) => a.name === name))
  // the same agencies stand in the table of each drawn chart's numbers
  const lines = rows.filter((cells) => cells.length === 11)
  const faults = lines.length === 0 ? ['no agency is compared'] : []
  for (const [name = '', ...cells] of lines) {
    const agencyId = stage.city.agencies.find((one) => one.name === name)?.id ?? 0
    const sums = counted(db, agencyId, span)
    const { week, month, older } = held(db, agencyId, today, today)
    const expected = [
      ...[id.format(sums.received), shareOf(sums.followUps - sums.lateFollowUps, sums.followUps)],
      ...[days(middle(sums.closings)), days(rank(sums.closings, 0.9)), id.format(sums.late)],
      ...[id.format(week + month + older), id.format(sums.disputed)],
      ...[shareOf(sums.keptPromises, sums.promises), shareOf(sums.keptTargets, sums.targets)],
      score(sums),
    ]
    faults.push(...differing(`compared, ${name}`, cells, expected))
  }
  return faults
}

const months: Check = async (stage, db, today) => {
  const month = monthBack(monthOf(today), 1)
  const file = await page(stage, build('monthReportFile', { bulan: month }), 'leader')
  const faults: string[] = []
  for (const line of file.split(/\r?\n/)) {
    const [, name, ...cells] = line.split(';')
    const agency = stage.city.agencies.find((one) => one.name === name)
    if (!agency) continue
    const sums = counted(db, agency.id, { today, from: month, to: month })
    const { week, month: four, older } = held(db, agency.id, today, today)
    const plain = (n: number | null) => (n === null ? '' : String(n).replace('.', ','))
    const expected = [
      ...[sums.received, sums.open, sums.followUps, sums.followUps - sums.lateFollowUps],
      ...[middle(sums.closings), rank(sums.closings, 0.9), sums.late, week + four + older],
      ...[sums.disputed, sums.promises, sums.keptPromises, sums.ratings],
    ]
    faults.push(...differing(`${month}, ${name}`, cells, expected.map(plain)))
  }
  return faults
}

/** What everybody reads beside it: three months, without what is kept from the public. */
const publicly: Check = async (stage, db, today) => {
  const span = { today, from: monthBack(monthOf(today), 2), to: monthOf(today), open: true }
  const faults: string[] = []
  for (const [name = '', ...cells] of rowsIn(await page(stage, patterns.agencies))) {
    const agency = stage.city.agencies.find((one) => one.name === name)
    if (!agency) continue
    const sums = counted(db, agency.id, span)
    const share = id.format(Math.round((100 * sums.keptTargets) / sums.targets))
    const expected = [
      ...[id.format(sums.received), id.format(sums.late), days(middle(sums.closings))],
      sums.targets === 0 ? '-' : `${share} % dari ${id.format(sums.targets)}`,
    ]
    faults.push(...differing(`in public, ${name}`, cells, expected))
  }
  return faults
}

async function page(stage: Stage, path: string, person?: 'leader' | 'head'): Promise<string> {
  const answer = await ask(stage.url + path, person ? { cookie: stage.staff[person] } : {})
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
  return answer.text
}

/** Of each row of each table its cells, as they are read. */
function rowsIn(html: string): string[][] {
  return [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => textOf(cell)),
  )
}

/** Without what is for screen readers alone. */
function textOf(html: string): string {
  return html
    .replace(/<span class="(?:sr|brief)">.*?<\/span>/gs, '')
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .trim()
}

/** Where null is expected, anything is. */
function differing(where: string, shown: readonly string[], expected: readonly (string | null)[]) {
  return expected.flatMap((value, i) =>
    value === null || shown[i] === value ? [] : [`${where} (${i + 1}): ${shown[i]}, not ${value}`],
  )
}

function textOrNull(n: number | null): string | null {
  return n === null ? null : id.format(n)
}

function shareOf(n: number, all: number): string {
  return all === 0 ? '-' : `${id.format(n)} dari ${id.format(all)}`
}

function middle(sorted: readonly number[]): number | null {
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

function rank(sorted: readonly number[], share: number): number | null {
  return sorted[Math.ceil((Math.round(share * 1000) * sorted.length) / 1000) - 1] ?? null
}

function days(n: number | null): string {
  return n === null ? '-' : id.format(n) + (n >= 61 ? '+' : '')
}

function score({ ratings, ratingSum }: Counted): string {
  if (ratings === 0) return '-'
  const mean = Math.floor((ratingSum * 10) / ratings + 0.5) / 10
  return `${mean.toFixed(1).replace('.', ',')} (${id.format(ratings)})`
}
