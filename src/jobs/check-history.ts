import { loadReports, type Rows, rowsOf } from '../db/history.ts'
import { keepProgress, progressOf } from '../db/progress.ts'
import { type HistoryFinding, verifyReports } from '../seal/history-check.ts'
import { alarm } from './history-alarm.ts'
import type { Job } from './world.ts'

const JOB = 'history'

/** A command in the middle of the reading shows a report half changed; then it is read again. */
const TRIES = 3

/** Some reports a night, in turn; `npm run check:history` looks at all, and at the days, too. */
export const checkHistory: Job = async (w) => {
  const rows = rowsOf(w.env.DB)
  const counts = { checked: 0, differ: 0 }
  let after: number | null = (await progressOf<number>(w.db, JOB)) ?? -1
  for (let step = 0; step < w.steps && after !== null; step++) {
    const page = await loadReports(rows, after, w.stepSize)
    const wrong = new Set((await verifyReports(page)).map(({ complaint }) => complaint))
    const suspects = page.complaints.filter(({ number }) => wrong.has(number))
    const orphans = [...wrong].filter((number) => number?.startsWith('#'))
    for (const complaint of orphans)
      await alarm(w, 'rows without their report', { complaint, day: null, seq: null })
    for (const { id } of suspects) {
      const [finding] = await lasting(rows, id)
      if (!finding) continue
      counts.differ += 1
      await alarm(w, finding.problem, finding)
    }
    counts.differ += orphans.length
    counts.checked += page.complaints.length
    after = page.next
    await keepProgress(w.db, JOB, after)
  }
  return counts
}

async function lasting(rows: Rows, id: number): Promise<HistoryFinding[]> {
  let findings: HistoryFinding[] = []
  for (let i = 0; i < TRIES; i++) {
    findings = await verifyReports(await loadReports(rows, id - 1, 1))
    if (findings.length === 0) break
  }
  return findings
}
