import { type ClockCursor, overdue } from '../db/clock-sweeps.ts'
import { byTimer, inSteps } from './steps.ts'
import type { Job } from './world.ts'

export const lapse: Job = (w) =>
  inSteps<ClockCursor>(
    w,
    (after, limit) => overdue(w.db, 'completion', w.today, after, limit),
    ({ complaintId }) => byTimer(w, complaintId, { name: 'lapse' }),
  )
