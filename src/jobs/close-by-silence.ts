import { type Overdue, overdue } from '../db/clock-sweeps.ts'
import { byTimer, inSteps } from './steps.ts'
import type { Job } from './world.ts'

export const closeBySilence: Job = (w) =>
  inSteps<Overdue>(
    w,
    (after, limit) => overdue(w.db, 'silence', w.today, after, limit),
    ({ complaintId, heard }) => byTimer(w, complaintId, { name: 'close_by_silence', heard }),
  )
