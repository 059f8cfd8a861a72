import { keyHashesAfter, sealKeyAnew } from '../db/key-seals.ts'
import { keepProgress, progressOf } from '../db/progress.ts'
import { parseIdentityKeys } from '../seal/identity-keys.ts'
import { isSealedUnder } from '../seal/key-hash.ts'
import type { Job } from './world.ts'

const JOB = 'sealKeys'

interface Progress {
  /** The master key that all up to `after` are sealed under. */
  version: number
  after: number
}

/**
 * What is kept of access keys comes under the newest master key, by a command, since an event vouches
 * for it. New reports are sealed when they are filed: a run without a new master key reads those only.
 */
export const sealKeys: Job = async (w) => {
  const counts = { done: 0, left: 0 }
  const keys = parseIdentityKeys(w.env.IDENTITY_KEYS)
  const before = await progressOf<Progress>(w.db, JOB)
  let after = before?.version === keys.current ? before.after : 0
  for (let step = 0; step < w.steps; step++) {
    const rows = await keyHashesAfter(w.db, after, w.stepSize)
    for (const { id, keyHash } of rows) {
      if (isSealedUnder(keys, keyHash)) continue
      // one whose master key is gone holds up no others
      const result = await sealKeyAnew(w.s, keys, id).catch(() => null)
      counts[result?.ok ? 'done' : 'left'] += 1
    }
    after = rows.at(-1)?.id ?? after
    await keepProgress(w.db, JOB, { version: keys.current, after })
    if (rows.length < w.stepSize) break
  }
  return counts
}
