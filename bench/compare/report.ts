import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Answer } from './job.ts'
import { type Rule, ruled } from './rules.ts'

interface Difference {
  section: string
  what: string
  lines: string[]
  /** Equal for pages that differ in the same way. */
  kind: string
}

/** What was compared, by section, and everything that was not equal. */
export class Report {
  readonly compared = new Map<string, number>()
  readonly statuses = new Map<number, number>()
  readonly differences: Difference[] = []
  private readonly rules: Rule[]

  constructor(rules: Rule[]) {
    this.rules = rules
  }

  add(section: string, what: string, before: Answer, after: Answer): void {
    this.compared.set(section, (this.compared.get(section) ?? 0) + 1)
    this.statuses.set(before.status, (this.statuses.get(before.status) ?? 0) + 1)
    const [had, has] = [ruled(plain(before), this.rules), ruled(plain(after), this.rules)]
    const lines = differencesOf(had, has)
    if (lines.length === 0) return
    this.differences.push({ section, what, lines, kind: kindOf(lines, had.body, has.body) })
  }

  /** Two texts that are no answers: rows, files, scripts. */
  text(section: string, what: string, before: string, after: string): void {
    const answer = (body: string) => ({ status: 0, headers: [], body, purged: [] })
    this.add(section, what, answer(before), answer(after))
  }

  /** Something that should have been compared and could not be. */
  fault(section: string, what: string, why: string): void {
    this.compared.set(section, (this.compared.get(section) ?? 0) + 1)
    this.differences.push({ section, what, lines: [why], kind: why })
  }

  /** Prints one of each kind of difference, writes all of them to a file. */
  print(shown: number, file: string): void {
    for (const [section, count] of this.compared) {
      const unlike = this.differences.filter((one) => one.section === section).length
      const verdict = unlike > 0 ? 'FAIL' : 'pass'
      console.log(`${verdict}  ${section.padEnd(20)} ${count} compared, ${unlike} differ`)
    }
    const answers = [...this.statuses].filter(([status]) => status > 0).sort(([a], [b]) => a - b)
    console.log(`Answers: ${answers.map(([status, count]) => `${status} ${count}×`).join(', ')}`)
    const kinds = [...Map.groupBy(this.differences, ({ kind }) => kind).values()]
    for (const [first, ...rest] of kinds.slice(0, shown))
      if (first) console.log(told(first, rest.length))
    if (kinds.length > shown) console.log(`… and ${kinds.length - shown} more kinds`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, this.differences.map((one) => `${told(one, 0)}\n`).join(''))
    const all = [...this.compared.values()].reduce((sum, count) => sum + count, 0)
    const { length } = this.differences
    console.log(`${all} compared, ${length} differ in ${kinds.length} ways; all of them: ${file}`)
  }
}

/** The text of an encoded body; how it was encoded stays among the headers, its length too. */
function plain(answer: Answer): Answer {
  const encoding = answer.headers.find(([name]) => name === 'content-encoding')?.[1]
  if (!encoding || !answer.body) return answer
  const bytes = Buffer.from(answer.body, 'base64')
  const text = encoding === 'br' ? brotliDecompressSync(bytes) : gunzipSync(bytes)
  return { ...answer, body: text.toString('utf8') }
}

function told({ section, what, lines }: Difference, more: number): string {
  const others = more > 0 ? ` (and ${more} more that differ in this way)` : ''
  return [`${section}: ${what}${others}`, ...lines.map((line) => `    ${line}`)].join('\n')
}

/** What differs, without what follows from it and where on the page it is. */
function kindOf(lines: string[], before: string, after: string): string {
  const own = lines.filter((line) => !/^[-+] (content-length|etag):|^ {2}from|^[-+] "/.test(line))
  const { from, a, b } = parting(before, after)
  return [...own, before.slice(from, a).slice(0, 400), after.slice(from, b).slice(0, 400)].join(
    '\n',
  )
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

/** Where two texts part, and where each of them comes back to the same. */
function parting(before: string, after: string): { from: number; a: number; b: number } {
  let from = 0
  while (before[from] === after[from] && from < before.length) from++
  let [a, b] = [before.length, after.length]
  while (a > from && b > from && before[a - 1] === after[b - 1]) {
    a--
    b--
  }
  return { from, a, b }
}

/** The differing part of two texts, with a few letters around it. */
function excerpt(before: string, after: string): string[] {
  const { from, a, b } = parting(before, after)
  const start = Math.max(0, from - AROUND)
  const part = (text: string, end: number) =>
    JSON.stringify(text.slice(start, Math.min(end + 30, start + AROUND + SHOWN)))
  return [
    `- ${part(before, a)}`,
    `+ ${part(after, b)}`,
    `  from letter ${from}, ${a - from} → ${b - from} letters`,
  ]
}
