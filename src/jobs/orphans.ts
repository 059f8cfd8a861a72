import { keepProgress, progressOf } from '../db/progress.ts'
import { knownKeys, namedFiles } from '../db/sweeps.ts'
import { DAY } from '../domain/time/time.ts'
import { fileKey } from '../storage/attachments.ts'
import { COPY_PREFIX, keyOfCopy } from '../storage/copies.ts'
import { sum } from './steps.ts'
import type { Job, JobWorld } from './world.ts'

/** A file is stored before its row is written: what is younger may still get one. */
const GRACE = DAY
const LISTED = 500

/** As long as the changes that name them: a database that was restored too far back lacks their rows. */
const COPY_GRACE = 32 * DAY

interface Swept {
  bucket: R2Bucket
  prefix: string
  /** Of its progress. */
  name: string
  /** The key that a row would name for what lies under this one. */
  named: (key: string) => string
  grace: number
}

/** Pictures made of files too, and copies: what ended a run between a file's erasure and theirs left them. */
export const sweepOrphans: Job = async (w) => {
  const { FILES, BACKUPS } = w.env
  const files = { bucket: FILES, prefix: 'a/', name: 'orphans', named: (key: string) => key }
  const previews = {
    bucket: FILES,
    prefix: 'k/',
    name: 'previews',
    named: (key: string) => fileKey(key),
  }
  const copies = { bucket: BACKUPS, prefix: COPY_PREFIX, name: 'copies', named: keyOfCopy }
  const both = sum(
    await sweep(w, { ...files, grace: GRACE }),
    await sweep(w, { ...previews, grace: GRACE }),
  )
  return sum(both, await sweep(w, { ...copies, grace: COPY_GRACE }))
}

async function sweep(w: JobWorld, { bucket, prefix, name, named, grace }: Swept) {
  const counts = { kept: 0, swept: 0 }
  let startAfter = (await progressOf<string>(w.db, name)) ?? undefined
  for (let step = 0; step < w.steps; step++) {
    const page = await bucket.list({ prefix, startAfter, limit: LISTED })
    const old = page.objects.filter(({ uploaded }) => uploaded.getTime() <= w.s.now - grace)
    const gone = await unnamed(w, old, named)
    if (gone.length > 0) await bucket.delete(gone)
    counts.kept += page.objects.length - gone.length
    counts.swept += gone.length
    startAfter = page.truncated ? page.objects.at(-1)?.key : undefined
    await keepProgress(w.db, name, startAfter ?? null)
    if (startAfter === undefined) break
  }
  return counts
}

async function unnamed(
  w: JobWorld,
  old: readonly R2Object[],
  named: (key: string) => string,
): Promise<string[]> {
  const keys = old.map(({ key }) => key)
  const known = new Set((await knownKeys(w.db, keys.map(named))).map(({ key }) => key))
  return keys.filter((key) => !known.has(named(key)))
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
