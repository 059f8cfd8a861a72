import { actorId, type Staff } from '../domain/people/actor.ts'
import type { Instant, IsoDate } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import type { Queued } from './ledger/commit.ts'
import type { Telling } from './outbox.ts'
import {
  appendEntry,
  entryAt,
  entrySaidAs,
  type OversightEntry,
  openEntries,
} from './oversight-entries.ts'
import { countOf, overdueOfAgency } from './queues.ts'

/** How many late reports are counted when somebody writes to their agency. */
export const LATE_CAP = 500

interface Around {
  db: Database
  now: Instant
  today: IsoDate
  by: Staff
  /** When letters to staff go out. */
  notBefore: Instant
}

export type InquiryOutcome =
  | { kind: 'done'; queued: Queued[] }
  /** Today's reminder, the question that waits, or the answer that is there. */
  | { kind: 'before' }

const TO_AGENCY = ['agency', 'head'] as const
const TO_ASKERS = ['leader', 'inspectorate'] as const

/** Once a day by each person, with how much is late and which. */
export async function remindAgency(
  around: Around,
  agencyId: number,
  words: string,
): Promise<InquiryOutcome> {
  const { db, now: at, today } = around
  const by = actorId(around.by)
  const once = `reminder|${agencyId}|${by}|${today}`
  const facts = { late: await lateOf(around, agencyId) }
  const done = await appendEntry(
    db,
    { at, by, kind: 'reminder', agencyId, words, facts, once },
    (seq) => letters(around, 'agency_reminded', seq, agencyId, TO_AGENCY),
  )
  if (done) return { kind: 'done', queued: done.queued }
  return sameAgain(await entrySaidAs(db, once), { by, words })
}

/** One waits at a time. */
export async function askAgency(
  around: Around,
  agencyId: number,
  words: string,
): Promise<InquiryOutcome> {
  const { db, now: at } = around
  const by = actorId(around.by)
  const facts = { late: await lateOf(around, agencyId) }
  const done = await appendEntry(
    db,
    { at, by, kind: 'question', agencyId, words, facts, open: true },
    (seq) => letters(around, 'agency_asked', seq, agencyId, ['head']),
  )
  if (done) return { kind: 'done', queued: done.queued }
  return sameAgain(await openQuestion(db, agencyId), { by, words })
}

export async function answerInquiry(
  around: Around,
  { seq: of, agencyId }: Pick<OversightEntry, 'seq' | 'agencyId'>,
  words: string,
): Promise<InquiryOutcome> {
  const { db, now: at } = around
  const by = actorId(around.by)
  const once = `answer|${of}`
  const done = await appendEntry(
    db,
    { at, by, kind: 'answer', agencyId, of, words, facts: {}, once },
    (seq) => letters(around, 'agency_explained', seq, agencyId, TO_ASKERS),
  )
  if (done) return { kind: 'done', queued: done.queued }
  return sameAgain(await entrySaidAs(db, once), { by, words })
}

/** The same form twice is one. */
function sameAgain(
  known: Pick<OversightEntry, 'by' | 'words'> | null,
  said: Pick<OversightEntry, 'by' | 'words'>,
): InquiryOutcome {
  const same = known?.by === said.by && known.words === said.words
  return same ? { kind: 'done', queued: [] } : { kind: 'before' }
}

async function openQuestion(db: Database, agencyId: number): Promise<OversightEntry | null> {
  const [open] = await openEntries(db, 'question', [agencyId])
  return open ? entryAt(db, open.seq) : null
}

/** Counted to `LATE_CAP`; what is above it is more than that. */
async function lateOf({ db, today }: Around, agencyId: number): Promise<number> {
  const { counted } = overdueOfAgency(agencyId, today)
  const [row] = counted ? await countOf(db, counted, LATE_CAP) : []
  return row?.n ?? 0
}

function letters(
  { notBefore }: Around,
  template: 'agency_reminded' | 'agency_asked' | 'agency_explained',
  seq: number,
  agencyId: number,
  to: readonly Telling['recipient'][],
): Telling[] {
  return to.map((recipient) => ({
    dedupe: `${template}|${seq}|${recipient}`,
    complaintId: null,
    recipient,
    agencyId: recipient === 'agency' || recipient === 'head' ? agencyId : null,
    ...{ template, notBefore },
  }))
}
