import type { Additions } from '../db/additions.ts'
import type { Dossier } from '../db/dossier.ts'
import type { QueueRow } from '../db/queue-rows.ts'
import type { Complaint } from '../domain/case/complaint.ts'
import { type City, calendarOf } from '../domain/city/city.ts'
import type { Staff } from '../domain/people/actor.ts'
import type { Instant } from '../domain/time/time.ts'
import { type ClockSight, clockSight } from './clock.ts'
import { type AdditionSight, deskAdditions } from './desk-additions.ts'
import { type LiveClock, liveClocks } from './desk-clocks.ts'
import { type DeskFacts, deskFacts } from './desk-facts.ts'
import { type DeskFile, deskFiles } from './desk-files.ts'
import { type DeskHappening, deskHistory } from './desk-history.ts'
import { type DeskSaid, deskDialogue } from './desk-messages.ts'
import { type DeskRowSight, deskRows } from './desk-rows.ts'
import { deskTitle, type TitleSight } from './desk-title.ts'
import { deskWords, type PublicCopy, publicCopy, type WordsSight } from './desk-words.ts'
import { type Pages, pagesOf } from './pages.ts'
import type { Names } from './person.ts'
import { staffEye } from './viewer.ts'

export type Marks = Pick<
  Complaint,
  | 'supervisory'
  | 'confidential'
  | 'sensitive'
  | 'suspectedSpam'
  | 'quarantined'
  | 'priority'
  | 'returns'
  | 'objection'
  | 'disputes'
>

export interface DeskSight {
  reference: string
  title: TitleSight
  state: Complaint['state']
  class: Complaint['class']
  marks: Marks
  clock: ClockSight
  clocks: LiveClock[]
  facts: DeskFacts
  words: WordsSight
  publicCopy: PublicCopy | null
  files: DeskFile[]
  hiddenFiles: number
  /** Oldest first. */
  dialogue: DeskSaid[]
  /** Newest first. */
  history: DeskHappening[]
  pages: Pages
  similar: DeskRowSight[]
  /** Numbers of those that joined it, and of the one that it joined. */
  members: string[]
  /** How many joined besides. */
  others: number
  root: string | null
  /** What those added who joined it. */
  additions: AdditionSight[]
}

export interface Beside {
  names: Names
  similar: readonly QueueRow[]
  members: string[]
  additions: Additions
}

export function deskSight(
  d: Dossier,
  staff: Staff,
  city: City,
  now: Instant,
  { names, similar, members, additions }: Beside,
): DeskSight {
  const { complaint, row } = d
  const sees = staffEye(staff, d, city, now)
  const alike = similar.filter(({ id }) => id !== complaint.id)
  return {
    reference: complaint.reference,
    title: deskTitle({ ...titled(row), seen: complaint }, staff, city, now),
    state: complaint.state,
    class: complaint.class,
    marks: marksOf(complaint),
    clock: clockSight(complaint, city, now),
    clocks: liveClocks(complaint, calendarOf(city)),
    facts: deskFacts(d, staff, sees, city, now, names),
    words: deskWords(d, staff, sees, now),
    publicCopy: publicCopy(d),
    ...deskFiles(d, sees),
    dialogue: deskDialogue(d, sees, city, names),
    history: deskHistory(d, staff, sees, city, names),
    pages: pagesOf(d),
    similar: deskRows(alike, staff, city, now),
    members,
    others: members.length === 0 ? 0 : complaint.clusterSize - 1 - members.length,
    root: d.root?.complaint.reference ?? null,
    additions: deskAdditions(d, additions, staff, city, now),
  }
}

function titled({ title, releasedTitle, categoryId }: Dossier['row']) {
  return { title, releasedTitle, categoryId }
}

function marksOf(complaint: Complaint): Marks {
  const { supervisory, confidential, sensitive, suspectedSpam, quarantined } = complaint
  const { priority, returns, objection, disputes } = complaint
  const kept = { supervisory, confidential, sensitive, suspectedSpam, quarantined }
  return { ...kept, priority, returns, objection, disputes }
}
