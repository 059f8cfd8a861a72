import { keepProgress, progressOf } from '../db/progress.ts'
import {
  addToTrail,
  eventsBehind,
  type TrailEvent,
  type TrailPlace,
  trailIsEmpty,
} from '../db/trail.ts'
import { MINUTE } from '../domain/time/time.ts'
import type { Job } from './world.ts'

/** A command is dated before its batch is in, and what a slow line brings may take long. */
const LAG = 20 * MINUTE
const BATCH = 300
const JOB = 'trail'
const BEGINNING: TrailPlace = { at: 0, complaintId: 0, seq: 0 }

/** By who, where and which, beside the events: a command has no row to spare for it. */
export const indexTrail: Job = async (w) => {
  const known = (await trailIsEmpty(w.db)) ? null : await progressOf<TrailPlace>(w.db, JOB)
  let place = known ?? BEGINNING
  let indexed = 0
  for (let step = 0; step < w.steps; step++) {
    const events = await eventsBehind(w.db, place, w.s.now - LAG, BATCH)
    const last = events.at(-1)
    if (!last) break
    await addToTrail(w.db, events.flatMap(entriesOf))
    place = { at: last.at, complaintId: last.complaintId, seq: last.seq }
    await keepProgress(w.db, JOB, place)
    indexed += events.length
  }
  return { indexed }
}

/** Of what staff did alone. */
function entriesOf({ at, complaintId, seq, type, actor, agencyId }: TrailEvent) {
  if (!actor.startsWith('staff:')) return []
  const keys = [`p:${actor.slice(6)}`, `c:${type}`, ...(agencyId === null ? [] : [`a:${agencyId}`])]
  return keys.map((key) => ({ key, at, complaintId, seq }))
}
