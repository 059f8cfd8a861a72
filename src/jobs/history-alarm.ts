import { tell } from '../db/outbox.ts'
import { type JobWorld, openingFor } from './world.ts'

interface Where {
  complaint: string | null
  day: string | null
  seq: number | null
}

/** To the log at once, and a letter a day: whoever runs the database may be who changed it. */
export async function alarm(w: JobWorld, what: string, where: Where): Promise<void> {
  console.error({ alert: what, ...where })
  const queued = await tell(
    w.db,
    (['admin', 'inspectorate'] as const).map((recipient) => ({
      dedupe: `history_differs|${w.today}|${recipient}`,
      complaintId: null,
      recipient,
      agencyId: null,
      template: 'history_differs',
      notBefore: openingFor(w, 'staff'),
    })),
  )
  await w.enqueue(queued)
}
