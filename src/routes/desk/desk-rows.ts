import type { QueueRow } from '../../db/queue-rows.ts'
import { mayRead } from '../../domain/case/parties.ts'
import { canSee } from '../../domain/case/visibility.ts'
import { agencyById, type City, calendarOf, categoryById, rulesOf } from '../../domain/city/city.ts'
import type { Staff } from '../../domain/people/actor.ts'
import { workingDaysBetween } from '../../domain/time/calendar.ts'
import type { Clock } from '../../domain/time/clocks.ts'
import { advance, type Due } from '../../domain/time/due.ts'
import type { Instant, IsoDate } from '../../domain/time/time.ts'
import { dateOf } from '../../domain/time/time.ts'
import type { DeskRow } from '../../views/desk/rows.tsx'
import type { Words } from '../../words/words.ts'

interface Reader {
  staff: Staff
  city: City
  now: Instant
}

/** Rows that this person may read, as the list shows them. */
export function deskRows(
  t: Words,
  rows: QueueRow[],
  reader: Reader,
  current: string | null,
  href: (reference: string) => string,
): DeskRow[] {
  return rows
    .filter((row) => mayRead(reader.staff, row.seen, reader.now))
    .map((row) => ({
      href: href(row.reference),
      current: row.reference === current,
      title: titleFor(t, row, reader),
      reference: row.reference,
      agency: agencyById(reader.city, row.seen.leadAgencyId)?.shortName ?? t.desk.verifierDesk,
      state: row.state,
      due: briefDue(t, row, reader),
      clusterSize: row.clusterSize,
      why: whyHere(t, row),
      supervisory: row.seen.supervisory,
    }))
}

/** The reporter's own title for whoever may see it, else the verifier's, else what it is about. */
export function titleFor(
  t: Words,
  row: Pick<QueueRow, 'seen' | 'title' | 'releasedTitle' | 'categoryId'>,
  { staff, city, now }: Reader,
): string {
  const viewer = { kind: 'staff' as const, staff, revealed: false }
  if (canSee(viewer, 'originalTitle', row.seen, now, rulesOf(city)))
    return row.title ?? row.releasedTitle ?? t.desk.untitled
  const about = categoryById(city, row.categoryId)?.name ?? t.desk.untitled
  return row.releasedTitle ?? t.desk.anonymousTitle(about)
}

function briefDue(t: Words, row: QueueRow, { city, now }: Reader): DeskRow['due'] {
  const today = dateOf(now, city.settings.offset)
  if (row.bucket === 'paused' || row.state === 'awaiting_info') {
    const words = t.dueWords({ kind: 'paused', since: today, left: 0, clock: DAYS }, 0, today)
    return { text: `${words.sign} ${words.brief}`, tone: 'wait' }
  }
  if (row.dueDay === null) return null
  const left = workingDaysBetween(today, row.dueDay, calendarOf(city, row.seen.leadAgencyId))
  const due: Due = { kind: 'due', clock: DAYS, day: row.dueDay, provisional: false }
  const words = t.dueWords(due, left, today as IsoDate)
  return { text: words.tone === 'late' ? `! ${words.brief}` : words.brief, tone: words.tone }
}

/** Lists count in working days, whichever clock it is. */
const DAYS = { unit: 'working_day' } as Clock

/** A case that stands further up than its due date alone would put it, in words. */
function whyHere(t: Words, row: QueueRow): string[] {
  if (row.rankDay === null) return row.disputes > 0 ? [t.desk.why.disputed] : []
  const why: string[] = []
  if (row.priority === 'urgent') why.push(t.desk.why.urgent)
  if (row.priority === 'important') why.push(t.desk.why.important)
  const cluster = advance({ priority: 'normal', clusterSize: row.clusterSize })
  if (cluster > 0) why.push(t.desk.why.cluster(cluster, row.clusterSize))
  if (row.disputes > 0) why.push(t.desk.why.disputed)
  return why
}
