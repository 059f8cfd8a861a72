import { type LeftCase, leftByOfficers } from '../db/leavers.ts'
import { byTimer, inSteps } from './steps.ts'
import type { Job } from './world.ts'

/** No open case stays with somebody who has left: it goes to whom an administrator named. */
export const unassignLeft: Job = (w) =>
  inSteps<LeftCase>(
    w,
    (after, limit) => leftByOfficers(w.db, w.s.now, after?.id, limit),
    ({ id, officerId, successorId, givenBy }) => {
      const successor = successorId && givenBy ? { id: successorId, by: givenBy } : undefined
      return byTimer(w, id, { name: 'unassign', officerId, successor })
    },
  )
