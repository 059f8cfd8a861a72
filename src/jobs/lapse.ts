import { type Overdue, overdue } from '../db/clock-sweeps.ts'
import { byTimer, inSteps } from './steps.ts'
import type { Job } from './world.ts'

export const lapse: Job = (w) =>
  inSteps<Overdue>(
    w,
    (after, limit) => overdue(w.db, 'completion', w.today, after, limit),
    ({ complaintId, heard }) => byTimer(w, complaintId, { name: 'lapse', heard }),
  )
