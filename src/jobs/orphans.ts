import { keepProgress, progressOf } from '../db/progress.ts'
import { knownKeys, namedFiles } from '../db/sweeps.ts'
import { DAY } from '../domain/time/time.ts'
import type { Job, JobWorld } from './world.ts'

/** See src/storage. */
const PREFIX = 'a/'
/** A file is stored before its row is written: what is younger may still get one. */
const GRACE = DAY
const LISTED = 500

export const sweepOrphans: Job = async (w) => {
  const counts = { kept: 0, swept: 0 }
  let startAfter = (await progressOf<string>(w.db, 'orphans')) ?? undefined
  for (let step = 0; step < w.steps; step++) {
    const page = await w.env.FILES.list({ prefix: PREFIX, startAfter, limit: LISTED })
    const gone = await unnamed(w, page.objects)
    if (gone.length > 0) await w.env.FILES.delete(gone)
    counts.kept += page.objects.length - gone.length
    counts.swept += gone.length
    startAfter = page.truncated ? page.objects.at(-1)?.key : undefined
    await keepProgress(w.db, 'orphans', startAfter ?? null)
    if (startAfter === undefined) break
  }
  return counts
}

async function unnamed(w: JobWorld, objects: readonly R2Object[]): Promise<string[]> {
  const old = objects.filter(({ uploaded }) => uploaded.getTime() <= w.s.now - GRACE)
  const keys = old.map(({ key }) => key)
  const known = new Set((await knownKeys(w.db, keys)).map(({ key }) => key))
  return keys.filter((key) => !known.has(key))
}

/** Nothing can be mended here: a person restores the file from a backup or says that it is lost. */
export const reportMissingFiles: Job = async (w) => {
  const counts = { looked: 0, missing: 0 }
  let after = (await progressOf<string>(w.db, 'missing')) ?? undefined
  for (let step = 0; step < w.steps; step++) {
    const rows = await namedFiles(w.db, after, w.stepSize)
    for (const { id, key } of rows) {
      counts.looked += 1
      if (key === null || (await w.env.FILES.head(key))) continue
      counts.missing += 1
      console.error({ alert: 'a file is missing from the bucket', attachment: id })
    }
    after = rows.length < w.stepSize ? undefined : (rows.at(-1)?.key ?? undefined)
    await keepProgress(w.db, 'missing', after ?? null)
    if (after === undefined) break
  }
  return counts
}
