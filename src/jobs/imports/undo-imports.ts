import { wordless } from '../../db/erasing.ts'
import { type ImportRun, importsUndone, undoOver } from '../../db/imports.ts'
import { oldReportForgotten, reportsOfImport } from '../../db/old-reports.ts'
import type { Surroundings } from '../../db/run-command.ts'
import type { Job } from '../world.ts'

const STEP = 50

/** Older records that were brought by mistake, in steps; what somebody acted on since stays. */
export const undoImports: Job = async ({ s, steps }) => {
  const counts = { undone: 0 }
  for (const run of await importsUndone(s.db, 1)) counts.undone += await undoImport(s, run, steps)
  return counts
}

export async function undoImport(
  s: Surroundings,
  { id, undoneBy }: Pick<ImportRun, 'id' | 'undoneBy'>,
  steps: number,
): Promise<number> {
  const as = { ...s, actor: { kind: 'timer' } as const }
  const by = (undoneBy ?? '').replace('staff:', '')
  let [undone, after] = [0, 0]
  for (let step = 0; step < steps; step++) {
    const reports = await reportsOfImport(s.db, id, after, STEP)
    for (const report of reports) {
      const beside = () => [oldReportForgotten(s.db, report)]
      const { ok } = await wordless(as, report, { name: 'unimport', by }, beside)
      undone += ok ? 1 : 0
    }
    after = reports.at(-1) ?? after
    if (reports.length < STEP) {
      await undoOver(s.db, id, s.now)
      return undone
    }
  }
  return undone
}
