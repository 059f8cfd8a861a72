import { loadReports, type Rows } from '../db/history.ts'
import { type HistoryFinding, verifyReports } from '../seal/history-check.ts'

/** A command in the middle of the reading shows a report half changed; then it is read again. */
const TRIES = 3

interface LookedAt {
  checked: number
  /** Of each report that is not whole the first thing, by its events. */
  broken: HistoryFinding[]
  /** '#' and the internal number, where rows are left of a report that is gone. */
  orphans: string[]
  next: number | null
}

/** Some reports behind an internal number. */
export async function lookAt(rows: Rows, after: number, size: number): Promise<LookedAt> {
  const page = await loadReports(rows, after, size)
  const wrong = new Set((await verifyReports(page)).map(({ complaint }) => complaint))
  const suspects = page.complaints.filter(({ number }) => wrong.has(number))
  const broken: HistoryFinding[] = []
  for (const { id } of suspects) {
    const first = firstOf(await lasting(rows, id))
    if (first) broken.push(first)
  }
  return {
    checked: page.complaints.length,
    broken,
    orphans: [...wrong].flatMap((number) => (number?.startsWith('#') ? [number] : [])),
    next: page.next,
  }
}

async function lasting(rows: Rows, id: number): Promise<HistoryFinding[]> {
  let findings: HistoryFinding[] = []
  for (let i = 0; i < TRIES; i++) {
    findings = await verifyReports(await loadReports(rows, id - 1, 1))
    if (findings.length === 0) break
  }
  return findings
}

function firstOf(findings: readonly HistoryFinding[]): HistoryFinding | undefined {
  const at = ({ seq }: HistoryFinding) => seq ?? Number.MAX_SAFE_INTEGER
  return findings.toSorted((a, b) => at(a) - at(b))[0]
}
