import { and, asc, desc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import {
  answerDue,
  type DataRequest,
  type NamedRequest,
  type RequestChannel,
  type RequestKind,
  type RequestOutcome,
} from '../domain/people/registers.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { complaint } from './schema/complaint.ts'
import { dataRequest, user } from './schema/staff.ts'

const columns = { ...getTableColumns(dataRequest), reference: complaint.reference }

function listed(db: Database) {
  return db
    .select(columns)
    .from(dataRequest)
    .innerJoin(complaint, eq(complaint.id, dataRequest.complaintId))
}

export function openRequests(db: Database, limit: number) {
  return listed(db)
    .where(sql`${dataRequest.answeredAt} is null`)
    .orderBy(asc(dataRequest.dueAt))
    .limit(limit)
}

export interface Settled {
  at: Instant
  id: number
}

export function answeredRequests(db: Database, before: Settled | null, limit: number) {
  return listed(db)
    .where(
      and(
        sql`${dataRequest.answeredAt} is not null`,
        before === null
          ? undefined
          : sql`(${dataRequest.answeredAt}, ${dataRequest.id}) < (${before.at}, ${before.id})`,
      ),
    )
    .orderBy(desc(dataRequest.answeredAt), desc(dataRequest.id))
    .limit(limit)
}

export async function requestRegister(
  db: Database,
  before: Settled | null,
  bounds: { open: number; answered: number },
): Promise<{ open: DataRequest[]; answered: DataRequest[] }> {
  const [open, answered] = await db.batch([
    openRequests(db, bounds.open),
    answeredRequests(db, before, bounds.answered),
  ])
  return { open, answered }
}

const recorder = alias(user, 'recorder')
const answerer = alias(user, 'answerer')

export async function requestById(db: Database, id: number): Promise<NamedRequest | null> {
  const [found] = await db
    .select({ ...columns, recorder: recorder.name, answerer: answerer.name })
    .from(dataRequest)
    .innerJoin(complaint, eq(complaint.id, dataRequest.complaintId))
    .leftJoin(recorder, eq(recorder.id, dataRequest.recordedBy))
    .leftJoin(answerer, eq(answerer.id, dataRequest.answeredBy))
    .where(eq(dataRequest.id, id))
  return found ?? null
}

export async function complaintIdOf(db: Database, reference: string): Promise<number | null> {
  const [found] = await db
    .select({ id: complaint.id })
    .from(complaint)
    .where(eq(complaint.reference, reference))
  return found?.id ?? null
}

/** The same one again leaves the register as it is. Returns its number. */
export async function recordRequest(
  db: Database,
  request: {
    complaintId: number
    kind: RequestKind
    channel: RequestChannel
    checked: string
    requestedAt: Instant
    recordedBy: string
  },
): Promise<number> {
  const { complaintId, kind, requestedAt } = request
  const [, [row]] = await db.batch([
    db
      .insert(dataRequest)
      .values({ ...request, dueAt: answerDue(requestedAt) })
      .onConflictDoNothing(),
    db
      .select({ id: dataRequest.id })
      .from(dataRequest)
      .where(
        and(
          eq(dataRequest.complaintId, complaintId),
          eq(dataRequest.kind, kind),
          eq(dataRequest.requestedAt, requestedAt),
        ),
      ),
  ])
  if (!row) throw new Error('a request was not written')
  return row.id
}

/** One that was answered meanwhile stays as it is. */
export function answerRequest(
  db: Database,
  id: number,
  given: { answeredAt: Instant; answeredBy: string; outcome: RequestOutcome; answer: string },
) {
  return db
    .update(dataRequest)
    .set(given)
    .where(and(eq(dataRequest.id, id), isNull(dataRequest.answeredAt)))
}
