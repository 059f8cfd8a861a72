import { and, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import type { HearFacts } from '../domain/acts/hear.ts'
import type { Complaint } from '../domain/case/complaint.ts'
import { factsOf, type StoredFacts } from '../domain/case/happened.ts'
import { handingOn, underRoot } from './cluster-roots.ts'
import { type ComplaintRow, toComplaint } from './complaint-rows.ts'
import type { Database } from './database.ts'
import type { AttachmentRow, MessageRow } from './dossier.ts'
import { raw } from './raw.ts'
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
export const MOST_ADDITIONS = 5

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
  return asked(additionQueries(db, rootId, heard), ([members, messages, files, handing]) => {
    const roots = new Set([rootId, ...handing.map(({ id }) => id)])
    const joined = members.filter((row) => roots.has(row.rootId))
    const said = joined.flatMap(({ id, reference }) =>
      heard.flatMap((one) => (one.member === reference ? `${id} ${one.said}` : [])),
    )
    return additionsIn(
      joined,
      messages.filter(({ complaintId, seq }) => said.includes(`${complaintId} ${seq}`)),
      files,
    )
  })
}

/** Each row is sought by its key, and what else is found so is left out afterwards: a join reads more. */
function additionQueries(db: Database, rootId: number, heard: readonly HearFacts[]) {
  const references = [...new Set(heard.map(({ member }) => member))]
  const said = [...new Set(heard.flatMap(({ said }) => said ?? []))]
  const files = heard.flatMap(({ file }) => file ?? [])
  return [
    db.select().from(complaint).where(inArray(complaint.reference, references)),
    db
      .select(getTableColumns(message))
      .from(complaint)
      .crossJoin(message)
      .where(
        and(
          inArray(complaint.reference, references),
          eq(message.complaintId, complaint.id),
          inArray(message.seq, said),
        ),
      ),
    db.select().from(attachment).where(inArray(attachment.id, files)),
    raw<{ id: number }>(db, sql`select id from ${handingOn(sql`${rootId}`)}`),
  ] as const
}

function additionsIn(
  members: readonly ComplaintRow[],
  messages: readonly MessageRow[],
  files: readonly AttachmentRow[],
): Additions {
  const ids = new Set(members.map(({ id }) => id))
  return {
    members: members.map((row) => toComplaint(row, [])),
    messages: messages.filter(({ complaintId }) => ids.has(complaintId)),
    files: files.filter(({ complaintId }) => ids.has(complaintId)),
  }
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
