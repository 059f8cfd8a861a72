import { mkdirSync, writeFileSync } from 'node:fs'
import type { Answer } from './job.ts'
import { ruled } from './rules.ts'

interface Difference {
  section: string
  what: string
  lines: string[]
}

/** What was compared, by section, and everything that was not equal. */
export class Report {
  readonly compared = new Map<string, number>()
  readonly statuses = new Map<number, number>()
  readonly differences: Difference[] = []

  /** @returns whether both answers are the same */
  add(section: string, what: string, before: Answer, after: Answer): boolean {
    this.compared.set(section, (this.compared.get(section) ?? 0) + 1)
    this.statuses.set(before.status, (this.statuses.get(before.status) ?? 0) + 1)
    const lines = differencesOf(ruled(before), ruled(after))
    if (lines.length > 0) this.differences.push({ section, what, lines })
    return lines.length === 0
  }

  /** Two texts that are no answers: rows, files, scripts. */
  text(section: string, what: string, before: string, after: string): void {
    const answer = (body: string) => ({ status: 0, headers: [], body, purged: [] })
    this.add(section, what, answer(before), answer(after))
  }

  /** Something that should have been compared and could not be. */
  fault(section: string, what: string, why: string): void {
    this.differences.push({ section, what, lines: [why] })
  }

  /** Prints the first differences, writes all of them to a file. */
  print(shown: number, file: string): void {
    for (const [section, count] of this.compared) {
      const unlike = this.differences.filter((one) => one.section === section).length
      console.log(
        `${unlike > 0 ? 'FAIL' : 'pass'}  ${section.padEnd(20)} ${count} compared, ${unlike} differ`,
      )
    }
    const answers = [...this.statuses].filter(([status]) => status > 0).sort(([a], [b]) => a - b)
    console.log(`Answers: ${answers.map(([status, count]) => `${status} ${count}×`).join(', ')}`)
    const told = this.differences.map(
      ({ section, what, lines }) =>
        `${section}: ${what}\n${lines.map((line) => `    ${line}`).join('\n')}`,
    )
    for (const one of told.slice(0, shown)) console.log(one)
    if (told.length > shown) console.log(`… and ${told.length - shown} more`)
    mkdirSync('.cache/compare', { recursive: true })
    writeFileSync(file, `${told.join('\n')}\n`)
    const all = [...this.compared.values()].reduce((sum, count) => sum + count, 0)
    console.log(`${all} compared, ${told.length} differ; all differences: ${file}`)
  }
}

function differencesOf(before: Answer, after: Answer): string[] {
  const lines: string[] = []
  if (before.status !== after.status) lines.push(`status ${before.status} → ${after.status}`)
  const [had, has] = [before, after].map(({ headers }) =>
    headers.map(([name, value]) => `${name}: ${value}`),
  )
  lines.push(...setDifference(had ?? [], has ?? []))
  if (before.purged.join('\n') !== after.purged.join('\n'))
    lines.push(`purged ${before.purged.join(' | ')} → ${after.purged.join(' | ')}`)
  if (before.body !== after.body) lines.push(...excerpt(before.body, after.body))
  return lines
}

function setDifference(had: string[], has: string[]): string[] {
  const short = (line: string) => (line.length > 300 ? `${line.slice(0, 300)}…` : line)
  return [
    ...had.filter((line) => !has.includes(line)).map((line) => `- ${short(line)}`),
    ...has.filter((line) => !had.includes(line)).map((line) => `+ ${short(line)}`),
    ...(had.length !== has.length && had.every((line) => has.includes(line))
      ? ['a header is twice']
      : []),
  ]
}

const AROUND = 70
const SHOWN = 160

/** Where two texts part, with a few letters before and what either goes on with. */
export function excerpt(before: string, after: string): string[] {
  let from = 0
  while (before[from] === after[from] && from < before.length) from++
  let [a, b] = [before.length, after.length]
  while (a > from && b > from && before[a - 1] === after[b - 1]) {
    a--
    b--
  }
  const start = Math.max(0, from - AROUND)
  const part = (text: string, end: number) =>
    JSON.stringify(text.slice(start, Math.min(end + 30, start + AROUND + SHOWN)))
  return [
    `- ${part(before, a)}`,
    `+ ${part(after, b)}`,
    `  from letter ${from}, ${a - from} → ${b - from} letters`,
  ]
}
