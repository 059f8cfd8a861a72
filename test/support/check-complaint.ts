import { and, asc, eq, sql } from 'drizzle-orm'
import { tokensOf } from '../../src/db/complaint-rows.ts'
import type { Database } from '../../src/db/database.ts'
import { type Dossier, dossierByReference } from '../../src/db/dossier.ts'
import { heldBy } from '../../src/db/ledger/assignments.ts'
import { assignment } from '../../src/db/schema/complaint.ts'
import { isOpen } from '../../src/domain/case/complaint.ts'
import { custody } from '../../src/domain/case/custody.ts'
import { type City, calendarOf } from '../../src/domain/city/city.ts'
import { recomputeClock, standsSince } from '../../src/domain/time/clocks.ts'
import type { Instant } from '../../src/domain/time/time.ts'
import { type StoredEvent, verifyChain, type Written } from '../../src/seal/chain.ts'
import { committedWords } from '../../src/seal/committed-words.ts'
import type { Json } from '../../src/seal/digest.ts'

/**
 * What is wrong with one complaint, filed live or filled in bulk: its chain, its row, its clocks,
 * its places in the queues. Empty when every invariant holds. An ended clock may have been reckoned
 * by a calendar that was amended since: one of `earlier`.
 */
export const complaintFaults = async (
  db: Database,
  city: City,
  reference: string,
  now: Instant,
  earlier: readonly City[] = [],
): Promise<string[]> => {
  const d = await dossierByReference(db, reference)
  if (!d) return [`${reference}: there is no such complaint`]
  const found = [
    ...(await chainFaults(d)),
    ...rowFaults(d),
    ...clockFaults(d, city, earlier),
    ...(await queueFaults(db, d, city)),
    ...custodyFaults(d, now),
  ]
  return found.map((fault) => `${reference}: ${fault}`)
}

/** References spread evenly over the database, by time of filing. */
export const sample = async (db: Database, count: number): Promise<string[]> => {
  const rows = await db.all<{ reference: string }>(sql`
    select reference from (select reference, ntile(${count}) over (order by id) as part, id from complaint)
    group by part order by part`)
  return rows.map((row) => row.reference)
}

const chainFaults = async (d: Dossier): Promise<string[]> => {
  const words = new Map(d.messages.map((m) => [m.seq, m]))
  const stored = d.events.map((e): StoredEvent => {
    const said = words.get(e.seq)
    const filed = e.seq === 1 && d.row.text !== null
    return {
      ...{ complaint: d.row.reference, seq: e.seq, type: e.type, at: e.at, actor: e.actor },
      ...{ before: e.stateBefore, after: e.stateAfter, agency: e.agencyId },
      facts: JSON.parse(e.facts) as Json,
      written: JSON.parse(e.written ?? 'null') as Written | null,
      ...{ commitment: e.commitment, previous: e.previous, hash: e.hash },
      content: filed
        ? committedWords({ ...d.row, title: d.row.title ?? '', text: d.row.text ?? '' })
        : said?.text != null
          ? committedWords({ text: said.text, reason: said.reason })
          : null,
      salt: e.seq === 1 ? d.row.salt : (said?.salt ?? null),
    }
  })
  const head = { number: d.row.reference, lastSeq: d.row.version, lastHash: d.row.lastHash }
  return (await verifyChain(stored, head)).map(({ problem, seq }) => `chain: ${problem} at ${seq}`)
}

const rowFaults = ({ complaint: c, row, events }: Dossier): string[] => {
  const last = events.at(-1)
  const wrong: string[] = []
  if (last?.stateAfter !== c.state) wrong.push(`row says ${c.state}, event ${last?.stateAfter}`)
  if (last?.agencyId !== c.leadAgencyId) wrong.push('row and last event name two agencies')
  if (events[0]?.at !== c.receivedAt) wrong.push('not received when its first event was')
  if (row.tokens !== tokensOf(c)) wrong.push(`tokens ${row.tokens}`)
  if (isOpen(c) && c.closedAt !== null) wrong.push('open, and yet closed at a time')
  if (c.state === 'closed' && c.closedAt === null) wrong.push('closed without its time')
  if (c.release.status === 'released' && !row.releasedText) wrong.push('released without words')
  return wrong
}

const clockFaults = ({ complaint: c }: Dossier, city: City, earlier: readonly City[]): string[] => {
  const wrong = c.clocks.flatMap((clock) => {
    const name = `clock ${clock.kind} ${clock.round}`
    const over = clock.status === 'ended' || clock.status === 'void'
    const known = over ? [city, ...earlier] : [city]
    // what stood still when it was over was given nothing back for that
    const last = clock.pauses.at(-1)
    const stood = over && last?.to === clock.endDay ? [clock.pauses.slice(0, -1)] : []
    const right = [clock.pauses, ...stood].some((pauses) =>
      known.some((one) => {
        const again = recomputeClock({ ...clock, pauses, status: 'running' }, calendarOf(one))
        return again.dueDay === clock.dueDay && again.provisional === clock.provisional
      }),
    )
    return [
      ...(right ? [] : [`${name} is due on ${clock.dueDay}`]),
      ...((clock.status === 'paused') === (standsSince(clock) !== null) ? [] : [`${name} stands`]),
      ...(over === (clock.endDay !== null) ? [] : [`${name} has no end`]),
    ]
  })
  const live = c.clocks.filter((k) => k.status === 'running' || k.status === 'paused')
  const twice = live.length - new Set(live.map((k) => k.kind)).size
  return [...wrong, ...(twice > 0 ? ['two clocks of one kind run'] : [])]
}

const queueFaults = async (db: Database, d: Dossier, city: City): Promise<string[]> => {
  const open = await db
    .select()
    .from(assignment)
    .where(and(eq(assignment.complaintId, d.complaint.id), eq(assignment.open, true)))
    .orderBy(asc(assignment.agencyId))
  const stored = open.map(({ agencyId, role, officerId, bucket, rankDay, dueDay }) =>
    [agencyId, role, officerId, bucket, rankDay, dueDay].join(' '),
  )
  const right = heldBy(d.complaint, calendarOf(city))
    .map((h) => [h.agencyId, h.role, h.officerId, h.bucket, h.rankDay, h.dueDay].join(' '))
    .sort()
    .join('; ')
  const lies = stored.sort().join('; ')
  return right === lies ? [] : [`lies in queues ${lies || 'none'}, not ${right || 'none'}`]
}

/** Held times sum to the age. */
const custodyFaults = ({ events }: Dossier, now: Instant): string[] => {
  const spans = custody(
    events.map((e) => ({
      at: e.at,
      stateAfter: e.stateAfter as Dossier['complaint']['state'],
      agencyAfter: e.agencyId,
    })),
    now,
  )
  const held = spans.reduce((sum, { from, to }) => sum + to - from, 0)
  const age = now - (events[0]?.at ?? now)
  return held === age ? [] : [`held ${held} ms of ${age}`]
}
