import { type LeftCase, leftByOfficers } from '../db/leavers.ts'
import { byTimer, inSteps } from './steps.ts'
import type { Job } from './world.ts'

/** No open case stays with somebody who has left. */
export const unassignLeft: Job = (w) =>
  inSteps<LeftCase>(
    w,
    (after, limit) => leftByOfficers(w.db, w.s.now, after?.id, limit),
    ({ id, officerId }) => byTimer(w, id, { name: 'unassign', officerId }),
  )
