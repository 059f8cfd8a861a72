import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { HearFacts } from '../domain/acts/hear.ts'
import type { Complaint } from '../domain/case/complaint.ts'
import { factsOf, type StoredFacts } from '../domain/case/happened.ts'
import { underRoot } from './cluster-roots.ts'
import { type ComplaintRow, toComplaint } from './complaint-rows.ts'
import type { Database } from './database.ts'
import type { AttachmentRow, MessageRow } from './dossier.ts'
import { complaint, message } from './schema/complaint.ts'
import { attachment } from './schema/filing.ts'
import { type Asked, asked, following, NOTHING } from './trip.ts'

/** What those who joined a report added, as long as they are joined. */
export interface Additions {
  members: Complaint[]
  messages: MessageRow[]
  files: AttachmentRow[]
}

export const NO_ADDITIONS: Additions = { members: [], messages: [], files: [] }

/** A page reads no more of a large cluster. */
export const MOST_ADDITIONS = 10

export function heardOf(event: StoredFacts): HearFacts[] {
  if (event.type !== 'hear') return []
  const happened = factsOf(event)
  return happened.type === 'hear' ? [happened.facts] : []
}

/** The last of each member before an earlier one of any: whoever adds much hides nobody else's. */
export function heardIn(events: readonly StoredFacts[]): HearFacts[] {
  const heard = events.flatMap(heardOf)
  const later = new Map<string, number>()
  return heard
    .toReversed()
    .map((facts) => {
      const rank = later.get(facts.member) ?? 0
      later.set(facts.member, rank + 1)
      return { facts, rank }
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_ADDITIONS)
    .map(({ facts }) => facts)
}

export function askAdditions(
  db: Database,
  rootId: number,
  heard: readonly HearFacts[],
): Asked<Additions> {
  if (heard.length === 0) return following(NOTHING, () => NO_ADDITIONS)
  return asked(additionQueries(db, rootId, heard), (answers) => additionsIn(...answers))
}

function additionQueries(db: Database, rootId: number, heard: readonly HearFacts[]) {
  const json = JSON.stringify(heard)
  const joined = sql`json_each(${json}) j
    cross join complaint c on c.reference = json_extract(j.value, '$.member') 
    and c.root_id in ${underRoot(sql`${rootId}`)}`
  const of = (what: SQL) => sql`(select ${what} from ${joined})`
  return [
    db
      .select()
      .from(complaint)
      .where(sql`${complaint.id} in ${of(sql`c.id`)}`),
    db
      .select()
      .from(message)
      .where(
        sql`(${message.complaintId}, ${message.seq}) in ${of(sql`c.id, json_extract(j.value, '$.said')`)}`,
      ),
    db
      .select()
      .from(attachment)
      .where(sql`${attachment.id} in ${of(sql`json_extract(j.value, '$.file')`)}`),
  ] as const
}

function additionsIn(
  members: readonly ComplaintRow[],
  messages: MessageRow[],
  files: AttachmentRow[],
): Additions {
  return { members: members.map((row) => toComplaint(row, [])), messages, files }
}

/** A file of a report that is joined to this one, with the row of that report. */
export async function memberFile(
  db: Database,
  rootId: number,
  id: string,
): Promise<Additions | null> {
  const [file] = await db.select().from(attachment).where(eq(attachment.id, id))
  if (!file || file.complaintId === rootId) return null
  const members = await db
    .select()
    .from(complaint)
    .where(
      and(
        eq(complaint.id, file.complaintId),
        sql`${complaint.rootId} in ${underRoot(sql`${rootId}`)}`,
      ),
    )
  return members.length === 0 ? null : additionsIn(members, [], [file])
}
